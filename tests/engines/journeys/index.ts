import { copying } from './copying.ts';
import { drawing } from './drawing.ts';
import type { Journey } from './journey.ts';
import { offline } from './offline.ts';
import { searches } from './search.ts';
import { settings } from './settings.ts';
import { taskLists } from './tasks.ts';
import { ways } from './ways.ts';

export const journeys: readonly Journey[] = [
  ...ways,
  ...searches,
  ...taskLists,
  ...copying,
  ...settings,
  ...offline,
  ...drawing,
];

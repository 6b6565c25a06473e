import { handoutFiles as filesOf } from '../../src/exports/handout/files.ts';
import type { Handbook } from '../../src/model/types.ts';
import { dataPath } from '../../src/routes/paths.ts';
import type { MadeFile } from './made-files.ts';

/** What is to take away of every plan and of every unit's part in it. */
export const handoutFiles = (handbook: Handbook): MadeFile[] =>
  handbook.plans.flatMap((plan) =>
    filesOf(handbook, plan).map(({ name, ...file }) => ({ path: `${dataPath(plan)}${name}`, ...file })),
  );

import { handoutFile } from '../../src/exports/handout/files.ts';
import { type HandoutFormat, handoutFormats } from '../../src/exports/handout/formats.ts';
import { handoutOf } from '../../src/exports/handout/handout.ts';
import { dutiesOf } from '../../src/model/duties.ts';
import type { Handbook, Plan, Unit } from '../../src/model/types.ts';
import { handoutPath } from '../../src/routes/paths.ts';
import { nameOf } from './kept.ts';
import type { MadeFile } from './made-files.ts';

const formats = Object.keys(handoutFormats) as HandoutFormat[];

/** What is to take away of every plan and of every unit's part in it. */
export function handoutFiles(handbook: Handbook): MadeFile[] {
  const names = new Map(handbook.plans.map((plan) => [plan, nameOf([handbook.site, plan])]));
  const file = (plan: Plan, unit: Unit | undefined, format: HandoutFormat): MadeFile => ({
    path: handoutPath(plan, unit, format),
    mediatype: handoutFormats[format].mediatype,
    from: [names.get(plan), unit, format],
    bytes: () => handoutFile(handoutOf(handbook, plan, unit), format),
  });
  return [
    // The CSV of a plan's tasks is part of the open data, with fields for programs.
    ...handbook.plans.flatMap((plan) =>
      formats.filter((format) => format !== 'csv').map((format) => file(plan, undefined, format)),
    ),
    ...handbook.units.flatMap((unit) =>
      dutiesOf(handbook, unit).flatMap(({ plan }) => formats.map((format) => file(plan, unit, format))),
    ),
  ];
}

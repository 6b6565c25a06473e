import { dutiesOf } from '../../model/duties.ts';
import type { Handbook, Plan, Unit } from '../../model/types.ts';
import { dataPath, handoutPath, planFilePath } from '../../routes/paths.ts';
import { type Handout, type HandoutFormat, handoutFormats, handoutOf } from '../../views/handout.ts';
import { toCsv } from '../text-formats.ts';
import { planDocx, toDocx } from './docx.ts';
import { toXlsx } from './xlsx.ts';

/** Writes a handout in one format; the same content gives the same bytes. */
type Writer = (handout: Handout) => Uint8Array | Promise<Uint8Array>;

/** The tasks alone, or where there is no list the measures. */
const csv: Writer = ({ plan, tables }) => {
  const { columns, rows } = plan.annex ? tables.tasks : tables.measures;
  return new TextEncoder().encode(
    toCsv(
      columns.map(({ header }) => header),
      rows,
    ),
  );
};

/** @see https://www.iana.org/assignments/media-types/ */
const writers: Record<HandoutFormat, { mediatype: string; write: Writer }> = {
  xlsx: { mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: toXlsx },
  docx: { mediatype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: toDocx },
  csv: { mediatype: 'text/csv', write: csv },
};

/** A handout as a file. */
export const handoutFile = async (handout: Handout, format: HandoutFormat): Promise<Uint8Array> =>
  writers[format].write(handout);

/** A file below a plan's data folder. */
export interface HandoutFile {
  /** Relative to that folder: `tasks.xlsx`, `units/<id>.docx`. */
  name: string;
  mediatype: string;
  bytes: () => Promise<Uint8Array>;
}

/** The files of a plan and of the part in it of each unit that it names. */
export function handoutFiles(handbook: Handbook, plan: Plan): HandoutFile[] {
  const file = (format: HandoutFormat, unit?: Unit): HandoutFile => ({
    name: handoutPath(plan, unit, format).slice(dataPath(plan).length),
    mediatype: writers[format].mediatype,
    bytes: () => handoutFile(handoutOf(handbook, plan, unit), format),
  });
  const formats = Object.keys(handoutFormats) as HandoutFormat[];
  const units = handbook.units.filter((unit) => dutiesOf({ plans: [plan] }, unit).length > 0);
  return [
    {
      name: planFilePath(plan).slice(dataPath(plan).length),
      mediatype: writers.docx.mediatype,
      bytes: () => planDocx(plan, handbook.site.name),
    },
    // The CSV of a whole plan is part of the open data, with fields for programs.
    ...formats.filter((format) => format !== 'csv').map((format) => file(format)),
    ...units.flatMap((unit) => formats.map((format) => file(format, unit))),
  ];
}

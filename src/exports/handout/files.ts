import { dutiesIn, dutiesOf } from '../../model/duties.ts';
import type { Handbook, Plan, Unit } from '../../model/types.ts';
import { dataPath, handoutPath, planFilePath, reportPath } from '../../routes/paths.ts';
import {
  type Handout,
  type HandoutFormat,
  handoutFormats,
  handoutOf,
  type ReportFormat,
  reportFormats,
  tableWithNotes,
} from '../../views/handout.ts';
import { memoized } from '../../views/memoized.ts';
import { dataFiles } from '../dataset/files.ts';
import { toCsv } from '../text-formats.ts';
import { planDocx, reportDocx, toDocx } from './docx.ts';
import { reportXlsx, toXlsx } from './xlsx.ts';

/** Writes a handout in one format; the same content gives the same bytes. */
type Writer = (handout: Handout) => Uint8Array | Promise<Uint8Array>;

/** The tasks alone, or where there is no list the measures. */
const csv: Writer = (handout) => {
  const { columns, rows } = tableWithNotes(handout);
  return new TextEncoder().encode(
    toCsv(
      columns.map(({ header }) => header),
      rows,
    ),
  );
};

const writers: Record<HandoutFormat, Writer> = { xlsx: toXlsx, docx: toDocx, csv };
const reportWriters: Record<ReportFormat, Writer> = { xlsx: reportXlsx, docx: reportDocx };

/** @see https://www.iana.org/assignments/media-types/ */
const mediatypes: Record<HandoutFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
};

/** A handout as a file. */
export const handoutFile = async (handout: Handout, format: HandoutFormat): Promise<Uint8Array> =>
  writers[format](handout);

/** A form on the progress of a handout's tasks as a file. */
export const reportFile = async (handout: Handout, format: ReportFormat): Promise<Uint8Array> =>
  reportWriters[format](handout);

/** A file below a plan's data folder. */
export interface HandoutFile {
  /** Relative to that folder: `tasks.xlsx`, `units/<id>.docx`. */
  name: string;
  mediatype: string;
  /** What it holds: `任务清单`, `填报表`. */
  holds: string;
  format: HandoutFormat;
  /** Whose part it is; absent where it is of the whole plan. */
  unit: Unit | undefined;
  /** Written when first asked for. */
  bytes: () => Promise<Uint8Array>;
}

/** A function that computes once. */
function once<Value>(compute: () => Value): () => Value {
  let known: { value: Value } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** What the tables of a whole plan hold. */
const wholeOf = ({ annex }: Plan): string => (annex ? '任务清单' : '各条措施');

function filesOf(handbook: Handbook, plan: Plan): HandoutFile[] {
  const formats = Object.keys(handoutFormats) as HandoutFormat[];
  const file = (path: string, format: HandoutFormat, holds: string, write: () => Promise<Uint8Array>, unit?: Unit) => ({
    name: path.slice(dataPath(plan).length),
    mediatype: mediatypes[format],
    holds,
    format,
    unit,
    bytes: once(write),
  });
  const filesFor = (unit: Unit | undefined, offered: readonly HandoutFormat[]): HandoutFile[] => {
    const handout = once(() => handoutOf(handbook, plan, unit));
    const hasTasks = unit && dutiesIn(plan, unit).tasks.length > 0;
    const inCsv = plan.annex ? '任务' : '措施';
    const inAll = hasTasks ? '任务和措施' : '措施';
    const holds = (format: HandoutFormat) => {
      if (!unit) return wholeOf(plan);
      return format === 'csv' ? inCsv : inAll;
    };
    return [
      ...offered.map((format) =>
        file(handoutPath(plan, unit, format), format, holds(format), () => handoutFile(handout(), format), unit),
      ),
      ...reportFormats.map((format) =>
        file(reportPath(plan, unit, format), format, '填报表', () => reportFile(handout(), format), unit),
      ),
    ];
  };
  return [
    file(planFilePath(plan), 'docx', '全文', () => planDocx(plan, handbook.site.name)),
    // The CSV of a whole plan is part of the open data, with fields for programs.
    ...filesFor(
      undefined,
      formats.filter((format) => format !== 'csv'),
    ),
    ...handbook.units
      .filter((unit) => dutiesOf({ plans: [plan] }, unit).length > 0)
      .flatMap((unit) => filesFor(unit, formats)),
  ];
}

const memoizedFiles = memoized((handbook: Handbook) => memoized((plan: Plan) => filesOf(handbook, plan)));

/** The files of a plan and of the part in it of each unit that it names; each is written once for all who ask. */
export const handoutFiles = (handbook: Handbook, plan: Plan): HandoutFile[] => memoizedFiles(handbook)(plan);

/** A file to be linked: where it is, what it holds, and its size in bytes. */
export interface OfferedFile extends Pick<HandoutFile, 'holds' | 'format'> {
  path: string;
  size: number;
}

/** What is offered of each unit that a plan names, in the order of the units. */
export const unitFiles = (handbook: Handbook, plan: Plan): Promise<{ unit: Unit; files: OfferedFile[] }[]> =>
  Promise.all(
    [...new Set(handoutFiles(handbook, plan).flatMap(({ unit }) => unit ?? []))].map(async (unit) => ({
      unit,
      files: await offeredFiles(handbook, plan, unit),
    })),
  );

/** What is offered of a whole plan, or of one unit's part in it. */
export async function offeredFiles(handbook: Handbook, plan: Plan, unit?: Unit): Promise<OfferedFile[]> {
  const files = handoutFiles(handbook, plan).filter((file) => file.unit === unit);
  const offered = await Promise.all(
    files.map(async ({ name, holds, format, bytes }) => ({
      path: dataPath(plan) + name,
      holds,
      format,
      size: (await bytes()).length,
    })),
  );
  if (unit) return offered;
  // The table of a whole plan as CSV is part of the open data.
  const path = handoutPath(plan, undefined, 'csv');
  const data = dataFiles(handbook, plan).find(({ name }) => dataPath(plan) + name === path);
  return data
    ? [...offered, { path, holds: wholeOf(plan), format: 'csv', size: Buffer.byteLength(data.content) }]
    : offered;
}

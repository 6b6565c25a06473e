import { chineseNumeral } from '../text/numerals.ts';
import { environmentMark } from './references.ts';
import type {
  Environment,
  Measure,
  MeasureBlock,
  Plan,
  PrintedStretch,
  Provision,
  Responsibility,
  Task,
} from './types.ts';
import { unitSections } from './unit-cells.ts';

/** The number before the title of an environment: as its heading prints it, `第二章` set off by a blank, or `（二）`. */
export function environmentLabel(plan: Plan, environment: Environment): string {
  if (plan.numbering !== 'printed') return pointLabels.environment(environment.number);
  return environmentMark(plan, environment).replace(/(?<=[编章节分])$/u, '　');
}

/** The numbers of a plan of points. */
export const pointLabels = {
  environment: (number: number) => `（${chineseNumeral(number)}）`,
  measure: (number: number) => `${number}.`,
};

/** The words inside a measure's bracket: `责任单位：甲、乙`, or with roles `牵头单位：甲；配合单位：乙`. */
export const unitsStatement = ({ unitsText }: Pick<Measure, 'unitsText'>): string =>
  unitSections(unitsText).some(({ head }) => head) ? unitsText : `责任单位：${unitsText}`;

/** The bracket at the end of a measure's text. */
export const unitsBracket = (measure: Pick<Measure, 'unitsText'>): string => `（${unitsStatement(measure)}）`;

/** The paragraph of a measure in the document: number, title, text and the bracket that names the units. */
export const measureParagraph = (
  measure: Pick<Measure, 'number' | 'title' | 'text' | 'unitsText' | 'printed'>,
): string =>
  measureBlocks(measure)
    .flatMap((block) => (block.kind === 'table' ? block.rows.map((cells) => cells.flat()) : [block.stretches]))
    .map(stretchText)
    .join('\n');

/** The words of some pieces. */
export const stretchText = (stretches: readonly PrintedStretch[]): string => stretches.map(({ text }) => text).join('');

/** A measure as its document prints it, in pieces: as its body has it, or as a point. */
export function measureBlocks(
  measure: Pick<Measure, 'number' | 'title' | 'text' | 'unitsText' | 'printed'>,
): MeasureBlock[] {
  if (measure.printed) return measure.printed;
  const stretches: PrintedStretch[] = [
    { kind: 'label', text: pointLabels.measure(measure.number) },
    { kind: 'title', text: `${measure.title}。` },
    { kind: 'text', text: measure.text, start: 0 },
    { kind: 'units', text: unitsBracket(measure), mention: 0 },
  ];
  return [{ kind: 'paragraph', stretches }];
}

/** The heading of an environment in the list; undefined in a list that keeps its rows as printed. */
export function listHeading({ annex }: Plan, { number, title }: Environment): string | undefined {
  return annex?.text === undefined ? `${chineseNumeral(number)}、${title}` : undefined;
}

/** The title of a measure as the list prints it, with its number. */
export const listLabel = ({ number, title, listTitle = title }: Measure): string =>
  `(${chineseNumeral(number)})${listTitle}`;

/** What the head of the list says of its rows with `*`: `主要内容 (*为……举措)` gives `为……举措`; undefined if it says nothing. */
export const starLegend = ({ annex }: Pick<Plan, 'annex'>): string | undefined =>
  annex?.columns.map((head) => /[（(]\*(.+)[）)]/u.exec(head)?.[1]).find((legend) => legend !== undefined);

/** Which column of a list is what. */
export interface ListColumns {
  /** Whether the record says so, and the rows are kept as printed. */
  isPrinted: boolean;
  number: string | undefined;
  measure: string | undefined;
  text: string | undefined;
  units: readonly string[];
}

/** The columns of a list: as its record says, or the four by their order. */
export function columnsOf(annex: Plan['annex']): ListColumns | undefined {
  if (!annex) return undefined;
  const { columns, number, measure, text, units = [] } = annex;
  if (text !== undefined) return { isPrinted: true, number, measure, text, units };
  return { isPrinted: false, number: columns[0], measure: columns[1], text: columns[2], units: columns.slice(3, 4) };
}

/** The heads of the columns of the list that hold units. */
export const unitColumns = ({ annex }: Pick<Plan, 'annex'>): readonly string[] => columnsOf(annex)?.units ?? [];

/** A cell of a row of the list: what stands there, and as printed. A number, star or name of the measure is a part of the words. */
export interface RowCell {
  column: string;
  kind: 'number' | 'measure' | 'text' | 'units' | 'other';
  words: string;
}

/** A row of the list as printed, cell by cell. Of a list whose columns follow from their order each row names its measure. */
export function rowCells(plan: Plan, task: Task): RowCell[] {
  const columns = columnsOf(plan.annex);
  const cells = task.unitCells?.map(({ words }) => words) ?? [task.unitsText];
  return (plan.annex?.columns ?? []).map((column): RowCell => {
    const units = columns?.units.indexOf(column) ?? -1;
    if (units >= 0) return { column, kind: 'units', words: cells[units] ?? '' };
    if (column === columns?.number) return { column, kind: 'number', words: task.label };
    if (column === columns?.text) return { column, kind: 'text', words: `${task.innovation ? '*' : ''}${task.text}` };
    const kind = column === columns?.measure ? 'measure' : 'other';
    const words = columns?.isPrinted ? (task.cells[column] ?? '') : listLabel(task.measure);
    return { column, kind, words };
  });
}

/** The cells of a row that have no other place: of other columns, and the one for the measure where it says something else than its title. */
export const otherCells = (task: Task): RowCell[] =>
  rowCells(task.plan, task).filter(
    ({ kind, words }) =>
      words !== '' &&
      (kind === 'other' || (kind === 'measure' && task.plan.annex?.text !== undefined && words !== task.measure.title)),
  );

/** The name of a row's measure in a column of the list: a cell that the list prints once over several rows stands in each. */
export function measureCell({ number, measure, cells }: Task, column: string): string {
  const above = measure.tasks.filter((task) => task.number < number);
  return cells[column] || (above.findLast((task) => task.cells[column])?.cells[column] ?? '');
}

/**
 * Rows of a list in an extract, in its order. What is printed once for several rows, as the lines above them and the cell of their measure, stands
 * with the first of them that is there.
 */
export function extractedRows({ annex, tasks }: Pick<Plan, 'annex' | 'tasks'>, wanted: readonly Task[]): Task[] {
  const column = columnsOf(annex)?.isPrinted ? columnsOf(annex)?.measure : undefined;
  const rows: Task[] = [];
  let above: string[] = [];
  let named = '';
  for (const task of tasks) {
    if (task.above.length > 0) above = task.above;
    if (!wanted.includes(task)) continue;
    const words = column ? measureCell(task, column) : '';
    const inherited = column && words !== named ? { [column]: words } : {};
    rows.push({ ...task, above, cells: { ...task.cells, ...inherited } });
    above = [];
    named = words;
  }
  return rows;
}

/** The units of a row by the columns that name units. */
export function unitsByColumn({ units, unitCells }: Task): Responsibility[][] {
  // Those of the row, whose places the assembly knows.
  const rest = units.values();
  return unitCells?.map((cell) => [...rest.take(cell.units.length)]) ?? [units];
}

/** What a provision says of its units, as printed: its bracket or cell, each of several in a line. */
export function printedUnits(provision: Provision): string {
  const places = provision.kind === 'measure' ? provision.mentions : provision.unitCells;
  return places ? places.map(({ words }) => words).join('\n') : provision.unitsText;
}

/** The lines above the table of the list, as printed. */
export const annexLines = ({ annex }: Pick<Plan, 'annex'>): string[] =>
  annex?.lines ?? (annex?.title ? [`附件：${annex.title}`, '附件', annex.title] : []);

/** The measures that stand at a place of the body, in groups: of a plan that is kept as printed the next environment, of others all. */
export function measuresAt(
  plan: Pick<Plan, 'numbering' | 'environments' | 'measures'>,
  place: number,
): { environment: Environment | undefined; measures: Measure[] }[] {
  const { numbering, environments, measures } = plan;
  if (environments.length === 0) return [{ environment: undefined, measures }];
  const here = numbering === 'printed' ? environments.slice(place, place + 1) : environments;
  return here.map((environment) => ({ environment, measures: environment.measures }));
}

/**
 * Where issuer and date stand: in the imprint at the foot of the document, whose date says 印发; else as the signature of the notice, or
 * of a document without one of its text. Undefined where there are none.
 * @see GB/T 9704-2012, 7.3.5 and 7.4.3
 */
export function signaturePlace({
  issuer,
  issuedText,
  signature,
  notice,
}: Pick<Plan, 'issuer' | 'issuedText' | 'signature' | 'notice'>): 'imprint' | 'notice' | 'text' | undefined {
  if (issuer === undefined && issuedText === undefined && !signature?.length) return undefined;
  if (issuedText?.endsWith('印发')) return 'imprint';
  return notice ? 'notice' : 'text';
}

/** The lines of a signature as printed: a line for each issuer and the date, where the record does not give them. */
export const signatureLines = ({
  issuer,
  issuedText,
  signature,
}: Pick<Plan, 'issuer' | 'issuedText' | 'signature'>): string[] =>
  signature ?? [...(issuer?.split('、') ?? []), issuedText].filter((line) => line !== undefined);

/** How the handbook came by the texts of some plans; of several ways none is named. */
export function copyWord(plans: readonly Pick<Plan, 'words'>[]): string {
  const [word = '', ...others] = new Set(plans.map(({ words }) => words.copy));
  return others.length === 0 ? word : '';
}

/** The statement on documents for paper, which look like the one that was copied. */
export const copyStatement = (plans: readonly Pick<Plan, 'words'>[]): string =>
  `${copyWord(plans)}整理稿，不是正式文件，以印发件为准`;

/** The name of an environment where it is spoken of, with its number as the body prints it. */
export const environmentName = (plan: Plan, environment: Environment, name: string): string =>
  environmentLabel(plan, environment) + name;

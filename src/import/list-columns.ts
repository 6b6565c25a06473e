import { withoutBlanks } from '../text/normalise.ts';

/** What a column of a task list holds. */
export type Column = 'number' | 'measure' | 'text' | 'units' | 'lead' | 'support' | 'other';

const heads: readonly [Column, RegExp][] = [
  ['number', /^(?:序号|编号|项号|号)$/u],
  // Persons, sections and telephones are no units.
  [
    'other',
    /^(?!.*(?:单位|部门)).*(?:领导|责任人|负责人|联系人|联络员|科室|处室|股室|经办|电话)|^(?:完成|实施|推进)?(?:时限|时间|期限)/u,
  ],
  ['lead', /牵头|主办|主责/u],
  ['support', /配合|协同|协办|协作|参与/u],
  ['units', /责任|单位|部门/u],
  ['other', /^(?:工作|年度|预期|主要|阶段性?)?目标$|^备注$|范围$/u],
  ['text', /内容|具体任务|具体措施|目标任务/u],
  ['measure', /措施|任务|事项|项目|举措/u],
];

const columnOf = (head: string): Column => {
  const words = withoutBlanks(head).replace(/[（(].*$/u, '');
  return heads.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
};

/** The columns of a head row; undefined if a row is none. */
export function headOf(cells: readonly string[]): Column[] | undefined {
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== 'other');
  const short = cells.every((cell) => cell.length <= 30 && !/[。；]/u.test(cell));
  if (!short || known.length < 3 || !columns.some((column) => column === 'units' || column === 'lead'))
    return undefined;
  // With one column of words, that is the task's.
  if (!columns.includes('text') && columns.includes('measure')) columns[columns.lastIndexOf('measure')] = 'text';
  return columns;
}

/** Whether a row is the head of a task list. */
export const isListHead = (cells: readonly string[]): boolean => headOf(cells) !== undefined;

/** Whether a row is the head of another table than the list with this head: it begins as one, and shares nothing else with it. */
export const isOtherHead = (cells: readonly string[], list: readonly string[]): boolean =>
  columnOf(cells[0] ?? '') === 'number' &&
  !isListHead(cells) &&
  !cells.slice(1).some((cell) => cell && list.includes(cell));

export const namesUnits = (column: Column | undefined) =>
  column === 'lead' || column === 'units' || column === 'support';

/** Whether a cell says nothing. */
export const isBlank = (cell: string) => /^[-—/无\s]*$/u.test(cell);

/** The places of the cells that name units in a list with this head; undefined for a row that is no head. */
export const unitPlaces = (cells: readonly string[]): number[] | undefined =>
  headOf(cells)?.flatMap((column, place) => (namesUnits(column) ? [place] : []));

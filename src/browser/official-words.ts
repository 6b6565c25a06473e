import type { CopiedBlock, CopiedCell } from '../views/clipboard-content.ts';

/*
 * The official words of a page, as far as they are selected: what is marked as such and nothing else, so that what an editor or the site
 * puts beside them, as heads of columns, notes, labels and controls, is never among them.
 */
const official = '[data-official],[data-words]';
/** What stands amid marked words and is not the document's, or not that of the document. */
const others = '[data-editorial],.sr-only,del';

const isShown = (element: Element) => {
  // What a filter or the style sheet leaves out, as rows without a difference, has no boxes.
  if (element.getClientRects().length === 0) return false;
  const folded = element.closest('details:not([open])');
  return !folded || element.closest('summary')?.parentElement === folded;
};

const isWithin = (node: Node, ranges: readonly Range[] | undefined) =>
  !ranges || ranges.some((range) => range.intersectsNode(node));

/** The part of a text node that is selected; all of it without a selection. */
function selectedIn(node: Text, ranges: readonly Range[] | undefined): string {
  if (!ranges) return node.data;
  return ranges
    .filter((range) => range.intersectsNode(node))
    .map((range) =>
      node.data.slice(
        node === range.startContainer ? range.startOffset : 0,
        node === range.endContainer ? range.endOffset : undefined,
      ),
    )
    .join('');
}

/** The words of an element, or those of them that are selected. Items of a list are set apart by a blank. */
export function textOf(element: Element, ranges?: readonly Range[]): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element && node.matches(others)) return NodeFilter.FILTER_REJECT;
    return NodeFilter.FILTER_ACCEPT;
  });
  let words = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // The page's own ends of lines and indents; an ideographic blank is the document's.
    if (node instanceof Text) words += selectedIn(node, ranges).replace(/[ \t\r\n]+/gu, ' ');
    else if (node.nodeName === 'LI') words += ' ';
    else if (node.nodeName === 'BR') words += '\n';
  }
  return words
    .replace(/ *\n */gu, '\n')
    .replace(/ {2,}/gu, ' ')
    .replace(/^ | $/gu, '');
}

/**
 * The words of an element, or those of them that are selected. All of them are given as the document prints them, which `data-printed`
 * tells where the page sets them apart; with more around them also with the star before them, `data-star`, that the page says in words.
 */
function wordsIn(element: Element, ranges: readonly Range[] | undefined): string {
  const words = textOf(element, ranges);
  if (words === '' || (ranges && words !== textOf(element))) return words;
  const star = ranges && !getSelection()?.containsNode(element) ? null : element.getAttribute('data-star');
  return (star ?? '') + (element.getAttribute('data-printed') ?? words);
}

/** The official words of a cell. */
function cellWords(cell: Element, ranges: readonly Range[] | undefined): string {
  const marked = cell.matches(official) ? [cell] : outermost(cell.querySelectorAll(official));
  return marked
    .map((element) => wordsIn(element, ranges))
    .filter((words) => words !== '')
    .join('\n');
}

/** Elements that lie in no other of them. */
const outermost = (elements: Iterable<Element>) =>
  [...elements].filter((element) => !element.parentElement?.closest(official));

/** Which cell covers each place of a table, row by row. */
function gridOf(rows: readonly HTMLTableRowElement[]): HTMLTableCellElement[][] {
  const grid: HTMLTableCellElement[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[at]?.[column]) column++;
      for (const [below, line] of grid.slice(at, at + cell.rowSpan).entries())
        if (rows[at + below]?.parentElement === row.parentElement)
          for (let over = 0; over < cell.colSpan; over++) line[column + over] = cell;
    }
  }
  return grid;
}

/** The rows of a table that are shown, as far as words of them are selected, without the columns that hold no official words. */
export function tableRows(table: HTMLTableElement, ranges?: readonly Range[]): CopiedCell[][] {
  const rows = [...table.rows].filter(isShown);
  const grid = gridOf(rows);
  const isOfficial = (cell: Element) => cell.matches(official) || cell.querySelector(official) !== null;
  const columns = grid.flatMap((line) => line.flatMap((cell, column) => (isOfficial(cell) ? column : [])));
  const kept = [...new Set(columns)].sort((a, b) => a - b);
  // A selection often ends before the first word of the next row.
  const isChosen = (row: HTMLTableRowElement | undefined) =>
    !ranges || [...(row?.cells ?? [])].some((cell) => isWithin(cell, ranges) && cellWords(cell, ranges) !== '');
  const chosen = grid.filter((_, at) => isChosen(rows[at])).map((line) => kept.flatMap((column) => line[column] ?? []));
  // Of one row the cells that are selected, of several all, so that columns stay columns.
  const isWanted = (cell: Element) => chosen.length > 1 || isWithin(cell, ranges);
  return chosen.map((line, at) =>
    line.flatMap((cell, column): CopiedCell[] => {
      if (!isWanted(cell)) return [];
      if (line[column - 1] === cell || chosen[at - 1]?.includes(cell)) return [null];
      return [
        {
          text: isWithin(cell, ranges) ? cellWords(cell, ranges) : '',
          isHead: cell.nodeName === 'TH' && cell.scope === 'col',
          rows: chosen.filter((other) => other.includes(cell)).length,
          columns: line.filter((other) => other === cell).length,
        },
      ];
    }),
  );
}

const tagOf = ({ localName }: Element) => (/^h[1-4]$/u.test(localName) ? (localName as 'h1') : 'p');

/** The official words below an element, or those of them that are selected, in the order of the page. */
export function officialBlocks(root: ParentNode, ranges?: readonly Range[]): CopiedBlock[] {
  const blocks: CopiedBlock[] = [];
  const tables = new Set<Element>();
  for (const element of outermost(root.querySelectorAll(official))) {
    if (!isShown(element) || !isWithin(element, ranges)) continue;
    const table = element.closest('table');
    if (!table) {
      const text = wordsIn(element, ranges);
      if (text !== '') blocks.push({ tag: tagOf(element), text });
    } else if (!tables.has(table)) {
      tables.add(table);
      const rows = tableRows(table, ranges);
      const [first, ...others] = rows.flat().filter((cell) => cell !== null && cell.text !== '');
      if (first && others.length === 0) blocks.push({ tag: 'p', text: first.text });
      else if (first) blocks.push({ rows });
    }
  }
  return blocks;
}

/** What of the page is selected; nothing where the reader selects in a field. */
export function selectedRanges(): Range[] {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || document.activeElement?.matches('input,textarea,select')) return [];
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

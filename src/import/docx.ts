import { fromParse5 } from 'hast-util-from-parse5';
import mammoth from 'mammoth';
import { parseFragment } from 'parse5';
import { type Finding, ImportFault } from './finding.ts';
import { unitPlaces } from './list.ts';

/** The nodes of the HTML tree that are looked at here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: { rowSpan?: number; colSpan?: number; href?: string; id?: string };
  children?: Node[];
}

const blocks = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Whether a node is the mark in the text that refers to a note. */
const isNoteMark = ({ tagName, properties }: Node): boolean =>
  tagName === 'a' && /^#(?:footnote|endnote)-\d/u.test(properties?.href ?? '');

/** Whether a node is a note, which is kept outside of the text. */
const isNote = ({ properties }: Node): boolean => /^(?:footnote|endnote)-\d/u.test(properties?.id ?? '');

/** The words of a node; paragraphs within it are set apart by a blank. Marks of notes are none, nor what leads back from a note. */
const wordsOf = (node: Node): string =>
  isNoteMark(node) || /^#(?:footnote|endnote)-ref/u.test(node.properties?.href ?? '')
    ? ''
    : node.tagName === 'br'
      ? ' '
      : (node.value ?? (node.children ?? []).map(wordsOf).join('') + (blocks.includes(node.tagName ?? '') ? ' ' : ''));

const rowsOf = (node: Node): Node[] => (node.tagName === 'tr' ? [node] : (node.children ?? []).flatMap(rowsOf));

/**
 * The rows of a table as lines; a cell merged over rows or columns stands in the first of them, the others are empty. Only a merged
 * cell that names units stands in each of its rows, as it does for the reader, which is told with the row's place among the lines.
 */
function tableLines(table: Node, tell: (row: number, words: string) => void): string[] {
  const spans: number[] = [];
  let places: number[] = [];
  let above: string[] = [];
  return rowsOf(table).map((row, at) => {
    const cells: string[] = [];
    const skipSpanned = () => {
      while ((spans[cells.length] ?? 0) > 0) {
        (spans[cells.length] as number)--;
        const words = places.includes(cells.length) ? (above[cells.length] ?? '') : '';
        if (words) tell(at, words);
        cells.push(words);
      }
    };
    for (const cell of row.children ?? []) {
      if (cell.type !== 'element') continue;
      skipSpanned();
      for (let column = 0; column < (cell.properties?.colSpan ?? 1); column++) {
        spans[cells.length] = (cell.properties?.rowSpan ?? 1) - 1;
        cells.push(column === 0 ? wordsOf(cell).replace(/\s+/gu, ' ').trim() : '');
      }
    }
    skipSpanned();
    places = unitPlaces(cells) ?? places;
    above = cells;
    return cells.join('\t');
  });
}

/**
 * Reads a Word document as lines: one for each paragraph and each row of a table, cells set apart by tabs.
 * What Word keeps outside of the text (numbers that it counts itself, pictures) is told as a finding.
 */
export async function linesOfDocx(name: string, bytes: Uint8Array): Promise<{ text: string; findings: Finding[] }> {
  let pictures = 0;
  let html: string;
  try {
    const convertImage = mammoth.images.imgElement(async () => {
      pictures++;
      return { src: '' };
    });
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value;
  } catch {
    throw new ImportFault(`${name} 打不开：不是 .docx 文档，或文件坏了。请在 Word 或 WPS 里打开，另存为 .docx。`);
  }
  const lines: string[] = [];
  const findings: Finding[] = [];
  const visit = (node: Node) => {
    if (node.tagName === 'table')
      lines.push(
        ...tableLines(node, (row, words) =>
          findings.push({
            kind: 'restored',
            line: lines.length + row + 1,
            found: words,
            why: '责任单位是跨行合并的单元格，所跨的每一行都照写',
          }),
        ),
      );
    else if (isNote(node))
      findings.push({
        kind: 'unread',
        found: wordsOf(node).trim(),
        why: '脚注或尾注，手册没有放处；正文里的注号已去掉',
      });
    else if (node.tagName === 'li' || blocks.includes(node.tagName ?? '')) {
      const own = (node.children ?? []).filter(({ tagName }) => tagName !== 'ol' && tagName !== 'ul');
      const words = wordsOf({ type: 'root', children: own }).trim();
      lines.push(words.replace(/\s+/gu, ' '));
      if (node.tagName === 'li' && words)
        findings.push({
          kind: 'uncertain',
          line: lines.length,
          found: words.slice(0, 30),
          why: '这一段的编号是 Word 自动加的，不在文字里，没有读到；请在 Word 里把自动编号转成文字再导入',
        });
      for (const child of node.children ?? []) if (!own.includes(child)) visit(child);
    } else if (node.type === 'text' && node.value?.trim()) lines.push(node.value.trim());
    else for (const child of node.children ?? []) visit(child);
  };
  visit(fromParse5(parseFragment(html)) as Node);
  if (pictures > 0)
    findings.push({ kind: 'unread', found: `图片 ${pictures} 张`, why: '图片里的字没有读；有正文的话请转成文字' });
  return { text: lines.join('\n'), findings };
}

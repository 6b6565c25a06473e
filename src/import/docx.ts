import { ElementType, parseDocument } from 'htmlparser2';
import mammoth from 'mammoth';
import { type Finding, ImportFault, restored, uncertain, unread } from './finding.ts';
import { unitPlaces } from './list-columns.ts';
import { type Numbered, withWordNumbers } from './word-numbers.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: unknown }>;

const isTag = (node: Node): node is Element => 'attribs' in node;
const isText = (node: Node): node is Extract<Node, { data: string }> => node.type === ElementType.Text;

const blocks = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Whether an element is the mark in the text that refers to a note, or what leads back from a note. */
const isNoteLink = ({ name, attribs }: Element): boolean =>
  name === 'a' && /^#(?:footnote|endnote)-(?:ref|\d)/u.test(attribs.href ?? '');

/** Whether an element is a note, which is kept outside of the text. */
const isNote = ({ attribs }: Element): boolean => /^(?:footnote|endnote)-\d/u.test(attribs.id ?? '');

/** The words of a node; paragraphs within it are set apart by a blank. */
function textContent(node: Node): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || isNoteLink(node)) return '';
  if (node.name === 'br') return ' ';
  return node.children.map(textContent).join('') + (blocks.includes(node.name) ? ' ' : '');
}

const oneSpaced = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** What becomes a line of the text, unless it has no words of its own, and what is to be reported of it. */
interface Piece {
  line?: string;
  findings: ((line: number) => Finding)[];
}

const rowsOf = (element: Element): Element[] =>
  element.name === 'tr' ? [element] : element.children.filter(isTag).flatMap(rowsOf);

/**
 * The rows of a table; a cell merged over rows or columns stands in the first of them, the others are empty. Only a merged cell that
 * names units stands in each of its rows, as it does for the reader, which is reported.
 */
function tablePieces(table: Element): Piece[] {
  const spans: number[] = [];
  let places: number[] = [];
  let above: string[] = [];
  return rowsOf(table).map((row) => {
    const cells: string[] = [];
    const repeated: string[] = [];
    const fillSpanned = () => {
      while ((spans[cells.length] ?? 0) > 0) {
        (spans[cells.length] as number)--;
        const words = places.includes(cells.length) ? (above[cells.length] ?? '') : '';
        if (words) repeated.push(words);
        cells.push(words);
      }
    };
    for (const cell of row.children.filter(isTag)) {
      fillSpanned();
      for (let column = 0; column < Number(cell.attribs.colspan ?? 1); column++) {
        spans[cells.length] = Number(cell.attribs.rowspan ?? 1) - 1;
        cells.push(column === 0 ? oneSpaced(textContent(cell)) : '');
      }
    }
    fillSpanned();
    places = unitPlaces(cells) ?? places;
    above = cells;
    return {
      line: cells.join('\t'),
      findings: repeated.map(
        (words) => (line) => restored(line, words, '责任单位是跨行合并的单元格，所跨的每一行都照写'),
      ),
    };
  });
}

function piecesOf(node: Node): Piece[] {
  if (isText(node)) return node.data.trim() ? [{ line: node.data.trim(), findings: [] }] : [];
  if (!isTag(node)) return [];
  if (node.name === 'table') return tablePieces(node);
  if (isNote(node)) {
    const why = '脚注或尾注，手册没有放处；正文里的注号已去掉';
    return [{ findings: [() => unread(undefined, textContent(node).trim(), why)] }];
  }
  if (node.name !== 'li' && !blocks.includes(node.name)) return node.children.flatMap(piecesOf);
  const lists = node.children.filter((child) => isTag(child) && /^[ou]l$/u.test(child.name));
  const own = node.children.filter((child) => !lists.includes(child));
  const line = oneSpaced(own.map(textContent).join(''));
  return [{ line, findings: [] }, ...lists.flatMap(piecesOf)];
}

/**
 * Reads a Word document as lines: one for each paragraph and each row of a table, cells set apart by tabs.
 * The numbers that Word counts itself are written out, and reported, as are pictures.
 * @throws {ImportFault} if the bytes are no Word document.
 */
export async function linesOfDocx(name: string, bytes: Uint8Array): Promise<{ text: string; findings: Finding[] }> {
  let pictures = 0;
  let html: string;
  let numbered: Numbered;
  try {
    const convertImage = mammoth.images.imgElement(async () => {
      pictures++;
      return { src: '' };
    });
    numbered = withWordNumbers(bytes);
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(numbered.bytes) }, { convertImage })).value;
  } catch {
    throw new ImportFault(`${name} 打不开：不是 .docx 文档，或文件坏了。请在 Word 或 WPS 里打开，另存为 .docx。`);
  }
  const lines: string[] = [];
  const findings: Finding[] = [];
  for (const piece of parseDocument(html).children.flatMap(piecesOf)) {
    if (piece.line !== undefined) lines.push(piece.line);
    findings.push(...piece.findings.map((finding) => finding(lines.length)));
  }
  if (numbered.written > 0)
    findings.push(
      restored(
        undefined,
        `自动编号 ${numbered.written} 处`,
        '编号是 Word 自动数的，不在文字里，照它的规则数出来写在前面',
      ),
    );
  if (numbered.unknown > 0)
    findings.push(
      uncertain(
        undefined,
        `自动编号 ${numbered.unknown} 处`,
        '编号是 Word 自动数的，这种数法不认得，没有写出；请在 Word 里把自动编号转成文字再导入',
      ),
    );
  if (pictures > 0) findings.push(unread(undefined, `图片 ${pictures} 张`, '图片里的字没有读；有正文的话请转成文字'));
  return { text: lines.join('\n'), findings };
}

import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bodySyntax } from './markdown.ts';
import { type Problem, problemAt } from './problem.ts';
import { shortened } from './yaml.ts';

/** A block of running text, in document order, with its line in the file. `measures` is the place where the measures stand. */
export type Block = { line: number } & (
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph'; text: string }
  /** `rows` are its cells, the head first; `text` is the same as lines of text. */
  | { kind: 'table'; rows: string[][]; text: string }
  | { kind: 'measures' }
);

/** The nodes of the syntax tree that are looked at here. */
interface Node {
  type: string;
  depth?: number;
  name?: string | null;
  value?: string;
  attributes?: unknown[];
  children?: Node[];
  position?: { start: { line: number } };
}

/** The same Markdown as the pages are made with, so that the text here is the text there. */
const processor = unified().use(remarkParse).use(bodySyntax).use(remarkMdx);

/** What official text is made of. */
const prose = ['root', 'paragraph', 'heading', 'text', 'table', 'tableRow', 'tableCell'];

/** What else could stand in MDX, by the name that an editor knows. */
const refused: Record<string, string> = {
  mdxjsEsm: 'import 或 export',
  mdxFlowExpression: '{表达式}',
  mdxTextExpression: '{表达式}',
  mdxJsxTextElement: '行内标签',
  html: 'HTML',
  code: '代码（行首空了四格，或用了 ```）',
  inlineCode: '代码（用了 `）',
  image: '图片',
  imageReference: '图片',
  link: '链接（用了 [ ]( )）',
  linkReference: '链接（用了 [ ]）',
  list: '列表（行首是“1. ”“- ”或“* ”）',
  blockquote: '引用（行首是 >）',
  thematicBreak: '分隔线',
  strong: '加粗（用了 ** 或 __）',
  emphasis: '斜体（用了 * 或 _）',
  break: '段内换行',
};

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

/** What the parser met, in Chinese, and on which line of the body. */
function syntaxFault(error: unknown, body: string): { found: string; line: number } {
  const { source = '', ruleId = '', message, line } = error as VFileMessageLike;
  const esm = source.includes('esm');
  const brace = source.includes('expression');
  const unpaired = /closing|end-tag/u.test(ruleId);
  const found = esm
    ? 'import 或 export'
    : brace
      ? '{ 不成对，或里面不是文字'
      : unpaired
        ? '标签不成对'
        : '< 后面不是标签';
  const named = line ?? Number(/\((\d+):/u.exec(message)?.[1] ?? 1);
  // What is never closed is noticed at the end; the editor needs the place where it opens.
  const opening = body
    .split('\n')
    .slice(0, named)
    .findLastIndex((row) => row.includes(brace ? '{' : '<'));
  return { found, line: ruleId === 'unexpected-eof' && opening >= 0 ? opening + 1 : named };
}

interface VFileMessageLike {
  source?: string;
  ruleId?: string;
  message: string;
  line?: number;
}

/** The place of the measures, as it is written, and as people write it. */
const place = '<Measures />';
const placeLike = /^\s*[<＜《〈]\s*measures?\s*[/／]?\s*[>＞》〉]\s*$/iu;

/** A row whose signs of MDX are text. */
const asText = (row: string) => row.replace(/(?<!\\)[<{}]/gu, '\\$&');

function parsed(rows: readonly string[]): Node | { error: unknown } {
  try {
    return processor.parse(rows.join('\n')) as Node;
  } catch (error) {
    return { error };
  }
}

/** Rows of a table that was pasted without the signs of one: with tabs, or without the row below its head. */
const isTable = (text: string) => text.split('\n').every((row) => /\t|\|.*\|/u.test(row));

/**
 * Reads the body of an MDX file as the blocks of text that it holds.
 * Takes the body, the file's name and the line of the file on which the body begins.
 * Code in any form is refused, as are components other than `<Measures />`: content cannot run anything.
 */
export function readProse(body: string, file: string, firstLine: number): { blocks: Block[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, found: string, expected: string, mend: string) =>
    problems.push(problemAt(file, line, found, expected, mend));
  const lineOf = (node: Node) => firstLine + (node.position?.start.line ?? 1) - 1;
  const rows = body.split('\n');
  for (const [index, row] of rows.entries())
    if (placeLike.test(row) && !/^\s*<Measures\s*\/>\s*$/u.test(row)) {
      const line = firstLine + index;
      const found = `“${row.trim()}”`;
      const fault = problemAt(file, line, found, `单独一行 ${place}`, `写成 ${place}`);
      problems.push({ ...fault, repair: { from: line, rows: [place] } });
      rows[index] = place;
    }

  let root = parsed(rows);
  for (let left = rows.length; 'error' in root && left > 0; left--) {
    const { found, line } = syntaxFault(root.error, rows.join('\n'));
    const text = asText(rows[line - 1] ?? '');
    const mended = parsed(rows.with(line - 1, text));
    const isMended = !('error' in mended) || syntaxFault(mended.error, body).line > line;
    const fault = problemAt(
      file,
      firstLine + line - 1,
      `正文不能解析：${found}`,
      '普通段落和标题',
      isMended
        ? `${/<[/a-z!]/iu.test(rows[line - 1] ?? '') ? '是网页的标签或注释就删去；是文字就' : ''}写成 ${shortened(text.trim())}`
        : '删去这一行里的代码',
    );
    problems.push(isMended ? { ...fault, repair: { from: firstLine + line - 1, rows: [text] } } : fault);
    if (!isMended) break;
    rows[line - 1] = text;
    root = mended;
  }
  if ('error' in root) return { blocks: [], problems };

  const visit = (node: Node) => {
    if (node.type === 'mdxJsxFlowElement') return visitComponent(node);
    if (node.type === 'text' && node.value?.includes('\n') && isTable(node.value))
      report(
        lineOf(node),
        '正文里有表格，没有表格的记号',
        '段落；plan.mdx 里的表格，一行写作 | 甲 | 乙 |，表头下面有一行 | --- | --- |',
        '任务清单的行写进 tasks；别的表格，一行写一段，或照“应为”写在 plan.mdx 里',
      );
    else if (node.type === 'text' && node.value?.includes('\n'))
      report(lineOf(node), '一段文字分成了几行', '一段写成一行，段与段之间空一行', '把断开的几行接成一行');
    if (!prose.includes(node.type)) {
      const name = refused[node.type] ?? '别的版式';
      report(
        lineOf(node),
        `正文里有不能用的写法：${name}`,
        '只写段落和标题，不写代码',
        '删去这一处；如果它是文字，在这个符号前加反斜杠 \\',
      );
      return;
    }
    for (const child of node.children ?? []) visit(child);
  };
  const visitComponent = (node: Node) => {
    if (node.name !== 'Measures')
      report(lineOf(node), `组件 <${node.name ?? ''}>`, '可用的组件：<Measures />', '改成可用的组件，或删去');
    else if (node.attributes?.length || node.children?.length)
      report(lineOf(node), '<Measures> 里写了别的内容', '单独一行 <Measures />', '改成 <Measures />，其余删去');
  };
  visit(root);

  const blocks = (root.children ?? []).flatMap((node): Block[] => {
    const line = lineOf(node);
    if (node.type === 'heading') return [{ kind: 'heading', depth: node.depth ?? 2, text: textOf(node), line }];
    if (node.type === 'mdxJsxFlowElement') return node.name === 'Measures' ? [{ kind: 'measures', line }] : [];
    if (node.type === 'table') {
      const rows = (node.children ?? []).map(({ children = [] }) => children.map(textOf));
      return [{ kind: 'table', rows, text: rows.map((cells) => cells.join('｜')).join('\n'), line }];
    }
    return node.type in refused ? [] : [{ kind: 'paragraph', text: textOf(node), line }];
  });
  return { blocks, problems };
}

import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem } from './problem.ts';

/** A block of running text, in document order. `Measures` marks the place where the measures stand. */
export type Block =
  | { type: 'heading'; depth: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'measures' };

/** The nodes of the syntax tree that are looked at here. */
interface Node {
  type: string;
  depth?: number;
  name?: string | null;
  value?: string;
  children?: Node[];
  position?: { start: { line: number } };
}

const components = ['Measures'];
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

const refused: Record<string, string> = {
  mdxjsEsm: 'import 或 export',
  mdxFlowExpression: '{表达式}',
  mdxTextExpression: '{表达式}',
  mdxJsxTextElement: '行内标签',
};

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

/**
 * Reads the body of an MDX file as the blocks of text that it holds.
 * Takes the body, the file's name and the line of the file on which the body begins.
 * Code in any form is refused, as are components other than `<Measures />`: content cannot run anything.
 */
export function readProse(body: string, file: string, firstLine: number): { blocks: Block[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (node: Node, found: string, expected: string, mend: string) => {
    const line = firstLine + (node.position?.start.line ?? 1) - 1;
    problems.push({ file, path: [], line, found, expected, mend });
  };

  let root: Node;
  try {
    root = processor.parse(body) as Node;
  } catch (error) {
    const { reason = String(error), line } = error as { reason?: string; line?: number };
    const at = { type: 'root', position: { start: { line: line ?? 1 } } };
    report(
      at,
      `正文不能解析：${reason}`,
      '普通段落、标题和表格',
      '正文里的 <、{ 要写成 \\<、\\{；标签要成对，写完整的 <Measures />',
    );
    return { blocks: [], problems };
  }

  const visit = (node: Node) => {
    const code = refused[node.type];
    if (code) report(node, `正文里有${code}`, '只写文字，不写代码', '删去这一处；如果它是文字，在 { 或 < 前加反斜杠');
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);

  const blocks: Block[] = [];
  for (const node of root.children ?? []) {
    if (node.type === 'heading') blocks.push({ type: 'heading', depth: node.depth ?? 2, text: textOf(node) });
    else if (node.type === 'mdxJsxFlowElement') {
      if (components.includes(node.name ?? '')) blocks.push({ type: 'measures' });
      else
        report(
          node,
          `组件 <${node.name ?? ''}>`,
          `可用的组件：${components.map((name) => `<${name} />`).join('、')}`,
          '改成可用的组件，或删去',
        );
    } else if (!refused[node.type]) blocks.push({ type: 'paragraph', text: textOf(node) });
  }
  return { blocks, problems };
}

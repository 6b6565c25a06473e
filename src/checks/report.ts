import type { Problem } from '../loader/problem.ts';

/** A field as an editor counts: `tasks[1].units` is the first item's field `units`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key + 1}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}

/** A problem as text: where it is, what was found and expected, and how to mend it. */
export const message = ({ file, line, path, found, expected, mend }: Problem): string =>
  [
    [`${file}:${line ?? 1}`, fieldName(path)].filter(Boolean).join('  '),
    `  查到：${found}`,
    `  应为：${expected}`,
    `  改法：${mend}`,
  ].join('\n');

/** Remarks as text for an editor; empty if there are none. */
export const remarksText = ({ remarks }: { remarks: readonly Problem[] }, folder = 'content'): string =>
  remarks.length === 0
    ? ''
    : ['提醒（不影响发布）：', ...remarks.map((remark) => `${folder}/${message(remark)}`)].join('\n\n');

/** What is wrong with the content, as text for an editor, with the number of problems at the end. `folder` is the name of the content folder. */
export function report(
  { problems, skipped }: { problems: readonly Problem[]; skipped: readonly string[] },
  folder = 'content',
): string {
  const blocks = problems.map((problem) => `${folder}/${message(problem)}`);
  const files = new Set(problems.map(({ file }) => file)).size;
  const end = `内容检查没有通过：${files} 个文件，${problems.length} 处问题。`;
  if (skipped.length === 0) return [...blocks, end].join('\n\n');
  const rest = `还有 ${skipped.length} 条规则要等上面的问题改好才能查，请改好后再运行一次检查（${skipped.join('、')}）。`;
  return [...blocks, `${end}\n${rest}`].join('\n\n');
}

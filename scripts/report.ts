import type { Problem } from '../src/loader/problem.ts';

/** Where in a file's data, as an editor counts: `tasks[1].units` is the first item's field `units`. */
function placeText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key + 1}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}

/** The problems as text for an editor, by file, with their number at the end. `folder` is how the content folder is called. */
export function report(problems: readonly Problem[], folder = 'content'): string {
  const blocks = problems.map(({ file, line, path, found, expected, mend }) =>
    [
      [`${folder}/${file}:${line ?? 1}`, placeText(path)].filter(Boolean).join('  '),
      `  查到：${found}`,
      `  应为：${expected}`,
      `  改法：${mend}`,
    ].join('\n'),
  );
  const files = new Set(problems.map(({ file }) => file)).size;
  return [...blocks, `内容检查没有通过：${files} 个文件，${problems.length} 处问题。`].join('\n\n');
}

import type { Failed } from './check-content.ts';

/** Where in a file's data, as an editor counts: `tasks[1].units` is the first item's field `units`. */
function placeText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key + 1}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}

/** What is wrong with the content, as text for an editor, with the number of problems at the end. `folder` is the name of the content folder. */
export function report({ problems, skipped }: Pick<Failed, 'problems' | 'skipped'>, folder = 'content'): string {
  const blocks = problems.map(({ file, line, path, found, expected, mend }) =>
    [
      [`${folder}/${file}:${line ?? 1}`, placeText(path)].filter(Boolean).join('  '),
      `  查到：${found}`,
      `  应为：${expected}`,
      `  改法：${mend}`,
    ].join('\n'),
  );
  const files = new Set(problems.map(({ file }) => file)).size;
  const rest =
    skipped.length > 0
      ? `还有 ${skipped.length} 条规则要等上面的问题改好才能查：${skipped.join('、')}。改好以后请再运行一次检查。`
      : [];
  return [...blocks, [`内容检查没有通过：${files} 个文件，${problems.length} 处问题。`].concat(rest).join('\n')].join(
    '\n\n',
  );
}

import type { Block } from '../../loader/body.ts';
import type { MeasureData } from '../../schema/measure.ts';
import { all, eachFile, type Rule, textsOf } from '../rule.ts';

/** A blank between two Chinese characters or signs; not the one after the number of a chapter or article. */
const strayBlank =
  /(?<!^第[〇一二三四五六七八九十百]{1,5}[章节条])(?<=[\p{Script=Han}，。；：、！？”）》])[^\S\n]+[\p{Script=Han}，。；：、！？“（《]/u;

/** The first stray blank of a text, with the signs beside it. */
function faultIn(text: string | undefined, path: PropertyKey[]) {
  if (text !== undefined && /^\s/u.test(text))
    return [
      {
        path,
        found: `“${text.slice(0, 6)}”，段落开头有空格`,
        expected: '段落从第一个字写起，页面自己排版',
        mend: '删去空格',
      },
    ];
  const at = text?.search(strayBlank) ?? -1;
  if (text === undefined || at < 0) return [];
  const found = /^.\s+./u.exec(text.slice(at - 1))?.[0];
  return [{ path, found: `“${found}”，两个字之间有空格`, expected: '原文的字连写，中间不空', mend: '删去空格' }];
}

const inBlocks = (blocks: readonly Block[]) =>
  blocks.flatMap((block, index) => textsOf([block]).flatMap((text) => faultIn(text, ['body', index])));

const planFields = [
  'title',
  'heading',
  'number',
  'noticeTitle',
  'addressees',
  'notice',
  'issuer',
  'issuedText',
] as const;
const measureFields = ['title', 'listTitle'] as const;

/** The lines of a field: text, or several texts. */
const linesIn = (value: string | readonly unknown[] | undefined): (string | undefined)[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** A body that is kept as printed, without what may hold blanks there: the title, which a blank can close, and the words of units. */
function withoutPrinted(
  blocks: readonly Block[],
  { title = '', units }: Pick<MeasureData, 'title' | 'units'>,
): Block[] {
  const entries = typeof units === 'string' || !units ? [] : units;
  const bare = (text: string) =>
    entries.reduce((rest, { printed }) => rest.replace(printed, ''), title ? text.replace(title, '') : text).trim();
  return blocks.map((block) => (block.kind === 'paragraph' ? { ...block, text: bare(block.text) } : block));
}

export const rule: Rule = {
  id: 'blank',
  reason: 'No blank stands between two characters of the official text: pasting from a PDF leaves them.',
  needs: [],
  runs: all(
    eachFile('plans', [...planFields, 'body'], ({ data, blocks }) => [
      ...planFields.flatMap((field) => linesIn(data[field]).flatMap((text) => faultIn(text, [field]))),
      ...inBlocks(blocks),
    ]),
    eachFile('measures', [...measureFields, 'units', 'tasks', 'body'], ({ data, blocks, plan }) => [
      ...measureFields.flatMap((field) => linesIn(data[field]).flatMap((text) => faultIn(text, [field]))),
      ...data.tasks.flatMap((task, index) => faultIn(task.text, ['tasks', index, 'text'])),
      ...inBlocks(plan?.numbering === 'printed' ? withoutPrinted(blocks, data) : blocks),
    ]),
  ),
  good: [{ 'measures/02.mdx': { '推行“百日办结”，解决突处': '推行 AI “百日办结”，解决突处' } }],
  bad: {
    'plan.mdx:33 查到：“ 各单位要”，段落开头有空格 应为：段落从第一个字写起，页面自己排版 改法：删去空格': {
      'plan.mdx': { 各单位要: '　　各单位要' },
    },
    'measures/01.mdx:23 tasks[2].text 查到：“实 降”，两个字之间有空格 应为：原文的字连写，中间不空 改法：删去空格': {
      'measures/01.mdx': { 'text: 切实降低': 'text: 切实 降低' },
    },
    'plan.mdx:33 查到：“单 位”，两个字之间有空格 应为：原文的字连写，中间不空 改法：删去空格': {
      'plan.mdx': { 各单位要: '各单 位要' },
    },
  },
};

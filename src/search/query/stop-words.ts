/** How bad something is: a complaint, not its matter. */
const complaints = [...'太很好真'].flatMap((degree) =>
  [...'慢贵久长高多少难乱远低差烦'].map((fault) => degree + fault),
);

/** Words of a question that say nothing of its matter, longest first, so that 怎么办 does not leave a 办. */
const phrases = (
  '可不可以 什么时候 怎么办 怎么样 为什么 能不能 是不是 有没有 要不要 会不会 可以吗 怎么 怎样 如何 为何 什么 哪里 哪儿 哪个 哪些 哪家 是否 ' +
  '多少 多久 几天 几个 好几次 几次 请问 想问 谁能 谁来 找谁 我想 我要 想要 我们 你们 我家 一下 可以 需要 应该 关于 有关 到底 麻烦 帮忙 帮我 老是 总是 ' +
  '一直 还是 或者 以及 因为 所以 去哪 在哪 咋办 咋样 咋'
)
  .split(' ')
  .concat(complaints);

/** Characters that end a sentence, and are never part of a word. */
const closing = new Set('吗呢吧啊呀嘛');
/** Single characters that end what is said before them. */
const cutting = new Set('的了么我你他它您谁这那很太请');

/** Single characters that say nothing as a word of their own, but are often half of one that no dictionary has. */
const empty = new Set('着过得地哪想要能会是有在去来给被把让跟和与及或也都还就个些又再对从到没不');

/** Words that ask what somebody has to do, and those that go with them. */
const duties = new Set(
  (
    '负责 主管 分管 管 做 干 干嘛 事 事情 事项 任务 职责 责任 职能 分工 工作 承担 牵头 配合 参与 落实 完成 ' +
    '指标 目标 措施 清单 内容 具体 主要 全部 所有 涉及'
  ).split(' '),
);

/** True for a word that asks what somebody has to do, and is no matter of its own beside their name. */
export const asksDuties = (word: string): boolean => duties.has(word);

const words = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Cuts a row of units into words, as a dictionary of Chinese has them. */
function dictionaryWords(units: readonly string[]): string[][] {
  if (!words) return [[...units]];
  const cuts = new Set([...words.segment(units.join(''))].map(({ index }) => index));
  const rows: string[][] = [];
  let offset = 0;
  for (const unit of units) {
    if (cuts.has(offset) || rows.length === 0) rows.push([]);
    rows.at(-1)?.push(unit);
    offset += unit.length;
  }
  return rows;
}

/** Cuts a row of units into words; single characters that a dictionary leaves in a row stay together, and are no sure word. */
export function segment(units: readonly string[]): { units: string[]; isWord: boolean }[] {
  const joined: { units: string[]; isWord: boolean }[] = [];
  let open = false;
  for (const row of dictionaryWords(units)) {
    const [unit = ''] = row;
    const single = row.length === 1 && /\p{Script=Han}/u.test(unit) && !empty.has(unit);
    const last = joined.at(-1);
    if (single && open && last) {
      last.units.push(unit);
      last.isWord = false;
    } else joined.push({ units: row, isWord: words !== undefined });
    open = single;
  }
  return joined;
}

/** True for a word of one character that says nothing. */
export const isEmpty = (units: readonly string[]): boolean => units.length === 1 && empty.has(units[0] ?? '');

/** The stretches of a row of units that say something: without question words, and cut where punctuation stands. */
export function matterOf(units: readonly string[], isMeaningful: (unit: string) => boolean): string[][] {
  const stretches: string[][] = [[]];
  for (let at = 0; at < units.length; ) {
    const phrase = phrases.find((one) => [...one].every((sign, index) => units[at + index] === sign));
    if (phrase) {
      stretches.push([]);
      at += phrase.length;
    } else {
      const unit = units[at] ?? '';
      if (isMeaningful(unit) && !closing.has(unit)) stretches.at(-1)?.push(unit);
      else stretches.push([]);
      at++;
    }
  }
  return stretches
    .flatMap((stretch) => {
      const kept: string[][] = [[]];
      for (const word of dictionaryWords(stretch)) {
        if (word.length === 1 && cutting.has(word[0] ?? '')) kept.push([]);
        else kept.at(-1)?.push(...word);
      }
      return kept;
    })
    .filter((stretch) => stretch.length > 0);
}

import { isHan, isMeaningful } from '../shared/tokenizer.ts';

/** How bad something is: the degree of a complaint, not its subject. */
const complaints = [...'太很好真'].flatMap((degree) =>
  [...'慢贵久长高多少难乱远低差烦'].map((fault) => degree + fault),
);

/** Stop phrases of questions; a longer one before one that it contains, so that 怎么办 does not leave a 办. */
const stopPhrases = (
  '可不可以 什么时候 怎么办 怎么样 为什么 能不能 是不是 有没有 要不要 会不会 可以吗 怎么 怎样 如何 为何 什么 哪里 哪儿 哪个 哪些 哪家 是否 ' +
  '多少 多久 几天 几个 好几次 几次 请问 想问 谁能 谁来 找谁 我想 我要 想要 我们 你们 我家 一下 可以 需要 应该 关于 有关 到底 麻烦 帮忙 帮我 老是 总是 ' +
  '一直 还是 或者 以及 因为 所以 去哪 在哪 咋办 咋样 咋'
)
  .split(' ')
  .concat(complaints)
  .map((phrase) => [...phrase]);

/** Particles at the end of a sentence, never part of a word. */
const particles = new Set('吗呢吧啊呀嘛');
/** Single characters that are no part of what stands before or after them, where a dictionary has them as a word. */
const separators = new Set('的了么我你他它您谁这那很太请');

/** Single-character stop words; unlike the above often half of a word that no dictionary has. */
const stopWords = new Set('着过得地哪想要能会是有在去来给被把让跟和与及或也都还就个些又再对从到没不');

/** Words that ask for somebody's duties, and those that go with them. */
const dutyWords = new Set(
  (
    '负责 主管 分管 管 做 干 干嘛 事 事情 事项 任务 职责 责任 职能 分工 工作 承担 牵头 配合 参与 落实 完成 ' +
    '指标 目标 措施 清单 内容 具体 主要 全部 所有 涉及'
  ).split(' '),
);

/** True for a word that asks for duties, and is no subject of its own beside a unit's name. */
export const asksDuties = (word: string): boolean => dutyWords.has(word);

/** True for a single-character stop word. */
export const isStopWord = (tokens: readonly string[]): boolean => tokens.length === 1 && stopWords.has(tokens[0] ?? '');

const dictionary = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Tokens cut into words by the browser's dictionary of Chinese; uncut where it has none. */
function dictionaryWords(tokens: readonly string[]): string[][] {
  if (!dictionary) return [[...tokens]];
  const cuts = new Set([...dictionary.segment(tokens.join(''))].map(({ index }) => index));
  const words: string[][] = [];
  let offset = 0;
  for (const token of tokens) {
    if (cuts.has(offset) || words.length === 0) words.push([]);
    words.at(-1)?.push(token);
    offset += token.length;
  }
  return words;
}

/** Cuts tokens into words. Neighbouring single characters are one word that the dictionary does not have. */
export function cutIntoWords(tokens: readonly string[]): { tokens: string[]; isDictionaryWord: boolean }[] {
  const words: { tokens: string[]; isDictionaryWord: boolean }[] = [];
  let afterSingle = false;
  for (const word of dictionaryWords(tokens)) {
    const [token = ''] = word;
    const isSingle = word.length === 1 && isHan(token) && !stopWords.has(token);
    const last = words.at(-1);
    if (isSingle && afterSingle && last) {
      last.tokens.push(token);
      last.isDictionaryWord = false;
    } else words.push({ tokens: word, isDictionaryWord: dictionary !== undefined });
    afterSingle = isSingle;
  }
  return words;
}

/** The runs of tokens that tell the subject of a query: what is left between question words and punctuation. */
export function contentRuns(tokens: readonly string[]): string[][] {
  const runs: string[][] = [[]];
  for (let at = 0; at < tokens.length; ) {
    const phrase = stopPhrases.find((one) => one.every((sign, index) => tokens[at + index] === sign));
    const token = tokens[at] ?? '';
    if (!phrase && isMeaningful(token) && !particles.has(token)) runs.at(-1)?.push(token);
    else runs.push([]);
    at += phrase?.length ?? 1;
  }
  return runs
    .flatMap((run) => {
      const kept: string[][] = [[]];
      for (const word of dictionaryWords(run))
        if (word.length === 1 && separators.has(word[0] ?? '')) kept.push([]);
        else kept.at(-1)?.push(...word);
      return kept;
    })
    .filter((run) => run.length > 0);
}

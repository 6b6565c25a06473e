import { isHan, isMeaningful } from '../shared/tokenizer.ts';

/** What is asked for: a person, body, place, time or thing; a way; an amount. */
const interrogatives = [
  '谁|哪[里儿边]|为什么|为[何啥]|凭(?:什么|啥)|何[时地处]|几时|(?:哪一?[个家些位]?|什么|啥)(?:部门|单位|机构|科室|窗口|地方|时候|时间|意思)?',
  '怎么|怎样|咋|如何',
  '多少(?:钱|天)?|多久|多长时间|好?几[天个次]',
].join('|');
/** What leads to it: 归谁, 该找哪个部门, 有什么. */
const leading = '归|由|干|应?该|需要|要|找|去|到|在|问|是|有|[讲说写]了?';
/** Auxiliaries after it: 什么时候能, 怎么才可以. */
const auxiliaries = '可以|需要|[来去才能会要给]';
/** What the one that is asked for does: 谁来牵头, 哪个部门管, 怎么办. */
const doing = '负责|主管|分管|管理?|牵头|受理|办理|处理|解决|[办做弄搞样走](?!\\p{Script=Han})';

const choices = '可不可以|(?<verb>[能会要有是])[不没]\\k<verb>';
const asking = new RegExp(`${interrogatives}|${choices}|吗`, 'u');
/** True for a text that holds a question word: 怎么, 哪里, 能不能, 吗. */
export const isQuestion = (text: string): boolean => asking.test(text);

const questionPhrases = [
  `(?:${leading})*(?:${interrogatives})(?:${auxiliaries})*(?:${doing})*`,
  // 能不能, 有没有.
  `(?:${choices})(?:${auxiliaries})*`,
  // How bad something is: the degree of a complaint, not its subject.
  '[太很好真][慢贵久长高多少难乱远低差烦]',
  '请问|想问|我想|我要|想要|[我你他咱]们|我家|现在|一下|可以|需要|应该|关于|有关|到底|麻烦|帮[忙我]|[老总](?:是[来要]?|来|(?=[被要]))|一直|还是|或者|以及|因为|所以|是否',
  // Particles, pronouns and adverbs that are no part of what stands before or after them.
  '[吗呢吧啊呀嘛的了么我你他它您这那很太请]',
].join('|');
/** Words with one of the characters above as a part. */
const uncut = '任何|[主重]要|目的|标的|的确|了解|其[他它]|自我|[申聘邀报提]请|请[求示]|太[阳空]';
const cuts = new RegExp(`(?<uncut>${uncut})|${questionPhrases}`, 'gu');

/** The offsets, in UTF-16 code units, of what stands in question words. */
export function questionWordsIn(text: string): Set<number> {
  const cut = new Set<number>();
  for (const { index, 0: words, groups } of text.matchAll(cuts))
    if (!groups?.uncut) for (let at = index; at < index + words.length; at++) cut.add(at);
  return cut;
}

/** The runs of tokens that tell the subject of a query: what is left between question words and punctuation. */
export function contentRuns(tokens: readonly string[]): string[][] {
  // Question words are of Han characters, each of which is a token.
  const cut = questionWordsIn(tokens.join(''));
  const runs: string[][] = [[]];
  let offset = 0;
  for (const token of tokens) {
    if (cut.has(offset) || !isMeaningful(token)) runs.push([]);
    else runs[runs.length - 1]?.push(token);
    offset += token.length;
  }
  return runs.filter((run) => run.length > 0);
}

/** Words that ask for somebody's duties, and those that go with them. */
const duties =
  '今年|本年度?|\\d{4}年度?|分别|各自|负责|[主分]管|管|做|干嘛?|事[情项]?|任务|职[责能]|责任|单位|部门|分工|工作|承担|牵头|配合|参与|落实|完成|指标|目标|措施|清单|内容|具体|主要|全部|所有|涉及';
const askDuties = new RegExp(`^[要该应]?(?:${duties})+$`, 'u');

/** True for words that ask for duties, and are no subject of their own beside a unit's name. */
export const asksDuties = (words: string): boolean => askDuties.test(words);

const dutiesAfter = new RegExp(`^(?<subject>.+?)(?:的?[要该应]?(?:${duties}))$`, 'u');
/** What is left of words that end in a question for duties, the longest first: 主管部门负责 → 主管部门, 主管. */
export function beforeDuties(words: string): string[] {
  const subject = dutiesAfter.exec(words)?.groups?.subject;
  return subject === undefined ? [] : [subject, ...beforeDuties(subject)];
}

/** A reader's own unit: 我们局, 本单位. */
const ownUnit =
  /^(?:请问)?(?:我们?|咱们?|本)的?(?:这个)?(?:单位|部门|科室|中心|街道办?|办事处|[局办委院所处科队部乡镇])的?(?:今年|本年度?|\d{4}年度?)?的?(?<rest>.*)$/u;

/** True for a query for the duties of the reader's own unit, whose name it does not tell. */
export const asksOwnDuties = (tokens: readonly string[]): boolean => {
  const rest = ownUnit.exec(tokens.join(''))?.groups?.rest;
  return rest !== undefined && contentRuns([...rest]).every((run) => asksDuties(run.join('')));
};

/** Auxiliaries at the beginning of two characters, which leave half a word: 能发. */
const auxiliary = /^[能会要想给去来可]/u;

/** True for what can be searched for by itself: two characters that are no auxiliary and half a word, or a word in letters or digits. */
export const isWholeWord = (tokens: readonly string[]): boolean =>
  tokens.some((token) => !isHan(token)) || tokens.length > (auxiliary.test(tokens[0] ?? '') ? 2 : 1);

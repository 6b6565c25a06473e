import { Document, isMap, stringify } from 'yaml';
import { fieldsAt } from '../schema/error-map.ts';
import { explanation } from '../schema/primitives.ts';
import { siteSchema } from '../schema/site.ts';
import type { TopicKind } from '../schema/topic.ts';
import type { UnitKind } from '../schema/unit.ts';
import { syllablesOf } from '../text/pinyin.ts';
import type { Entries, PlanEntries } from './entries.ts';
import { contentFiles } from './paths.ts';

/** A file to begin: its path in the content folder, its text, and what the editor does next. Nothing in it is invented. */
export interface NewFile {
  file: string;
  text: string;
  next: string;
}

const yaml = (data: object) => stringify(data, { lineWidth: 0, nullStr: '', singleQuote: true });

/** A unit of the registry. */
export const newUnit = (id: string, name: string, kind: UnitKind): NewFile => ({
  file: contentFiles.unit(id),
  text: yaml({ name, kind }),
  next: '在措施或任务的 units 里写上这个单位的名称，检查就能通过；文件里有别的印法的，加一行 aliases: [别的印法]',
});

/** Words that begin or are names of many offices, and those for offices that a document leaves open. */
const manyOffices = /^(?:各|全体)|等(?:部门|单位)?$/u;
const openOffices = /^(?:其他|相关|有关)|(?:相关|有关|责任|主管|行业)(?:职能)?(?:部门|单位|方面)$/u;

/** What a name says of its kind; the editor knows better. */
const kindByName = (name: string): UnitKind =>
  manyOffices.test(name) ? 'collective' : openOffices.test(name) ? 'group' : 'unit';

/** The word for the level of government, or for all of a kind, with which names of offices begin. */
const level = /^[各省市区县州旗镇乡](?=.{2})/u;

/** An id from the sound of a name without the word that most names begin with: `shangwu-ju` of 区商务局. */
function idByName(name: string, taken: ReadonlySet<string>): string {
  const syllables = syllablesOf(name.replace(level, '')).map((one) => one.replace(/[^a-z0-9]/gu, ''));
  const id = [syllables.slice(0, -1).join(''), syllables.at(-1) ?? ''].filter(Boolean).join('-') || 'unit';
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(free)) return free;
  }
}

/** An entry of the registry for each name, with its id and kind read off it. */
export function newUnits({ units }: Entries, names: readonly string[]): NewFile[] {
  const taken = new Set(units.map(({ id }) => id));
  return names.map((name) => {
    const id = idByName(name, taken);
    taken.add(id);
    return {
      ...newUnit(id, name, kindByName(name)),
      next: '看一遍各个文件：名称读得对不对，kind 对不对；编号不合适的，发布以前改文件名；同一单位的两种印法，留一个文件，另一种写进 aliases',
    };
  });
}

/** The settings of a handbook with what each means, all blank but those that have a value when nothing is said. */
function blankSite(): string {
  const { shape } = siteSchema;
  const values = Object.entries(shape).map(([field, schema]): [string, unknown] => {
    const inner = fieldsAt(siteSchema, [field], undefined);
    if (inner.length > 0) return [field, Object.fromEntries(inner.map((one) => [one, null]))];
    return [field, schema.safeParse(undefined).data ?? null];
  });
  const document = new Document({ ...Object.fromEntries(values), base: '/' });
  if (isMap<{ value: string; commentBefore?: string }>(document.contents))
    for (const { key } of document.contents.items)
      key.commentBefore = ` ${explanation(shape[key.value as keyof typeof shape].meta())}`;
  return document.toString({ lineWidth: 0, nullStr: '', singleQuote: true });
}

/** What a content folder must have before its first plan. */
export const newHandbook = (): NewFile[] => [
  {
    file: contentFiles.site,
    text: blankSite(),
    next: '打开它填写 name 和 description，其余知道多少填多少',
  },
  {
    file: contentFiles.thesaurus,
    text: 'synonyms: []\n',
    next: '方案放进来以后，再写读者的说法对应文件里的哪个词',
  },
];

/** A topic, last of its kind. */
export function newTopic({ topics }: Entries, id: string, name: string, kind: TopicKind): NewFile {
  const orders = topics.filter(({ data }) => data.kind === kind).map(({ data }) => data.order);
  return {
    file: contentFiles.topic(id),
    text: yaml({ name, kind, order: Math.max(0, ...orders) + 1 }),
    next: `在措施或任务的 topics 里写上 ${id}，检查就能通过；次序要变的，改 order`,
  };
}

/** A measure with the first free number, in a plan with a list with one task after the last; its words are blank until they are copied. */
export function newMeasure({ id, plan, measures }: PlanEntries, paths: ReadonlySet<string>): NewFile {
  let number = 1;
  while (paths.has(contentFiles.measure(id, number))) number += 1;
  const file = contentFiles.measure(id, number);
  const [before] = measures
    .filter(({ data }) => data.number < number)
    .toSorted((a, b) => b.data.number - a.data.number);
  const { annex, environments, numbering } = plan.data;
  const isPrinted = numbering === 'printed';
  const task = Math.max(0, ...measures.flatMap(({ data }) => data.tasks.map((one) => one.number))) + 1;
  const data = {
    number,
    title: null,
    ...(environments.length > 0 && { environment: before?.data.environment ?? environments[0]?.title }),
    units: isPrinted ? [{ printed: null, reads: null }] : null,
    topics: null,
    ...(annex && { tasks: [{ number: task, text: null, units: null }] }),
  };
  return {
    file,
    text: `---\n${yaml(data)}---\n`,
    next: `照${plan.data.words.plan}填写 title、environment、units 和第二行 --- 下面的正文${isPrinted ? '（连编号、标题和写单位的括号，没有的字段删去）' : ''}${annex ? '，照任务清单填写 tasks' : ''}；topics 写 content/topics 里的文件名。还有哪里要填，运行 npm run check 会一一列出`,
  };
}

/** What readers ask of one measure; undefined if the plan has no measure of that number. */
export function newQuestions({ id, plan, measures }: PlanEntries, number: number): NewFile | undefined {
  if (!measures.some(({ data }) => data.number === number)) return undefined;
  return {
    file: contentFiles.questions(id, number),
    text: 'answers: []\n',
    next: `${plan.data.annex ? '每项任务、每句话各写一组：task 写任务的序号，没有列入清单的话' : '每句话写一组：'}用 sentence 抄正文里那一句开头的几个字；questions 一项一句，照读者说话的样子写`,
  };
}

/** Matters that the handbook does not hold. */
export const newElsewhere = (): NewFile => ({
  file: contentFiles.elsewhere,
  text: 'matters: []\n',
  next: '加一件事：matter 写什么事，words 写读者的说法，where 写在哪里办，source 写公开的出处',
});

/** Where pages went that were published. */
export const newRedirects = (): NewFile => ({
  file: contentFiles.redirects,
  text: 'redirects: []\n',
  next: '加一条：from 写原来的网址，to 写现在的网址，从网站名称以后写起，末尾有 /，如 support/tax/',
});

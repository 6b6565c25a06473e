import { stringify } from 'yaml';
import type { TopicKind } from '../schema/topic.ts';
import type { UnitKind } from '../schema/unit.ts';
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

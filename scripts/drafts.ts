import { stringify } from 'yaml';
import { contentFiles, planIdOf } from '../src/loader/paths.ts';
import type { Handbook, Plan } from '../src/model/types.ts';
import type { TopicKind } from '../src/schema/topic.ts';
import type { UnitKind } from '../src/schema/unit.ts';

/** A file to be begun: where it goes, what stands in it, and what the editor does next. Nothing in it is invented. */
export interface Draft {
  /** Relative to the content folder. */
  file: string;
  text: string;
  next: string;
}

const yaml = (data: object) => stringify(data, { lineWidth: 0, nullStr: '', singleQuote: true });

/** A unit of the registry. */
export const unitDraft = (id: string, name: string, kind: UnitKind): Draft => ({
  file: contentFiles.unit(id),
  text: yaml({ name, kind }),
  next: '在措施或任务的 units 里写上这个单位的名称，检查就能通过；文件里有别的印法的，加一行 aliases: [别的印法]',
});

/** A topic, last of its kind. */
export const topicDraft = ({ topics }: Pick<Handbook, 'topics'>, id: string, name: string, kind: TopicKind): Draft => ({
  file: contentFiles.topic(id),
  text: yaml({
    name,
    kind,
    order: Math.max(0, ...topics.filter((topic) => topic.kind === kind).map(({ order }) => order)) + 1,
  }),
  next: `在措施或任务的 topics 里写上 ${id}，检查就能通过；次序要变的，改 order`,
});

/** A measure, in a plan with a list with one task, each with the number after the last; its words are blank until they are copied. */
export function measureDraft(plan: Plan, files: readonly string[]): Draft {
  const own = files.filter((file) => planIdOf(file) === plan.id);
  let number = 1;
  while (own.includes(contentFiles.measure(plan.id, number))) number += 1;
  const before = plan.measures.findLast((measure) => measure.number < number);
  const task = Math.max(0, ...plan.tasks.map((one) => one.number)) + 1;
  const data = {
    number,
    title: null,
    environment: before?.environment.title ?? plan.environments[0]?.title ?? null,
    units: null,
    topics: [],
    ...(plan.annex && { tasks: [{ number: task, text: null, units: null }] }),
  };
  return {
    file: contentFiles.measure(plan.id, number),
    text: `---\n${yaml(data)}---\n`,
    next: `照方案填写 title、environment、units 和第二行 --- 下面的正文${plan.annex ? '，照任务清单填写 tasks' : ''}；topics 写 content/topics 里的文件名。还有哪里要填，运行 npm run check 会一一列出`,
  };
}

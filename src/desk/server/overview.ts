import type { Entries } from '../../loader/entries.ts';
import { contentFiles, planIdOf } from '../../loader/paths.ts';
import { type ContentFile, readContent } from '../../loader/read.ts';
import { kindOf } from '../../loader/stray-files.ts';
import type { FileKind } from '../../schema/content-types.ts';
import { topicKinds } from '../../schema/topic.ts';
import { fileName } from '../core/changes.ts';
import { formData } from '../core/edit.ts';
import type { Named, Overview } from '../core/messages.ts';
import { hashOf } from './files.ts';

/** The heading under which the files are listed that belong to no plan, and have none of their own. */
const handbook = '手册';

const groups: Partial<Record<FileKind, string>> = { units: '单位', topics: '分类' };

/** The kinds of file in which something stands that other fields choose among. */
const named: readonly FileKind[] = ['plans', 'measures', 'topics', 'units'];

const isReport = (path: string) => path === contentFiles.importReport(planIdOf(path) ?? '');

/** Plans stand between the first of these and the others. */
const order = [handbook, '', '分类', '单位'];

/** The files of a plan as they are worked through. */
const inPlan: readonly (FileKind | undefined)[] = ['plans', 'measures', 'questions', 'corrections'];

const kinds = Object.keys(topicKinds);

/** Topics as readers see them: by kind, and in its order. */
const byKind = (topics: Entries['topics']) =>
  topics.toSorted((a, b) => kinds.indexOf(a.data.kind) - kinds.indexOf(b.data.kind) || a.data.order - b.data.order);

/** What a file is called under its heading, where the name of its plan need not be said again; a measure with its title. */
function listName(path: string, text: string): string {
  const name = fileName(path, new Map([[path, text]]));
  const { title, name: own } = (kindOf(path) === 'measures' && formData(text, path)) || {};
  return [name, title ?? own].filter(Boolean).join(' ');
}

/** What a content folder holds, as the desk lists it. */
export function overviewOf(
  folder: string,
  files: readonly ContentFile[],
  undo: string | undefined,
  git: boolean,
): Overview {
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  // What names nothing need not be read.
  const { entries } = readContent(files.filter(({ path }) => named.includes(kindOf(path) ?? 'site')));
  const planName = (id: string) => entries.plans.find((one) => one.id === id)?.plan.data.shortTitle ?? id;
  const groupOf = (path: string) => {
    const kind = kindOf(path);
    const plan = planIdOf(path);
    return (kind && groups[kind]) ?? (plan === undefined ? handbook : `文件：${planName(plan)}`);
  };
  const targetsOf = ({ measures }: (typeof entries.plans)[number]): Named[] =>
    measures.flatMap(({ data }) => data.targets.map(({ id, name }) => ({ value: id, label: name })));
  const targetNames = new Map(
    entries.plans.flatMap(({ id, measures }) =>
      measures.map(({ data }) => [
        contentFiles.measure(id, data.number),
        data.targets.map(({ name }) => name).join('\n'),
      ]),
    ),
  );
  const rank = (group: string) => Math.max(order.indexOf(group), order.includes(group) ? 0 : 1);
  const listed = files
    .filter(({ path }) => kindOf(path) || isReport(path))
    .map(({ path, bytes }) => ({
      file: path,
      name: isReport(path) ? '导入报告' : listName(path, texts.get(path) ?? ''),
      also: targetNames.get(path) ?? '',
      group: groupOf(path),
      hash: hashOf(bytes),
    }));
  return {
    folder,
    files: listed.sort(
      (a, b) =>
        rank(a.group) - rank(b.group) ||
        (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) ||
        inPlan.indexOf(kindOf(a.file)) - inPlan.indexOf(kindOf(b.file)),
    ),
    choices: {
      topics: byKind(entries.topics).map(({ id, data }) => ({
        value: id,
        label: `${data.name}（${topicKinds[data.kind]}）`,
      })),
      units: entries.units.map(({ id, data }) => ({ value: id, label: data.name })),
      plans: entries.plans.map(({ id }) => ({ value: id, label: planName(id) })),
      targets: Object.fromEntries(entries.plans.map((plan) => [plan.id, targetsOf(plan)])),
    },
    undo,
    git,
  };
}

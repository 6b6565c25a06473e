import { idFor, type Named, named } from '../../loader/did-you-mean.ts';
import { itemsIn } from '../../loader/meant.ts';
import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import { topicPath } from '../../routes/paths.ts';
import type { MeasureData } from '../../schema/measure.ts';
import type { PlanData } from '../../schema/plan.ts';
import { type Content, isPublished, once, placesText, type Rule } from '../rule.ts';

/** A topic that is named somewhere and that there is not. */
interface Unknown extends Pick<Problem, 'file' | 'path'> {
  word: string;
  /** The topics that it is several of: `trade credit`. */
  several?: string[];
}

/** Every list of topics, with its place. */
const listsIn = ({ files }: Content) =>
  files.flatMap(({ file, kind, fields }) => {
    const { topics, tasks = [], channels = [] } = (fields ?? {}) as Partial<MeasureData & Pick<PlanData, 'channels'>>;
    const lists = [
      { path: ['topics'], words: topics },
      ...tasks.map((task, index) => ({ path: ['tasks', index, 'topics'], words: task.topics })),
      ...channels.map((channel, index) => ({ path: ['channels', index, 'topics'], words: channel.topics })),
    ];
    return kind === 'measures' || kind === 'plans' ? lists.map(({ path, words = [] }) => ({ file, path, words })) : [];
  });

const expected = 'content/topics/ 里的一个文件名';

/** A list in which one item is several topics. */
const several = (
  { file, path, several: ids = [], word }: Unknown,
  known: readonly Named[],
  words: readonly string[],
) => {
  const meant = words.flatMap((one) => (one === word ? ids : one)).map((one) => named(one, known)?.one.id ?? one);
  return {
    file,
    path: path.slice(0, -1),
    found: `“${word}”，几个主题写在了一项里`,
    expected: '一项一个主题，各项之间用英文逗号“,”隔开',
    mend: `写成 [${meant.join(', ')}]`,
    repair: { value: meant },
  };
};

/** What is said of a topic that there is not, once for all places that name it. */
function missing(word: string, places: readonly Unknown[], known: readonly Named[], content: Content): Problem {
  const [{ file, path } = { file: '', path: [] }, ...more] = places;
  const all = placesText(content, places);
  const gone = contentFiles.topic(word);
  const address = topicPath({ id: word });
  if (isPublished(content, address)) {
    const fresh = known.filter(({ id }) => !isPublished(content, topicPath({ id }))).map(({ id }) => id);
    const now = fresh.length === 1 ? fresh[0] : undefined;
    return {
      file: gone,
      path: [],
      line: 1,
      found: `没有这个文件，而有 ${places.length} 处写着主题 ${word}：${all}`,
      expected: '发布过的主题一直有它的文件',
      mend: `${now ? `把 ${contentFiles.topic(now)} 的文件名改回 ${word}.yaml` : `从上一个版本恢复 ${gone}，改过文件名的改回来`}；确要${now ? '改名' : '去掉'}，各处都改成${now ? ` ${now}` : '别的主题'}，再在 content/${contentFiles.redirects} 里写 from: ${address} 和 to: ${now ? topicPath({ id: now }) : '现在的网址'}`,
    };
  }
  const near = named(word, known);
  return {
    file,
    path,
    found: `主题“${word}”${more.length > 0 ? `，共 ${places.length} 处：${all}` : ''}`,
    expected,
    mend: idFor(word, known),
    ...(near?.isSame && more.length === 0 ? { repair: { value: near.one.id } } : {}),
  };
}

export const rule: Rule = {
  id: 'known-topic',
  reason: 'A measure, a task or a channel answers topics that there are.',
  needs: ['topics'],
  structural: true,
  runs: once((content) => {
    const known = content.entries.topics.map(({ id, data }): Named => ({ id, names: [data.name] }));
    const isKnown = (word: string) => known.some(({ id }) => id === word);
    const found = listsIn(content).map(({ file, path, words }) => ({
      words,
      unknown: [...words.entries()]
        .filter(([, word]) => !isKnown(word))
        .map(([index, word]): Unknown => {
          const items = itemsIn(word);
          const isSeveral = items.length > 1 && items.every((one) => named(one, known)?.isSame);
          return { file, path: [...path, index], word, ...(isSeveral ? { several: items } : {}) };
        }),
    }));
    const single = found.flatMap(({ unknown }) => unknown.filter((one) => !one.several));
    return [
      ...found.flatMap(({ words, unknown }) =>
        unknown.filter((one) => one.several).map((one) => several(one, known, words)),
      ),
      ...[...Map.groupBy(single, ({ word }) => word)].map(([word, places]) => missing(word, places, known, content)),
    ];
  }),
  bad: {
    'measures/01.mdx:6 topics[1] 查到：主题“融资” 应为：content/topics/ 里的一个文件名 改法：写成 funding（融资）': {
      'measures/01.mdx': { 'topics: [funding]': 'topics: [融资]' },
    },
    'measures/01.mdx:6 topics[1] 查到：主题“外贸” 应为：content/topics/ 里的一个文件名 改法：没有相近的；有的是 funding（融资）、power（用电）':
      { 'measures/01.mdx': { 'topics: [funding]': 'topics: [外贸]' } },
    'measures/01.mdx:6 topics 查到：“funding 用电”，几个主题写在了一项里 应为：一项一个主题，各项之间用英文逗号“,”隔开 改法：写成 [funding, power]':
      { 'measures/01.mdx': { 'topics: [funding]': 'topics: [funding 用电]' } },
    'measures/01.mdx:25 tasks[2].topics[1] 查到：主题“powr” 应为：content/topics/ 里的一个文件名 改法：最接近的是 power（用电）':
      { 'measures/01.mdx': { 'topics: [power]': 'topics: [powr]' } },
    'measures/01.mdx:6 topics[1] 查到：主题“fund”，共 2 处：plans/mini/measures/01.mdx 第6行；plans/mini/measures/02.mdx 第6行 应为：content/topics/ 里的一个文件名 改法：最接近的是 funding（融资）':
      {
        'measures/01.mdx': { 'topics: [funding]': 'topics: [fund]' },
        'measures/02.mdx': { 'topics: [funding]': 'topics: [fund]' },
      },
    'topics/power.yaml:1 查到：没有这个文件，而有 1 处写着主题 power：plans/mini/measures/01.mdx 第25行 应为：发布过的主题一直有它的文件 改法：把 topics/electricity.yaml 的文件名改回 power.yaml；确要改名，各处都改成 electricity，再在 content/redirects.yaml 里写 from: support/power/ 和 to: support/electricity/':
      {
        'topics/power.yaml': null,
        'topics/electricity.yaml': 'name: 用电\nkind: need\norder: 2\n',
        'published.txt': 'support/funding/\nsupport/power/\n',
      },
    'topics/power.yaml:1 查到：没有这个文件，而有 1 处写着主题 power：plans/mini/measures/01.mdx 第25行 应为：发布过的主题一直有它的文件 改法：从上一个版本恢复 topics/power.yaml，改过文件名的改回来；确要去掉，各处都改成别的主题，再在 content/redirects.yaml 里写 from: support/power/ 和 to: 现在的网址':
      { 'topics/power.yaml': null, 'published.txt': 'support/funding/\nsupport/power/\n' },
    'plan.mdx:23 channels[1].topics[1] 查到：主题“powr” 应为：content/topics/ 里的一个文件名 改法：最接近的是 power（用电）':
      {
        'plan.mdx': {
          'annex:': 'channels:\n  - name: 百日办结\n    task: 3\n    topics: [powr]\nannex:',
        },
      },
  },
};

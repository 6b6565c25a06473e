import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Plan } from '../../model/types.ts';
import { type Difference, differences } from '../fidelity/compare.ts';
import type { Origin } from '../fidelity/rows.ts';
import { eachPlan, fileOf, type Rule } from '../rule.ts';

type Place = Pick<Problem, 'file' | 'path'>;

/** The file and field in which words of the document stand. */
function placeOf(origin: Origin, plan: Plan): Place {
  const record = contentFiles.plan(plan.id);
  switch (origin.kind) {
    case 'plan':
      return { file: record, path: origin.path };
    case 'block':
      return { file: record, path: ['body', origin.index] };
    case 'measure':
      return {
        file: fileOf({ plan, number: origin.number }),
        path: origin.field === 'text' ? ['body', origin.block ?? 0] : [origin.field],
      };
    case 'task': {
      const task = plan.tasks.find(({ number }) => number === origin.number);
      if (!task) return { file: record, path: [] };
      return { file: fileOf(task.measure), path: ['tasks', task.measure.tasks.indexOf(task), origin.field] };
    }
  }
}

/** Words within a line are told by those before them; at its beginning, the line as a whole is missing or too much. */
const different = ({ line, before, source, content }: Difference, place: Place): Problem => ({
  ...place,
  found: before ? `“${before}”之后${content ? `是“${content}”` : '没有了'}` : content ? `“${content}”` : '没有这一行',
  expected: source
    ? `source.txt 第${line}行作“${before}${source}”`
    : `source.txt 第${line}行${before ? `到“${before}”为止，没有后面的字` : '之后没有这一行'}`,
  mend: '照 source.txt 改回；确是原件的差错，就在 corrections.yaml 记一条更正',
});

const misplaced = ({ line, content }: Difference, place: Place, count: number): Problem => ({
  ...place,
  found: `“${content}”一行的位置不对${count > 1 ? `（同样移了位置的共 ${count} 行）` : ''}`,
  expected: `在 source.txt 第${line}行的位置`,
  mend: '核对附近各条措施的 environment、plan.mdx 里 environments 和段落的次序，或 corrections.yaml 里 merged-cells、page-heads 的行号',
});

/** Of a source that ends too soon, one thing is wrong, and not each line of the content after its end. */
const cutShort = (plan: Plan, beyond: readonly Difference[]): Problem => ({
  file: contentFiles.source(plan.id),
  path: [],
  line: beyond[0]?.line ?? 1,
  found: `全文到这一行为止，而内容里还有 ${beyond.length} 处在它后面：从“${beyond[0]?.content}”起`,
  expected: '收到的全文，一直到末尾',
  mend: '从上一个版本恢复 source.txt；内容里确有多出的，删去',
});

export const rule: Rule = {
  id: 'fidelity',
  reason: 'The content, its corrections taken back, is the source to the character: nothing is unexplained.',
  needs: ['plans', 'measures', 'corrections', 'source'],
  runs: eachPlan((plan, { sources }) => {
    const source = sources.get(plan.id);
    if (source === undefined) return [];
    const lastLine = source.trimEnd().split('\n').length;
    const { moved = [], other = [] } = Object.groupBy(differences(plan, source), ({ kind }) =>
      kind === 'moved' ? 'moved' : 'other',
    );
    const beyond = other.filter((one) => one.source === '' && one.line >= lastLine);
    const isCut = beyond.length > 1;
    const found = [
      ...(isCut ? [cutShort(plan, beyond)] : []),
      ...other.filter((one) => !isCut || !beyond.includes(one)).map((one) => different(one, placeOf(one.origin, plan))),
      ...moved.slice(0, 1).map((one) => misplaced(one, placeOf(one.origin, plan), moved.length)),
    ];
    // A title stands in the text and in the list: what is wrong with it is reported once.
    const isFirst = ({ file, path }: Problem, index: number) =>
      path[0] === 'body' || found.findIndex((one) => one.file === file && one.path.join() === path.join()) === index;
    return found.filter(isFirst);
  }),
  bad: {
    'plan.mdx:11 issuedText 查到：“2025年3月28日印发” 应为：source.txt 第45行之后没有这一行 改法：照 source.txt 改回；确是原件的差错，就在 corrections.yaml 记一条更正':
      { 'source.txt': { '\n2025年3月28日印发': '' } },
    'measures/01.mdx:28 查到：“1.强化要素。深化融资”之后是“体制，全年组织银企对接会” 应为：source.txt 第19行作“1.强化要素。深化融资机制，全年组织银企对接会” 改法：照 source.txt 改回；确是原件的差错，就在 corrections.yaml 记一条更正':
      { 'measures/01.mdx': { '\n深化融资机制': '\n深化融资体制' } },
    'measures/01.mdx:3 title 查到：“1.强化要素。”之后是“。深化融资机制，全年组织” 应为：source.txt 第19行作“1.强化要素。深化融资机制，全年组织银” 改法：照 source.txt 改回；确是原件的差错，就在 corrections.yaml 记一条更正':
      { 'measures/01.mdx': { 'title: 强化要素': 'title: 强化要素。' } },
  },
};

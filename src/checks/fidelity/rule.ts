import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { CorrectionKind } from '../../schema/correction.ts';
import { hiddenIn, type PlanScope, type Rule, type Scope } from '../context.ts';
import { measuresNumbered, tasksNumbered, tasksOfMeasure } from '../rules/numbering.ts';
import { bodies, environments } from '../rules/plan-text.ts';
import { listed } from '../rules/task-list.ts';
import { type Difference, differences, type Origin } from './transcript.ts';

/** The kinds of correction that say how the document as received is printed, and mean nothing without it. */
const ofTranscription: readonly CorrectionKind[] = [
  'restored',
  'break',
  'text-cells',
  'unit-cells',
  'merged-cells',
  'page-heads',
];

export const sourceThere: Rule = ({ plans, entries: all }) => {
  const hidden = hiddenIn(all);
  return plans.flatMap(({ plan: { id, corrections }, entries: { unsourced } }): Problem[] => {
    const file = contentFiles.source(id);
    const told = corrections.find(({ kind }) => ofTranscription.includes(kind));
    if (!told || !unsourced || hidden('', file)) return [];
    return [
      {
        file,
        path: [],
        found: '没有这个文件',
        expected: `原件的全文：corrections.yaml 记有它的差错（${told.id} 等），没有它就无从核对`,
        mend: '从上一个版本恢复 source.txt；原件的格式检查不能核对的，把收到的文件存成 received.docx、received.md 或 received.txt',
      },
    ];
  });
};

/** Where the source does not yet show words to be right or wrong, as something else is wrong there. */
interface Unclear {
  files: ReadonlySet<string>;
  /** Measures stand in wrong environments or in none, so that these count wrongly. */
  environments: boolean;
  /** Rows of the list whose cells hold texts of tasks that may be missing. */
  rows: ReadonlySet<number>;
}

function unclearIn(scope: Scope, one: PlanScope): Unclear {
  const { plan, placed, entries } = one;
  const folder = contentFiles.planFolder(plan.id);
  const own = ({ file }: Pick<Problem, 'file'>) => file.startsWith(folder);
  const alone = { ...scope, plans: [one] };
  const grouped = [...environments(alone), ...scope.unresolved].filter(own);
  const told = [listed, measuresNumbered, tasksNumbered, tasksOfMeasure, bodies].flatMap((rule) => rule(alone));
  const faulty = [...(scope.entries.faulty?.keys() ?? [])].filter((file) => own({ file }));
  const astray = grouped.filter(({ path }) => path.includes('environment') || path.includes('environments'));
  return {
    files: new Set([
      ...faulty,
      ...[...told, ...astray].map(({ file }) => file),
      ...(placed ? [] : [entries.plan.file]),
    ]),
    environments: astray.length > 0,
    rows: new Set(plan.corrections.flatMap((one) => (one.kind === 'text-cells' ? one.rows : []))),
  };
}

export const fidelity: Rule = (scope) =>
  scope.plans.flatMap((own) => {
    const { source } = own.entries;
    const unclear = unclearIn(scope, own);
    if (source === undefined || unclear.files.has(contentFiles.corrections(own.plan.id))) return [];
    const isWhole = unclear.files.size === 0;
    const all = differences(own.plan, source).map((difference) => ({
      difference,
      place: placeOf(difference.origin, own),
    }));
    const moved = all.filter(({ difference }) => difference.kind === 'moved');
    // Where something is missing or misplaced, whole lines are, too, and say nothing more.
    const isClear = ({ kind, origin }: Difference, { file, path }: Place) =>
      kind === 'words' &&
      !unclear.files.has(file) &&
      !(unclear.environments && path[0] === 'environments') &&
      !(origin.kind === 'task' && unclear.rows.has(origin.number));
    const clear = all.filter(({ difference, place }) =>
      isWhole ? difference.kind !== 'moved' : isClear(difference, place),
    );
    const beyond = clear.filter(({ difference }) => isBeyond(difference, source));
    const isCut = beyond.length > 1;
    return [
      ...(isCut
        ? [
            cutShort(
              own.plan.id,
              beyond.map(({ difference }) => difference),
            ),
          ]
        : []),
      ...clear
        .filter((one) => !isCut || !beyond.includes(one))
        .map(({ difference, place }) => different(difference, place)),
      ...(isWhole ? moved.slice(0, 1).map(({ difference, place }) => misplaced(difference, place, moved.length)) : []),
    ];
  });

type Place = Pick<Problem, 'file' | 'path' | 'line'>;

const different = ({ line, before, source, content }: Difference, place: Place): Problem => ({
  ...place,
  found: content ? `“${before}”之后是“${content}”` : `“${before}”之后没有了`,
  expected: source
    ? `source.txt 第${line}行作“${before}${source}”`
    : `source.txt 第${line}行到“${before}”为止，没有后面的字`,
  mend: '照 source.txt 改回；确是转录的差错，就在 corrections.yaml 记一条更正',
});

/** Whether words of the content have nothing for them where the source ends. */
const isBeyond = ({ line, source }: Difference, whole: string) =>
  source === '' && line >= whole.trimEnd().split('\n').length;

/** Of a source that ends too soon, one thing is wrong, and not each line of the content after its end. */
const cutShort = (plan: string, beyond: readonly Difference[]): Problem => ({
  file: contentFiles.source(plan),
  path: [],
  line: beyond[0]?.line ?? 1,
  found: `全文到这一行为止，而内容里还有 ${beyond.length} 处在它后面：从“${beyond[0]?.content}”起`,
  expected: '收到的全文，一直到末尾',
  mend: '从上一个版本恢复 source.txt；内容里确有多出的，删去',
});

const misplaced = ({ line, content }: Difference, place: Place, count: number): Problem => ({
  ...place,
  found: `“${content}”一行的位置不对${count > 1 ? `（同样移了位置的共 ${count} 行）` : ''}`,
  expected: `在 source.txt 第${line}行的位置`,
  mend: '核对附近各条措施的 environment、plan.mdx 里 environments 和段落的次序，或 corrections.yaml 里 merged-cells、page-heads 的行号',
});

/** The file and field in which words of the document stand. */
function placeOf(origin: Origin, { plan, entries, measures }: PlanScope): Place {
  if (origin.kind === 'plan') return { file: entries.plan.file, path: origin.path };
  if (origin.kind === 'block') return { file: entries.plan.file, path: [], line: plan.blocks[origin.index]?.line ?? 1 };
  for (const { measure, entry, blocks } of measures) {
    if (origin.kind === 'measure' && measure.number === origin.number)
      return origin.field === 'text'
        ? { file: entry.file, path: [], line: blocks[0]?.line ?? entry.bodyLine }
        : { file: entry.file, path: [origin.field] };
    const index = origin.kind === 'task' ? measure.tasks.findIndex(({ number }) => number === origin.number) : -1;
    if (origin.kind === 'task' && index >= 0) return { file: entry.file, path: ['tasks', index, origin.field] };
  }
  return { file: entries.plan.file, path: [] };
}

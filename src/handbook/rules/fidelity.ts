import type { CorrectionKind } from '../../schema/correction.ts';
import { contentFiles } from '../entries.ts';
import type { Problem } from '../problem.ts';
import { hiddenIn, type PlanScope, type Rule } from '../scope.ts';
import { differences, type Origin } from '../source.ts';
import { measuresNumbered, tasksNumbered } from './numbering.ts';

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

export const fidelity: Rule = (scope) => {
  const hidden = hiddenIn(scope.entries);
  // Where measures or tasks are missing or misplaced, or files cannot be read, the source says nothing more.
  const unclear = [...measuresNumbered(scope), ...tasksNumbered(scope)].map(({ file }) => file);
  return scope.plans.flatMap((plan) => {
    const folder = contentFiles.planFolder(plan.plan.id);
    if (plan.entries.source === undefined || hidden('', folder) || unclear.some((file) => file.startsWith(folder)))
      return [];
    return differences(plan.plan, plan.entries.source).map(
      ({ origin, line, before, source, content }): Problem => ({
        ...placeOf(origin, plan),
        found: content ? `“${before}”之后是“${content}”` : `“${before}”之后没有了`,
        expected: source
          ? `source.txt 第${line}行作“${before}${source}”`
          : `source.txt 第${line}行到“${before}”为止，没有后面的字`,
        mend: '照 source.txt 改回；确是转录的差错，就在 corrections.yaml 记一条更正',
      }),
    );
  });
};

/** The file and field in which words of the document stand. */
function placeOf(origin: Origin, { plan, entries, measures }: PlanScope): Pick<Problem, 'file' | 'path' | 'line'> {
  if ('plan' in origin) return { file: entries.plan.file, path: origin.plan };
  if ('block' in origin) return { file: entries.plan.file, path: [], line: plan.blocks[origin.block]?.line ?? 1 };
  for (const { measure, entry, blocks } of measures) {
    if ('measure' in origin && measure.number === origin.measure)
      return origin.field === 'text'
        ? { file: entry.file, path: [], line: blocks[0]?.line ?? entry.bodyLine }
        : { file: entry.file, path: [origin.field] };
    const index = 'task' in origin ? measure.tasks.findIndex(({ number }) => number === origin.task) : -1;
    if ('task' in origin && index >= 0) return { file: entry.file, path: ['tasks', index, origin.field] };
  }
  return { file: entries.plan.file, path: [] };
}

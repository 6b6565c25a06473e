import { contentFiles, idOf, planIdOf } from '../../loader/paths.ts';
import type { CorrectionKind } from '../../schema/correction.ts';
import { eachFile, type Rule } from '../rule.ts';

/** The kinds of correction that say how the document as received is printed, and mean nothing without it. */
const ofTranscription: readonly CorrectionKind[] = [
  'restored',
  'break',
  'text-cells',
  'unit-cells',
  'merged-cells',
  'page-heads',
  'split-row',
];

export const rule: Rule = {
  id: 'source-kept',
  reason: 'A plan whose corrections say how the document is printed keeps that document.',
  needs: ['source'],
  runs: eachFile('corrections', ['corrections'], ({ file, data: { corrections }, content: { paths } }) => {
    const plan = planIdOf(file) ?? '';
    const source = contentFiles.source(plan);
    const witness = corrections.find(({ kind }) => ofTranscription.includes(kind));
    const isKept = [...paths].some((path) => path === source || (planIdOf(path) === plan && idOf(path) === 'received'));
    if (!witness || isKept) return [];
    return {
      file: source,
      path: [],
      found: '没有这个文件',
      expected: `原件的全文：corrections.yaml 记有它的差错（${witness.id} 等），没有它就无从核对`,
      mend: '从上一个版本恢复 source.txt；原件的格式检查不能核对的，把收到的文件存成 received.docx、received.md 或 received.txt',
    };
  }),
  bad: {
    'source.txt:1 查到：没有这个文件 应为：原件的全文：corrections.yaml 记有它的差错（m01-break 等），没有它就无从核对 改法：从上一个版本恢复 source.txt；原件的格式检查不能核对的，把收到的文件存成 received.docx、received.md 或 received.txt':
      { 'source.txt': null },
  },
};

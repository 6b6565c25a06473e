import { contentFiles } from '../../loader/paths.ts';
import { withoutBlanks } from '../../text/normalise.ts';
import { sourceLines } from '../fidelity/source-lines.ts';
import { eachPlan, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'left-out',
  reason: 'Words that the content leaves out begin a line of the document.',
  needs: ['plans', 'corrections', 'source'],
  structural: true,
  runs: eachPlan(({ id, corrections }, { sources }) => {
    const source = sources.get(id);
    if (source === undefined) return [];
    const lines = sourceLines(source);
    return corrections.flatMap((correction, index) => {
      if (correction.kind !== 'left-out') return [];
      const words = withoutBlanks(correction.reading);
      if (lines.some(({ text }) => text.startsWith(words))) return [];
      return {
        file: contentFiles.corrections(id),
        path: ['corrections', index, 'reading'],
        found: `source.txt 没有以“${correction.reading}”开头的行`,
        expected: '原件的一行，或一行开头的字',
        mend: '对照 source.txt 改正这些字；这条更正已无用就整条删去',
      };
    });
  }),
  bad: {
    'corrections.yaml:39 corrections[6].reading 查到：source.txt 没有以“2025年3月2日”开头的行 应为：原件的一行，或一行开头的字 改法：对照 source.txt 改正这些字；这条更正已无用就整条删去':
      {
        'corrections.yaml': {
          '  - id: merged\n':
            '  - id: left\n    kind: left-out\n    reading: 2025年3月2日\n    basis: 没有放处。\n    certainty: high\n  - id: merged\n',
        },
      },
  },
};

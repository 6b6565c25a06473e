export interface Outcome {
  engine: string;
  journey: string;
  result: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or what a passed one could not see. */
  remark?: string;
}

const signs = { passed: '✓', failed: '✗', skipped: '–' };

/** A Markdown table of journeys and engines; remarks stand below it, numbered. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const names = (key: 'engine' | 'journey') => [...new Set(outcomes.map((outcome) => outcome[key]))];
  const remarks: string[] = [];
  const cell = (outcome: Outcome | undefined) => {
    if (!outcome) return '';
    const { result, remark } = outcome;
    if (!remark) return signs[result];
    if (!remarks.includes(remark)) remarks.push(remark);
    return `${signs[result]} ${remarks.indexOf(remark) + 1}`;
  };
  const rows = [
    ['', ...names('engine')],
    ['---', ...names('engine').map(() => '---')],
    ...names('journey').map((journey) => [
      journey,
      ...names('engine').map((engine) =>
        cell(outcomes.find((outcome) => outcome.engine === engine && outcome.journey === journey)),
      ),
    ]),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const skips = '✓ passed, ✗ failed, – skipped, which is no pass.';
  return ['', ...rows, '', skips, ...remarks.map((remark, at) => `${at + 1}. ${remark}`)].join('\n');
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { readYaml } from '../../../src/handbook/yaml.ts';
import { type Case, faultTest } from '../../fixtures/cases.ts';
import { checkWith, replace, unsourced } from '../../fixtures/mini.ts';

/** What the build reads where the check reads a text without a fault. */
const built = (yaml: string) => parseFrontmatter(`---\n${yaml}\n---\n`).frontmatter;

/** Values that the versions of YAML, or its parsers, take for different things. */
const odd = [
  ...['2025-03-28', '2025-3-28', '2001-12-14t21:59:43.10-05:00', 'yes', 'no', 'on', 'off', 'y', 'True', 'NULL', '~'],
  ...['0o7', '010', '0x1F', '0b11', '1_000', '1e3', '+5', '.5', '5.', '1:30', '.inf', '.NaN', '-0', '='],
  ...['<<', '!x', '1,000', '？', 'a\u0085b', 'a\u2028b', '=x', '2025年', "'2025-03-28'", '"yes"', '[1_000, 0o7]'],
];

test('whatever the check reads, the build reads the same: dates, yes, numbers with signs in them', () => {
  for (const value of odd) {
    const { data, problems } = readYaml(`title: ${value}`, 'x.yaml', 1);
    if (problems.length === 0) assert.deepEqual(data, built(`title: ${value}`), value);
  }
});

test('whatever is written as a value, the check reads what the build reads or refuses it', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'\n\r\t -:#[]{}<>&*!|\'"%,.=+~_?\\0123456789eExTyYnNoO区甲\u000b\u0085\u2028\ufeff'),
    maxLength: 24,
  });
  fc.assert(
    fc.property(signs, (value) => {
      const yaml = `title: ${value}\nnumber: 1`;
      const { data, problems } = readYaml(yaml.replaceAll('\r\n', '\n'), 'x.yaml', 1);
      // A line `---` is the end of the data to both, before either reads it.
      if (problems.length === 0 && !/^---/mu.test(yaml)) assert.deepEqual(data, built(yaml));
    }),
    { numRuns: 2000 },
  );
});

const m2 = 'plans/mini/measures/02.mdx';
const faults: Case[] = ['2025-03-28', '0o7', 'true'].map((value) => ({
  title: `a title ${value} without quotes is no text to the build, and is told so`,
  change: { [m2]: replace('title: 规范执法', `title: ${value}`), ...unsourced },
  file: m2,
  line: 'title:',
  path: 'title',
  found: /\d|true/u,
  expected: /文字/u,
  mend: /单引号/u,
}));

for (const fault of faults) faultTest(fault);

faultTest({
  title: 'a sign that cannot be seen, as Word leaves it, is told on its line',
  change: { [m2]: replace('units: 区乙办等相关部门', 'units: 区乙办\u000b等相关部门') },
  file: m2,
  line: 'units: 区乙办\u000b',
  found: /U\+000B/u,
  expected: /看得见/u,
  mend: /Word/u,
});

test('a date may stand with or without quotes where a date belongs', () => {
  assert.deepEqual(checkWith({ 'plans/mini/plan.mdx': replace('2025-03-28', "'2025-03-28'") }).problems, []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syllablesOf } from '../../../src/text/pinyin.ts';

const names: [string, string[]][] = [
  ['税务局', ['shui', 'wu', 'ju']],
  ['行政执法', ['xing', 'zheng', 'zhi', 'fa']],
  ['行业主管', ['hang', 'ye', 'zhu', 'guan']],
  ['女企业家', ['nv', 'qi', 'ye', 'jia']],
  ['APP办', ['app', 'ban']],
  ['', []],
];
for (const [name, syllables] of names)
  test(`“${name}” sounds ${syllables.join(' ')}`, () => assert.deepEqual(syllablesOf(name), syllables));

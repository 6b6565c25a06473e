import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { handbook, measureOf, searcher } from './handbook.ts';

const terms = readFileSync('tests/queries/exact-terms.txt', 'utf8').split('\n').filter(Boolean);
const [plan] = handbook.plans;
if (!plan) throw new Error('内容里没有方案。');

/** The measures that hold a term verbatim, in their own words or their tasks'. */
const holders = (term: string): number[] =>
  plan.measures
    .filter(({ title, environment, text, unitsText, tasks }) =>
      [title, environment.title, text, unitsText, ...tasks.flatMap((task) => [task.text, task.unitsText])].some(
        (words) => words.includes(term),
      ),
    )
    .map(({ number }) => number);

for (const term of terms)
  test(`“${term}” finds every measure that holds it, first, and none that does not`, async () => {
    const { hits } = await searcher.search(term);
    const found = hits.filter(({ match }) => match === 'exact').map(({ record }) => measureOf(record));
    const measures = [...new Set(found.filter((number) => number !== undefined))].sort((a, b) => a - b);
    assert.deepEqual(measures, holders(term));
    assert.ok(
      holders(term).includes(hits.map(({ record }) => measureOf(record)).find((number) => number !== undefined) ?? 0),
    );
  });

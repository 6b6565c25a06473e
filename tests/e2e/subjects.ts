import { pinyin } from 'pinyin-pro';
import { dutiesIn, pairsIn } from '../../src/model/duties.ts';
import { anchorSuffix, leadingPlan, leafProvisions } from '../../src/model/plan.ts';
import type { Provision, Topic, Unit } from '../../src/model/types.ts';
import { handbook } from '../site/built-site.ts';

/*
 * What the journeys are made with, picked from the content by what each needs, so that they run on any handbook.
 */

/** @throws if the content has nothing of the kind: then no journey of that kind can be made. */
export function needed<Value>(value: Value | undefined, kind: string): Value {
  if (value === undefined) throw new Error(`no ${kind} in the content`);
  return value;
}

/** The plan that the front page leads to. */
export const plan = needed(leadingPlan(handbook), 'plan');

/** What its anchors end in on pages that several plans share. */
export const suffix = anchorSuffix(handbook, plan);

const byDuties = handbook.units.toSorted(
  (a, b) =>
    dutiesIn(plan, b).tasks.length - dutiesIn(plan, a).tasks.length ||
    dutiesIn(plan, b).measures.length - dutiesIn(plan, a).measures.length,
);

/** The single body with most tasks. */
export const busiest: Unit = needed(
  byDuties.find(({ kind }) => kind === 'unit'),
  'unit',
);

/** Two units that the plan names together. */
export const pair = needed(pairsIn(plan)[0], 'pair of units');

const texts = handbook.plans
  .flatMap(({ measures }) => measures.flatMap((measure) => leafProvisions(measure)))
  .map(({ text }) => text);

/** Eight characters of a provision that no other one has. */
export const wordsOf = ({ text }: Provision): string | undefined =>
  Array.from({ length: Math.max(0, text.length - 7) }, (_, start) => text.slice(start, start + 8)).find(
    (words) => /^\p{Script=Han}+$/u.test(words) && texts.filter((other) => other.includes(words)).length === 1,
  );

/** A row of the list that eight characters tell from all others; the later, the farther it is on its page. */
export const task = needed(
  plan.tasks.findLast((one) => wordsOf(one)),
  'task with words of its own',
);

/** Needs with a row of the leading plan that answers them, and a body to ask. */
export const needs: { topic: Topic; part: Provision; unit: Unit }[] = handbook.topics
  .filter(({ kind }) => kind === 'need')
  .flatMap((topic) => {
    const part = plan.measures
      .flatMap(leafProvisions)
      .find(({ topics, units }) => topics.includes(topic) && units.some(({ unit }) => unit.kind === 'unit'));
    const unit = part?.units.find((one) => one.unit.kind === 'unit')?.unit;
    return part && unit ? [{ topic, part, unit }] : [];
  });

/** A word that a document quotes, and the same with one character replaced by another of the same sound. */
export function slip(): { written: string; meant: string } {
  const signs = [...new Set(texts.join(''))].filter((sign) => /\p{Script=Han}/u.test(sign));
  for (const meant of new Set(texts.flatMap((text) => [...text.matchAll(/“([^“”]+)”/gu)].map(([, term = '']) => term))))
    for (const [at, sign] of /^\p{Script=Han}{4,}$/u.test(meant) ? [...meant].entries() : []) {
      const other = signs.find((one) => one !== sign && pinyin(one) === pinyin(sign));
      const written = other && meant.slice(0, at) + other + meant.slice(at + 1);
      if (written && !texts.some((text) => text.includes(written.slice(Math.max(0, at - 1), at + 2))))
        return { written, meant };
    }
  throw new Error('no quoted word with a homophone in the content');
}

import type { PlanPair } from '../model/compared-pairs.ts';
import { assignedUnits, isAssignedTo } from '../model/duties.ts';
import { provisionsOf } from '../model/plan.ts';
import type { Limit, Measure, Plan, Provision, Target, Task, Unit } from '../model/types.ts';
import type { Certainty } from '../schema/correction.ts';
import { diffTexts, type Stretch } from '../text/diff.ts';
import { type Bigrams, bigramsOf, diceCoefficient } from '../text/similarity.ts';
import { readable } from './aligned-sentences.ts';
import { memoized } from './memoized.ts';

/*
 * What a plan continues of an older one. What the editor states with `continues` holds. The rest is matched by similarity (Dice
 * coefficient of bigrams), measures with measures and tasks with tasks: greedily, the most similar pair first, each provision
 * once. Measures of the same title match; pairs below `leastSimilarity` do not.
 */

/** The least similarity of each degree of certainty. */
export const bounds = { high: 0.7, medium: 0.5, low: 0.35 } as const satisfies Record<Certainty, number>;
const leastSimilarity = bounds.low;

/** Why two provisions match. */
export const grounds = {
  stated: '编辑写明',
  same: '文字相同',
  title: '标题相同',
  similar: '文字相近',
} as const;
export type Ground = keyof typeof grounds;

/** A promised number before and after; one of them absent where only the other plan has it. */
export interface QuantityChange {
  older: Target | Limit | undefined;
  newer: Target | Limit | undefined;
}

/** A provision of the newer plan beside the one of the older that it continues. */
export interface Continuation<Provision> {
  older: Provision;
  newer: Provision;
  ground: Ground;
  /** From 0 to 1. */
  similarity: number;
  certainty: Certainty;
  /** The older text against the newer. */
  text: Stretch[];
  /** Targets and limits that are not the same. */
  quantities: QuantityChange[];
  /** The targets, the limits or the figures in the text are not the same; years do not count. */
  numbersChanged: boolean;
  /** Units that only the newer names, and that only the older named. */
  gained: Unit[];
  lost: Unit[];
}

export interface Changes<Provision> {
  /** In the order of the newer plan. */
  fresh: Provision[];
  continued: Continuation<Provision>[];
  /** In the order of the older plan. */
  dropped: Provision[];
}

export interface Comparison {
  older: Plan;
  newer: Plan;
  measures: Changes<Measure>;
  /** Empty where one of the two has no list. */
  tasks: Changes<Task>;
  /** Whether both have a list, so that tasks are compared. */
  listed: boolean;
}

type MatchedPair<P> = Pick<Continuation<P>, 'older' | 'newer' | 'ground' | 'similarity'>;

const titleOf = (provision: Provision) => (provision.kind === 'measure' ? provision.title : undefined);

function pairUp<P extends Provision>(older: readonly P[], newer: readonly P[]): MatchedPair<P>[] {
  const pairs = new Map<P, Bigrams>(
    [...older, ...newer].map((one) => [one, bigramsOf((titleOf(one) ?? '') + one.text)]),
  );
  const alike = (one: P, other: P) => diceCoefficient(pairs.get(one) as Bigrams, pairs.get(other) as Bigrams);
  const stated = newer.flatMap((one): MatchedPair<P>[] => {
    const origin = older.find((other) => one.continues === `${other.plan.id}/${other.number}`);
    return origin ? [{ older: origin, newer: one, ground: 'stated', similarity: alike(origin, one) }] : [];
  });
  const taken = new Set<P>(stated.flatMap((pair) => [pair.older, pair.newer]));

  const candidates = newer
    .filter((one) => !taken.has(one) && one.continues === undefined)
    .flatMap((one) =>
      older
        .filter((other) => !taken.has(other))
        .map((other): MatchedPair<P> => {
          const entitled = titleOf(one) !== undefined && titleOf(one) === titleOf(other);
          const ground = one.text === other.text ? 'same' : entitled ? 'title' : 'similar';
          return { older: other, newer: one, ground, similarity: alike(other, one) };
        }),
    )
    .filter((pair) => pair.ground !== 'similar' || pair.similarity >= leastSimilarity);
  const rank = ({ ground, similarity }: MatchedPair<P>) => similarity + (ground === 'similar' ? 0 : 1);
  const found: MatchedPair<P>[] = [];
  for (const pair of candidates.sort((a, b) => rank(b) - rank(a))) {
    if (taken.has(pair.older) || taken.has(pair.newer)) continue;
    taken.add(pair.older).add(pair.newer);
    found.push(pair);
  }
  return [...stated, ...found];
}

function certaintyOf({ ground, similarity }: MatchedPair<Provision>): Certainty {
  if (ground === 'stated' || ground === 'same' || similarity >= bounds.high) return 'high';
  return ground === 'title' || similarity >= bounds.medium ? 'medium' : 'low';
}

const promised = ({ targets, limits }: Provision): (Target | Limit)[] => [...targets, ...limits];
const kindOf = (quantity: Target | Limit) => (quantity.kind === 'target' ? quantity.operator : quantity.kind);

/** Matches promised numbers by id, else by name, else where each side has only one with the same unit and kind. */
function quantityChanges(older: Provision, newer: Provision): QuantityChange[] {
  const [left, right] = [new Set(promised(older)), new Set(promised(newer))];
  const changes: QuantityChange[] = [];
  const settle = (same: (a: Target | Limit, b: Target | Limit) => boolean) => {
    for (const after of [...right]) {
      const before = [...left].filter((one) => same(one, after));
      const [only] = before;
      if (!only || before.length > 1) continue;
      left.delete(only);
      right.delete(after);
      if (only.value !== after.value || only.unit !== after.unit || kindOf(only) !== kindOf(after))
        changes.push({ older: only, newer: after });
    }
  };
  settle((a, b) => a.id === b.id);
  settle((a, b) => a.name === b.name);
  settle((a, b) => a.unit === b.unit && kindOf(a) === kindOf(b));
  return [
    ...changes,
    ...[...left].map((one) => ({ older: one, newer: undefined })),
    ...[...right].map((one) => ({ older: undefined, newer: one })),
  ];
}

/** The figures of a text that are no years, sorted. */
const figuresWithoutYears = (text: string) =>
  [...text.matchAll(/\d+(?:\.\d+)?(?![\d.]*年)/gu)]
    .map(([figure]) => figure)
    .sort()
    .join();

/** Extends a change within a figure to the whole figure: 50 → 60, not 5 → 6. */
function wholeFigures(stretches: readonly Stretch[]): Stretch[] {
  const result = stretches.map((stretch) => ({ ...stretch }));
  for (const [index, change] of result.entries()) {
    if (change.same || !/\d/u.test(change.left + change.right)) continue;
    const [before, after] = [result[index - 1], result[index + 1]];
    const head = before?.same ? (/[\d.]+$/u.exec(before.text)?.[0] ?? '') : '';
    const tail = after?.same ? (/^[\d.]+/u.exec(after.text)?.[0] ?? '') : '';
    if (before?.same) before.text = before.text.slice(0, before.text.length - head.length);
    if (after?.same) after.text = after.text.slice(tail.length);
    change.left = head + change.left + tail;
    change.right = head + change.right + tail;
  }
  return result.filter((stretch) => !stretch.same || stretch.text !== '');
}

function continuationOf<P extends Provision>(pair: MatchedPair<P>): Continuation<P> {
  const { older, newer } = pair;
  const quantities = quantityChanges(older, newer);
  const lacking = (from: P, other: P) => assignedUnits(from).filter((unit) => !isAssignedTo(other, unit));
  return {
    ...pair,
    certainty: certaintyOf(pair),
    text: wholeFigures(readable(diffTexts(older.text, newer.text))),
    quantities,
    numbersChanged: quantities.length > 0 || figuresWithoutYears(older.text) !== figuresWithoutYears(newer.text),
    gained: lacking(newer, older),
    lost: lacking(older, newer),
  };
}

function changesOf<P extends Provision>(older: readonly P[], newer: readonly P[]): Changes<P> {
  const pairs = pairUp(older, newer);
  const [kept, origins] = [new Map(pairs.map((pair) => [pair.newer, pair])), new Set(pairs.map((pair) => pair.older))];
  return {
    fresh: newer.filter((one) => !kept.has(one)),
    continued: newer.flatMap((one) => {
      const pair = kept.get(one);
      return pair ? [continuationOf(pair)] : [];
    }),
    dropped: older.filter((one) => !origins.has(one)),
  };
}

const comparedWith = memoized((older: Plan) =>
  memoized((newer: Plan): Comparison => {
    const listed = older.annex !== undefined && newer.annex !== undefined;
    return {
      older,
      newer,
      measures: changesOf(older.measures, newer.measures),
      tasks: listed ? changesOf(older.tasks, newer.tasks) : { fresh: [], continued: [], dropped: [] },
      listed,
    };
  }),
);

/** Compares a plan with an older one. */
export const comparePlans = (older: Plan, newer: Plan): Comparison => comparedWith(older)(newer);

/** The changes that concern a unit: new and dropped provisions that name it, continued ones where either plan names it. */
export const changesFor = <P extends Provision>(changes: Changes<P>, unit: Unit): Changes<P> => ({
  fresh: changes.fresh.filter((one) => isAssignedTo(one, unit)),
  continued: changes.continued.filter(({ older, newer }) => isAssignedTo(older, unit) || isAssignedTo(newer, unit)),
  dropped: changes.dropped.filter((one) => isAssignedTo(one, unit)),
});

/** The pairs of which `plan` is the newer and either plan assigns something to the unit. */
export const comparisonsFor = (pairs: readonly PlanPair[], plan: Plan, unit: Unit): PlanPair[] =>
  pairs.filter(
    ({ newer, older }) =>
      newer === plan &&
      [newer, older].some((one) => provisionsOf(one).some((provision) => isAssignedTo(provision, unit))),
  );

import type { TermData } from '../schema/term.ts';
import type { Measure, Plan, Task } from './model.ts';

/** A text of a plan in which terms may stand. */
export interface TermPlace {
  plan: Plan;
  text: string;
  /** The measure or task whose text it is; none for the running text of the plan. */
  measure?: Measure;
  task?: Task;
}

/** Words that a document sets in “ ”, with every place where they stand. */
export interface Term {
  /** Without the quotation marks. */
  term: string;
  /** Sentences that hold the term, each with all the places that read the same. */
  sentences: { text: string; places: TermPlace[] }[];
  /** What the documents, or an editor with a source, say of it. */
  sayings: TermData[];
}

const quoted = /“([^“”]+)”/gu;

/** Where quoted words stand in a text, quotation marks left out. */
export const quotedAt = (text: string): { term: string; start: number; end: number }[] =>
  [...text.matchAll(quoted)].map(({ index, 1: term = '' }) => ({
    term,
    start: index + 1,
    end: index + 1 + term.length,
  }));

/** The words in quotation marks, in order, each as often as it stands there. */
export const quotedIn = (text: string): string[] => quotedAt(text).map(({ term }) => term);

/** A text cut after each full stop; together the pieces are the text. */
export const sentencesOf = (text: string): string[] => text.match(/[^。]*。|[^。]+$/gu) ?? [];

/** The texts of a plan, in document order; the rows of the list stand after the text of their measure. */
export function termPlaces(plan: Plan): TermPlace[] {
  const measures = plan.measures.flatMap((measure): TermPlace[] => [
    { plan, text: measure.title, measure },
    { plan, text: measure.text, measure },
    ...measure.tasks.map((task) => ({ plan, text: task.text, measure, task })),
  ]);
  return plan.blocks.flatMap((block): TermPlace[] =>
    block.type === 'measures' ? measures : [{ plan, text: block.text }],
  );
}

/** Every quoted term of some plans, in the order in which the documents first use them. */
export function termsOf({ plans }: { plans: readonly Plan[] }): Term[] {
  const terms = new Map<string, Term>();
  for (const place of plans.flatMap(termPlaces))
    for (const text of sentencesOf(place.text))
      for (const word of new Set(quotedIn(text))) {
        const sayings = plans.flatMap((plan) => plan.terms.filter(({ term }) => term === word));
        const term = terms.get(word) ?? { term: word, sentences: [], sayings };
        terms.set(word, term);
        const same = term.sentences.find((sentence) => sentence.text === text);
        if (same) same.places.push(place);
        else term.sentences.push({ text, places: [place] });
      }
  return [...terms.values()];
}

/** In how many places each term stands. */
export const placeCounts = (terms: readonly Term[]): Map<string, number> =>
  new Map(
    terms.map(({ term, sentences }) => [term, sentences.reduce((total, { places }) => total + places.length, 0)]),
  );

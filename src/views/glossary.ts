import { notesFor } from '../model/notes.ts';
import { measuresAt } from '../model/printed-form.ts';
import type { Measure, Note, Plan, Task } from '../model/types.ts';
import type { TermData } from '../schema/plan.ts';
import { quotedIn, sentencesOf } from '../text/quotations.ts';
import { memoized } from './memoized.ts';

/** A text of a plan in which terms may occur. */
export interface TermPlace {
  plan: Plan;
  text: string;
  /** The measure or task whose text it is; none for the running text of the plan. */
  measure?: Measure;
  task?: Task;
}

/** A place that holds a sentence as printed above it, or with other punctuation. */
export interface TermOccurrence extends TermPlace {
  isRepunctuated: boolean;
}

/** Words that a document puts in quotation marks, with every occurrence. */
export interface Term {
  /** Without the quotation marks. */
  term: string;
  /** Sentences that hold the term, each with all the places that read the same but for punctuation. */
  sentences: { text: string; places: TermOccurrence[] }[];
  /** What the documents, or an editor with a source, say of it. */
  sayings: TermData[];
  /** The editor's notes that doubt the term, each with the plan whose text it is on. */
  notes: { plan: Plan; note: Note }[];
}

/** The texts of a plan, in document order; the rows of the list stand after the text of their measure. */
export function termPlaces(plan: Plan): TermPlace[] {
  const placesIn = (measure: Measure): TermPlace[] => [
    { plan, text: measure.title, measure },
    { plan, text: measure.text, measure },
    ...measure.tasks.map((task) => ({ plan, text: task.text, measure, task })),
  ];
  let place = 0;
  return plan.blocks.flatMap((block): TermPlace[] =>
    block.kind === 'measures'
      ? measuresAt(plan, place++).flatMap(({ measures }) => measures.flatMap(placesIn))
      : (block.kind === 'table' ? block.rows.flat() : [block.text]).map((text) => ({ plan, text })),
  );
}

/** The quoted words in a text that a note doubts, each with the sound form that it suggests. */
function doubtsIn(text: string, { reading, suggestion }: Note): { term: string; sound: string }[] {
  const start = reading ? text.indexOf(reading) : -1;
  if (!reading || suggestion === undefined || start < 0) return [];
  const sound = quotedIn(text.slice(0, start) + suggestion + text.slice(start + reading.length));
  const printed = quotedIn(text);
  if (sound.length !== printed.length) return [];
  return printed.flatMap((term, index) => {
    const other = sound[index] ?? term;
    return other === term ? [] : [{ term, sound: other }];
  });
}

const notesOfPlace = ({ plan, measure, task }: TermPlace): Note[] =>
  (task ?? measure)?.notes ?? notesFor(plan, { kind: 'body' });

/** Moves each doubtful form behind the sound one, where the documents have both. */
function soundFirst(terms: ReadonlyMap<string, Term>, soundOf: ReadonlyMap<string, string>): Term[] {
  const behind = Map.groupBy(
    [...soundOf].filter(([, sound]) => terms.has(sound) && !soundOf.has(sound)),
    ([, sound]) => sound,
  );
  const moved = new Set([...behind.values()].flat().map(([term]) => term));
  return [...terms.values()]
    .filter(({ term }) => !moved.has(term))
    .flatMap((one) => [one, ...(behind.get(one.term) ?? []).flatMap(([term]) => terms.get(term) ?? [])]);
}

const wordsAlone = (sentence: string) => sentence.replace(/[\p{P}\s]/gu, '');

/** Every quoted term of some plans, in the order in which the documents first use them; a doubtful form stands behind the sound one. */
export function termsOf({ plans }: { plans: readonly Plan[] }): Term[] {
  const terms = new Map<string, Term>();
  const soundOf = new Map<string, string>();
  for (const place of plans.flatMap(termPlaces)) {
    const doubts = notesOfPlace(place).flatMap((note) =>
      doubtsIn(place.text, note).map((doubt) => ({ note, ...doubt })),
    );
    for (const text of sentencesOf(place.text))
      for (const word of new Set(quotedIn(text))) {
        const sayings = plans.flatMap((plan) => plan.terms.filter(({ term }) => term === word));
        const term = terms.get(word) ?? { term: word, sentences: [], sayings, notes: [] };
        terms.set(word, term);
        for (const { note, sound } of doubts.filter((doubt) => doubt.term === word)) {
          soundOf.set(word, sound);
          if (!term.notes.some((one) => one.note.id === note.id)) term.notes.push({ plan: place.plan, note });
        }
        const same = term.sentences.find((sentence) => wordsAlone(sentence.text) === wordsAlone(text));
        if (same) same.places.push({ ...place, isRepunctuated: same.text !== text });
        else term.sentences.push({ text, places: [{ ...place, isRepunctuated: false }] });
      }
  }
  return soundFirst(terms, soundOf);
}

const termsOfPlan = memoized((plan: Plan) => new Map(termsOf({ plans: [plan] }).map((term) => [term.term, term])));

/**
 * Whether the page of terms says more of a term than the reader of one place has before him: an explanation, a doubt, or a sentence
 * of another measure or of the running text. A measure's page holds its text and its tasks; `measure` is undefined on the plan's page.
 */
export function isExplained(plan: Plan, term: string, measure: Measure | undefined): boolean {
  const { sayings = [], notes = [], sentences = [] } = termsOfPlan(plan).get(term) ?? {};
  return (
    notes.length > 0 ||
    sayings.some(({ words, explanation }) => words ?? explanation) ||
    sentences.some(({ places }) => places.every((place) => place.measure?.number !== measure?.number))
  );
}

/** The quoted terms of a measure and its tasks of which the page of terms says more, each once, in order. */
export const termsOfMeasure = (measure: Measure): string[] => [
  ...new Set(
    [measure, ...measure.tasks]
      .flatMap(({ text }) => quotedIn(text))
      .filter((term) => isExplained(measure.plan, term, measure)),
  ),
];

/** In how many places each term stands. */
export const placeCounts = (terms: readonly Term[]): Map<string, number> =>
  new Map(
    terms.map(({ term, sentences }) => [term, sentences.reduce((total, { places }) => total + places.length, 0)]),
  );

/** What a search can find, in the order in which kinds are offered. */
export const recordKinds = {
  measure: '措施',
  task: '任务',
  unit: '单位',
  target: '目标',
  progress: '进展',
  document: '文件',
} as const;
export type RecordKind = keyof typeof recordKinds;

/** What a result shows; nothing in it is searched. */
export interface Display {
  kind: RecordKind;
  /** Address, relative to the site's base. */
  path: string;
  /** Which one it is: `任务清单第37项`. */
  label: string;
  title: string;
  /** Official words, verbatim, in which matches are marked; of progress those that were published, of a unit or a page what is on it. */
  text: string;
  /** Whether the text is the document's to the letter. */
  isVerbatim?: true;
  /** Units as printed. */
  units?: string;
  innovation?: boolean;
  /** The last that was published of a target or row, which is told beside its official words. */
  reported?: string;
  /** Sentences of the text that an editor says answer something, in UTF-16 code units, the end exclusive; and what they answer. */
  answers?: { start: number; end: number; asked: string }[];
}

/** One thing that can be found: a measure, task, target, what was published of it, unit, part of a document, or page of the handbook. */
export interface SearchRecord {
  display: Display;
  /** The name that is searched as a title. */
  titles: string[];
  /** Official words that belong to this record alone, the title not among them; of progress those that were published. */
  words: string[];
  /** What readers call it; the editor's words for this one alone. */
  vocabulary: string[];
  /** What readers ask that it answers, and their loose words for it: by these it is ranked, and not found. */
  asked?: { questions: string[]; words: string[] };
  /** The entries of the thesaurus, by position, whose readers' words mean what its own words say. */
  thesaurusEntries?: number[];
  /** Values by which it can be narrowed. */
  facets: { plan: string[]; environment: string[]; topic: string[]; unit: string[]; innovation: boolean };
  /** How it is cited: the number in its plan. */
  number?: number;
}

export const facetNames = ['plan', 'environment', 'topic', 'unit'] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * Whether questions can be about a record: units, targets and progress are found by their names and the words of their provisions, and the
 * handbook's own pages, which have no words of a document and come after all that do, by their names.
 */
export const isRanked = ({ display, words }: Pick<SearchRecord, 'display' | 'words'>): boolean =>
  rankedKinds.has(display.kind) && words.length > 0;
export const rankedKinds: ReadonlySet<RecordKind> = new Set(['measure', 'task', 'document']);

/** The measure to which a record of a list of records of these kinds belongs: itself, or that before a task or target; undefined for others. */
export const measureOf = (record: number, kinds: readonly RecordKind[]): number | undefined =>
  ['measure', 'task', 'target'].includes(kinds[record] ?? '') ? kinds.lastIndexOf('measure', record) : undefined;

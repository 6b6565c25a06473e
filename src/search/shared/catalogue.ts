import type { ElsewhereMatter } from '../../schema/elsewhere.ts';
import type { RankingLayout } from './ranking-terms.ts';
import type { FacetName, RecordKind } from './record.ts';

/** What the browser knows of every record before it reads any text: enough to filter, count and order. */
export interface Catalogue {
  /** Columns, each with one entry for each record. */
  records: {
    kinds: RecordKind[];
    /** The number by which it is cited; 0 where there is none. */
    numbers: number[];
    innovations: (0 | 1)[];
    /** How many terms it takes in the inverted index. */
    termCounts: number[];
    /** How many of them, the first, are its title's. */
    titleCounts: number[];
    /** Positions in `facets` below. */
    facets: Record<FacetName, number[][]>;
  };
  facets: Record<FacetName, { value: string; label: string }[]>;
  /** The pages of the handbook that are no document's text, by all their names; the record of each, or for each plan one, the newest in force first. */
  pages: { kind: string; names: string[]; records: number[] }[];
  /** What readers may say before a unit's name, as a district's 区. */
  unitPrefixes: string[];
  /** The document number of each plan, and the record of the plan itself. */
  documents: { number: string; record: number }[];
  lexicon: LexiconData;
  elsewhere: ElsewhereData;
  /** The chunks of the inverted index in the order of their terms: the first term and the file of each. */
  chunks: { firsts: string[]; files: string[]; terms: TermFilter };
  /** How records are ranked, and the files of the parts, named by their content. */
  ranking: RankingLayout & { files: string[] };
  /** The folder of the texts, named by its content. */
  textFolder: string;
}

/** Tells of most terms that no chunk holds them: a set of codes of so many bits. */
export interface TermFilter {
  bits: number;
  codes: string;
}

/** The catalogue as it is published, with what ties the files of one edition together. */
export interface CatalogueFile extends Catalogue {
  /** The files of the dictionary: its first part, and the further words. */
  dictionary: string[];
  /** The file of what is said of the matters that the handbook does not hold. */
  matters: string;
  /** The file name of the worker that was built with this index; absent in development. */
  worker?: string;
}

/** The words by which a query is understood. */
export interface LexiconData {
  thesaurus: CodedThesaurus;
  units: LexiconUnit[];
  /** Traditional characters, each followed by the simplified one that the content uses. */
  simplified: string;
}

/** What is said of a matter that the handbook does not hold. */
export type MatterText = Omit<ElsewhereMatter, 'words'>;

/** By which words it is told what the handbook does not hold. */
export interface ElsewhereData {
  /** The words of each matter. */
  words: readonly (readonly string[])[];
  /** Words of the handbook that hold a word of a matter, or end as one begins. */
  held: string[];
}

/** Readers' words, which are only asked for and never shown, as codes of so many bits, and the documents' words for the same. */
export interface CodedThesaurus {
  bits: number;
  /** The length of the longest word, in tokens. */
  longest: number;
  codes: string;
  /** The position in `means` of what each word means, in the order of the codes. */
  entries: number[];
  means: string[][];
}

export interface LexiconUnit {
  record: number;
  /** As printed, then other names. */
  names: string[];
  /** What readers call it. */
  calls: string[];
  /** True for a single body, false for a name of several or of none in particular. */
  isBody: boolean;
  /** In pinyin: whole and initials, without blanks. */
  pinyin: string[];
}

import type { Thesaurus } from '../../schema/thesaurus.ts';
import type { Layout } from './page-packing.ts';
import type { FacetName, Kind } from './record.ts';

/** What the browser knows of every record before it reads any: enough to filter, count and order. */
export interface Catalogue {
  /** Of each record, by position. */
  records: {
    kinds: Kind[];
    /** The number by which it is cited; 0 where there is none. */
    numbers: number[];
    innovations: (0 | 1)[];
    /** Positions in `facets` below. */
    facets: Record<FacetName, number[][]>;
  };
  facets: Record<FacetName, { value: string; label: string }[]>;
  /** The number of each plan, and the record that stands for it. */
  documents: { number: string; record: number }[];
  lexicon: Lexicon;
  stored: Stored;
}

/** How what is searched and shown is stored. */
export interface Stored {
  index: Layout;
  /** So many records in each file of the folder. */
  texts: { folder: string; size: number };
}

/** The words by which a query is understood. */
export interface Lexicon {
  /** Readers' words and the documents' words that stand for them. */
  thesaurus: Pick<Thesaurus[number], 'words' | 'means'>[];
  units: LexiconUnit[];
  /** Traditional characters, each followed by the simplified one that the content uses. */
  simplified: string;
}

export interface LexiconUnit {
  record: number;
  /** As printed, then other names. */
  names: string[];
  /** What readers call it. */
  calls: string[];
  /** In pinyin: whole and initials, without blanks. */
  pinyin: string[];
}

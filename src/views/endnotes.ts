import type { Note } from '../model/types.ts';
import { noteAnchor } from '../routes/paths.ts';

/** A note at the end of a document for paper, with its number there. */
export interface Endnote {
  note: Note;
  number: number;
  anchor: string;
}

/** Numbers notes from the one after `before`; `suffix` sets their anchors apart where notes of several plans stand on a page. */
export const endnotesOf = (notes: readonly Note[], before = 0, suffix = ''): Endnote[] =>
  notes.map((note, index) => ({ note, number: before + index + 1, anchor: noteAnchor(note, suffix) }));

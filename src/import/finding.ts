/** Something that the import did not simply copy, reported to the editor. */
export interface Finding {
  /** `restored`: mended, with the reason; `uncertain`: read, but to be looked at; `unread`: has no place in the draft. */
  kind: 'restored' | 'uncertain' | 'unread';
  /** The line of the document, from 1; of a .docx, the paragraph or table row. None where it is about the whole. */
  line?: number | undefined;
  /** The words in question, as received. */
  found: string;
  /** What was made of them, and why. */
  why: string;
}

/*
 * Every stage of the import is a pure function that returns its findings beside its result; none gets a list to add to.
 */
const finding =
  (kind: Finding['kind']) =>
  (line: number | undefined, found: string, why: string): Finding => ({ kind, line, found, why });

export const restored = finding('restored');
export const uncertain = finding('uncertain');
export const unread = finding('unread');

/** A document that cannot be imported at all; the message is for the editor. */
export class ImportFault extends Error {}

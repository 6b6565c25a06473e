/** Something that the import did not simply copy, told to the editor. */
export interface Finding {
  /** `restored`: mended, with the reason; `uncertain`: read, but to be looked at; `unread`: has no place in the draft. */
  kind: 'restored' | 'uncertain' | 'unread';
  /** The line of the document, from 1; of a .docx, the paragraph or table row. */
  line?: number | undefined;
  /** The words in question, as received. */
  found: string;
  /** What was made of them, and why. */
  why: string;
}

/** A document that cannot be imported at all; the message is for the editor. */
export class ImportFault extends Error {}

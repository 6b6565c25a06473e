import type { Handbook } from '../../src/model/types.ts';
import { handoutFiles } from './handouts.ts';
import { pictureFiles } from './pictures.ts';

/** A file of the site that is made from the content without a page. */
export interface MadeFile {
  /** Relative to the base. */
  path: string;
  mediatype: string;
  /** What it is made from, where making it is dear. */
  from?: unknown;
  bytes: () => Promise<Uint8Array>;
}

/** All files that are made from the content alone, and need not wait for the pages. */
export const madeFiles = (handbook: Handbook): MadeFile[] => [...handoutFiles(handbook), ...pictureFiles(handbook)];

import type { Change } from './changes.ts';
import type { Form } from './form.ts';
import type { JsonObject, JsonSchema, Path } from './schema-at.ts';

/*
 * What the page asks of the server, and what it is answered. Everything is JSON but a document to import.
 */

/** A file of the content in the list of the desk. */
export interface FileItem {
  file: string;
  name: string;
  /** By what else it is found: the names of its targets. */
  also: string;
  /** The heading under which it is listed. */
  group: string;
  /** The digest of its bytes. */
  hash: string;
}

/** A value of a field that names something, with what it is called. */
export interface Named {
  value: string;
  label: string;
}

export interface Overview {
  folder: string;
  files: FileItem[];
  /** What fields with `choices` choose among; targets by their plan. */
  choices: { topics: Named[]; units: Named[]; plans: Named[]; targets: Record<string, Named[]> };
  /** What 撤销 would take back; undefined where nothing was saved yet. */
  undo: string | undefined;
  /** Whether the content folder is in a Git repository. */
  git: boolean;
}

/** A file to be edited. */
export interface OpenFile {
  file: string;
  name: string;
  hash: string;
  /** Undefined where the text cannot be read. */
  data?: JsonObject | undefined;
  /** Undefined for a file without fields, as the report of an import. */
  form?: Form;
  /** What the fields are, for words that are shown. */
  fields?: JsonSchema;
  /** The text below the fields, which is the document's. */
  body?: string;
  text: string;
  /** Whether the file is not in its normal form, so that a save moves lines that nobody changed. */
  isUntidy?: boolean;
  plan: string | undefined;
}

/** What the page holds of a file: the form's data, and the digest of the bytes that it was loaded from. */
export interface Draft {
  file: string;
  hash: string;
  data: JsonObject;
}

/** One finding of the check. */
export interface Finding {
  file: string;
  name: string;
  line: number;
  path: Path;
  found: string;
  expected: string;
  mend: string;
}

export interface CheckAnswer {
  findings: Finding[];
  /** What should be looked at, and hinders nothing. */
  remarks: Finding[];
  /** Rules that wait for others. */
  skipped: number;
  /** What the handbook holds, where nothing is wrong. */
  summary: string;
  /** Files that are no longer as they were loaded, or are gone. */
  changed: string[];
}

/** A file that is no longer as a draft was loaded from it. */
export type Conflict = { file: string; name: string } & (
  | {
      /** It says something else: both versions, and what the draft changes. */
      cause: 'changed';
      disk: string;
      mine: string;
      changes: string[];
    }
  /** It cannot be read. */
  | { cause: 'broken'; disk: string }
  /** It is there no longer. `mine` is the draft on what it was, where that is known. */
  | { cause: 'gone'; mine: string | undefined }
);

export type SaveAnswer = { saved: string[] } | { conflicts: Conflict[] };

/** A draft on top of what the file is now. */
export interface Rebased {
  hash: string;
  data: JsonObject;
}

export interface ImportAnswer {
  report: string;
  files: number;
}

export interface ChangesAnswer {
  /** 上次提交, or the start of the desk. */
  since: 'git' | 'start';
  changes: Change[];
}

export interface PreviewAnswer {
  state: 'off' | 'starting' | 'ready' | 'failed';
  /** The address of the site, with its base. */
  origin: string;
}

/** The page of the site that shows a file. */
export interface PageAnswer {
  /** Its path, with the base. */
  path: string;
  /** Whether the file is in what the preview shows: one that has not passed the check yet is not. */
  isThere: boolean;
  /** The report of the import that the file came by, to be read as long as there is no page. */
  report?: string;
}

/** Something was done; a sentence about it, and the file to open. */
export interface Done {
  text: string;
  file?: string;
}

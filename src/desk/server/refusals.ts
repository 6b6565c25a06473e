import { failureText } from '../../import/import-file.ts';
import { NewFileRefused } from '../../import/new-files.ts';
import { EditRefused } from '../core/edit.ts';
import { CommitFailed } from './git.ts';

/** What cannot be done, as a sentence for the editor. */
export class DeskRefused extends Error {}

const known = [DeskRefused, EditRefused, NewFileRefused, CommitFailed];

/** A failure as a sentence for the editor; undefined for what is no fault of what was asked. */
export function sentenceOf(error: unknown): string | undefined {
  if (known.some((one) => error instanceof one)) return (error as Error).message;
  const { code } = error as NodeJS.ErrnoException;
  if (code) return `文件写不成：${failureText(error).replace('写不成草稿：', '')}。什么也没有改动。`;
  return undefined;
}

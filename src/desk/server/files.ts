import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files with their bytes; null for none. */
export type Writes = ReadonlyMap<string, Uint8Array | null>;

/** A file that the desk does not read or write. */
export class OutsideContent extends Error {}

/**
 * The path of a file of the content folder.
 * @throws {OutsideContent} if it is not below the folder, by its name or through a link.
 */
export function pathIn(folder: string, file: string): string {
  const parts = file.split('/');
  const isPlain = !/[\\\0:]/u.test(file) && parts.every((part) => part !== '' && !part.startsWith('.'));
  if (!isPlain) throw new OutsideContent(file);
  const path = join(folder, ...parts);
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  if (!join(realpathSync(there), sep).startsWith(join(realpathSync(folder), sep))) throw new OutsideContent(file);
  return path;
}

/** The bytes of a file; null where there is none. */
export const bytesOf = (folder: string, file: string): Buffer | null => {
  const path = pathIn(folder, file);
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null;
};

/** The bits of a file's mode that let anybody write it. */
const writable = 0o222;

/**
 * Writes a file as a whole: under another name first, which takes its place, with its mode.
 * @throws `EACCES` where the file is read-only, which a change of name would not heed.
 */
function writeWhole(path: string, bytes: Uint8Array): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & writable) === 0)
    throw Object.assign(new Error(`EACCES: read-only, ${path}`), { code: 'EACCES', path });
  const half = join(dirname(path), `.desk-${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(half, bytes, { flag: 'wx' });
    if (mode !== undefined) chmodSync(half, mode);
    renameSync(half, path);
  } finally {
    rmSync(half, { force: true });
  }
}

function write(folder: string, file: string, bytes: Uint8Array | null): void {
  const path = pathIn(folder, file);
  if (bytes) {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, bytes);
    return;
  }
  rmSync(path, { force: true });
  // Folders that are empty now.
  for (let parent = dirname(path); parent.length > folder.length; parent = dirname(parent))
    try {
      rmdirSync(parent);
    } catch {
      return;
    }
}

/**
 * Writes files, all or none. Gives what they held before.
 * @throws errors of the file system where one cannot be written; the others are then as they were.
 */
export function writeAll(folder: string, writes: Writes): Writes {
  const before = new Map([...writes.keys()].map((file) => [file, bytesOf(folder, file)]));
  const done: string[] = [];
  try {
    for (const [file, bytes] of writes) {
      write(folder, file, bytes);
      done.push(file);
    }
  } catch (error) {
    for (const file of done) write(folder, file, before.get(file) ?? null);
    throw error;
  }
  return before;
}

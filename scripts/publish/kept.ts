import { createHash, type Hash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { filesIn } from './files.ts';

const hashOf = (parts: readonly (string | Uint8Array)[]): string =>
  parts.reduce<Hash>((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** All that decides what is made from the same content: the code, what it is built on, and Node itself. */
function makers(): string {
  const folders = ['src', 'scripts'].flatMap((folder) => filesIn(folder).map((file) => join(folder, file)));
  const files = [...folders, 'node_modules/.package-lock.json'].filter(existsSync);
  return hashOf([process.version, ...files.map((file) => readFileSync(file))]);
}

/**
 * A short name for a value, the same for equal ones; its parts may refer to each other. A clone has one form, however its value
 * came about.
 */
export const nameOf = (value: unknown): string => hashOf([serialize(structuredClone(value))]);

/**
 * What is dear to make, kept in a folder from one build to the next. It is found again only when it is asked to be made from
 * the same by the same code, so that it is never other than what would be made anew. Several threads may use one folder.
 */
export class Kept {
  readonly #folder: string;
  readonly #makers = makers();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** What is made from a value, as kept, or as `make` gives it now. */
  async of(from: unknown, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
    const file = join(this.#folder, nameOf([this.#makers, from]));
    if (existsSync(file)) {
      const now = new Date();
      utimesSync(file, now, now);
      return readFileSync(file);
    }
    const made = await make();
    // A build that is stopped leaves no half of a file under a name that is looked for.
    const half = `${file}.${randomUUID()}`;
    writeFileSync(half, made);
    renameSync(half, file);
    return made;
  }
}

/** Takes out of a folder what has not been asked for since a point in time, in milliseconds. */
export function forget(folder: string, since: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).mtimeMs < since) rmSync(file);
  }
}

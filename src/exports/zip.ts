import { deflateRawSync } from 'node:zlib';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';

/** The earliest date of a ZIP, for files that are to have none. */
const noDate = new Date(1980, 0, 1);
const stamps = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/gu;

/** One file to be packed. */
export interface Part {
  name: string;
  bytes: Uint8Array;
  /** Whether it is compressed already. */
  isPacked?: boolean;
}

class Deflated extends ZipPassThrough {
  override readonly compression = 8;
  override readonly mtime: Date;
  readonly #level: number;

  constructor({ name, isPacked }: Part, date: Date) {
    super(name);
    this.mtime = date;
    this.#level = isPacked ? 0 : 9;
  }

  protected override process(bytes: Uint8Array, final: boolean) {
    // Node deflates several times as fast as script would.
    this.ondata(null, deflateRawSync(bytes, { level: this.#level }), final);
  }
}

/**
 * Packs files into a ZIP in their order, none dated unless a date is given: the same files give the same bytes.
 * Each part is asked for when the one before it has been given to `write`, piece by piece.
 */
export function zip(parts: Iterable<Part>, write: (chunk: Uint8Array) => void, date = noDate): void {
  const packer = new Zip((error, chunk) => {
    if (error) throw error;
    write(chunk);
  });
  for (const part of parts) {
    const file = new Deflated(part, date);
    packer.add(file);
    file.push(part.bytes, true);
  }
  packer.end();
}

/** The parts of a Word document that hold its links, and the ids of those. */
const linking = ['word/_rels/document.xml.rels', 'word/document.xml'];
const randomId = /(?<=")rId[\w-]{21}(?=")/gu;

/**
 * Gives an Office document the same bytes whenever its content is the same: parts in order of their names, none dated,
 * the dates of writing left out of its properties, and links counted, to which the library gives ids at random.
 */
export function timeless(document: Uint8Array): Uint8Array {
  const ids = new Map<string, string>();
  const numbered = (id: string) => {
    if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
    return ids.get(id) ?? id;
  };
  const text = (bytes: Uint8Array, change: (text: string) => string) =>
    new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
  const parts = Object.entries(unzipSync(document))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => ({
      name,
      bytes:
        name === 'docProps/core.xml'
          ? text(bytes, (words) => words.replace(stamps, ''))
          : linking.includes(name)
            ? text(bytes, (words) => words.replace(randomId, numbered))
            : bytes,
    }));
  const chunks: Uint8Array[] = [];
  zip(parts, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

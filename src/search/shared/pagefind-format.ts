import { gunzipSync } from 'fflate';

/*
 * The files of a Pagefind index: CBOR after a signature, compressed with gzip. The format is Pagefind's own and not documented;
 * `CONTRIBUTING.md` says what to do when Pagefind is upgraded. Pagefind's reader is WebAssembly of 55 kB that ranks pages; here positions
 * are wanted, which are a few bytes beside each term.
 */

/** The versions of Pagefind whose files are read here. */
const knownVersions = /^1\.6\./u;
const signature = 'pagefind_dcd';

type Cbor = number | string | Cbor[];

/**
 * Reads CBOR of whole numbers, texts and arrays of known length, all that these files hold.
 * @throws RangeError If the bytes are something else.
 * @see https://www.rfc-editor.org/rfc/rfc8949
 */
function readCbor(bytes: Uint8Array): Cbor {
  const decoder = new TextDecoder();
  let at = 0;
  const take = (length: number) => {
    at += length;
    if (at > bytes.length) throw new RangeError('the file ends too early');
    return bytes.subarray(at - length, at);
  };
  const numberOf = (info: number) => {
    if (info < 24) return info;
    if (info > 26) throw new RangeError(`an argument of CBOR with the length ${info}`);
    return take(2 ** (info - 24)).reduce((value, byte) => value * 256 + byte, 0);
  };
  const item = (): Cbor => {
    const [head = 0] = take(1);
    const [type, value] = [head >> 5, numberOf(head & 31)];
    if (type === 0) return value;
    if (type === 1) return -1 - value;
    if (type === 3) return decoder.decode(take(value));
    if (type === 4) return Array.from({ length: value }, item);
    throw new RangeError(`an item of CBOR of the type ${type}`);
  };
  const whole = item();
  if (at !== bytes.length) throw new RangeError('the file ends too late');
  return whole;
}

/** The content of a file of Pagefind's. @throws If it is none. */
function contentOf(file: Uint8Array): Cbor {
  const bytes = gunzipSync(file);
  const begin = new TextDecoder().decode(bytes.subarray(0, signature.length));
  if (begin !== signature) throw new RangeError(`it begins with ${begin}`);
  return readCbor(bytes.subarray(signature.length));
}

/**
 * The chunks of the index in the order of their terms: the first term and the file of each. Held by `*.pf_meta`.
 * @throws RangeError If another version of Pagefind wrote it, or the bytes are something else.
 */
export function chunksIn(meta: Uint8Array): { first: string; file: string }[] {
  const [version, , chunks] = contentOf(meta) as [string, Cbor, [from: string, to: string, hash: string][]];
  if (!knownVersions.test(version)) throw new RangeError(`an index of Pagefind ${version}; see CONTRIBUTING.md`);
  return chunks.map(([first, , hash]) => ({ first, file: `index/${hash}.pf_index` }));
}

/** A page of the index that holds a term: its number less that of the page before, and positions. */
type PackedPage = [page: number, positions: number[]];

/** The terms of a chunk, `index/*.pf_index`, and where they stand. @throws If the bytes are something else. */
export const termsIn = (chunk: Uint8Array): ReadonlyMap<string, PackedPage[]> =>
  new Map((contentOf(chunk) as [[string, PackedPage[]][]])[0]);

/** The positions of a term, ascending, in an index whose pages begin at some positions. */
export function positionsIn(pages: readonly PackedPage[], pageStarts: readonly number[]): number[] {
  let page = 0;
  return pages.flatMap(([step, positions]) => {
    page += step;
    const start = pageStarts[page] ?? 0;
    let position = 0;
    const found: number[] = [];
    // Each is the difference to the one before; a negative number is a weight, after which they are counted anew.
    for (const number of positions) {
      position = number < 0 ? 0 : position + number;
      if (number >= 0) found.push(start + position);
    }
    return found.sort((a, b) => a - b);
  });
}

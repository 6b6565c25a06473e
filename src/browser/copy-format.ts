/*
 * The copy of the handbook that a reader may store for reading without a network travels as one file, compressed with Zstandard,
 * because pages compress together to a third of what they take one by one. Unpacked it holds the length of its list of files
 * in bytes (32 bits, big-endian), the list as JSON, and the files one after another.
 */

/** What a reader is told of a copy before it is fetched; published at `copyDescriptionPath`. */
export interface CopyDescription {
  /** Tells the copy from those of other editions. */
  edition: string;
  /** Its path, relative to the base. */
  file: string;
  /** What is transferred, in bytes. */
  transferred: number;
  /** What it takes on the device, in bytes. */
  stored: number;
}

export interface KeptFile {
  /** As pages ask for it, relative to the base: of a page the path of its folder. */
  path: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

const lengthBytes = 4;

export function packFiles(files: readonly KeptFile[]): Uint8Array {
  const list = new TextEncoder().encode(
    JSON.stringify(files.map(({ path, type, bytes }) => [path, type, bytes.length])),
  );
  const packed = new Uint8Array(files.reduce((size, { bytes }) => size + bytes.length, lengthBytes + list.length));
  new DataView(packed.buffer).setUint32(0, list.length);
  packed.set(list, lengthBytes);
  let at = lengthBytes + list.length;
  for (const { bytes } of files) {
    packed.set(bytes, at);
    at += bytes.length;
  }
  return packed;
}

/** @throws If the bytes end before the last file. */
export function unpackFiles(packed: Uint8Array): KeptFile[] {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const list: [path: string, type: string, size: number][] = JSON.parse(
    new TextDecoder().decode(packed.subarray(lengthBytes, lengthBytes + length)),
  );
  let at = lengthBytes + length;
  const files = list.map(([path, type, size]) => {
    const bytes = packed.subarray(at, at + size);
    at += size;
    return { path, type, bytes };
  });
  if (at > packed.length) throw new RangeError(`${at} bytes are listed, ${packed.length} are there`);
  return files;
}

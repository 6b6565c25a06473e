/** Writes numbers of any number of bits, the highest bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #room = 0;

  bit(bit: number): void {
    if (this.#room === 0) {
      this.#bytes.push(0);
      this.#room = 8;
    }
    this.#room--;
    this.#bytes[this.#bytes.length - 1] = (this.#bytes.at(-1) ?? 0) | (bit << this.#room);
  }

  /** A number from 0 as a Rice code: its high bits in unary, then so many low ones. */
  rice(value: number, low: number): void {
    for (let high = value >>> low; high > 0; high--) this.bit(1);
    this.bit(0);
    for (let at = low - 1; at >= 0; at--) this.bit((value >>> at) & 1);
  }

  /** Different numbers from 0 to below a limit, ascending, as the differences between them. */
  ascending(numbers: readonly number[], limit: number): void {
    const low = lowBits(limit, numbers.length);
    let last = -1;
    for (const number of numbers) {
      this.rice(number - last - 1, low);
      last = number;
    }
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what a `BitWriter` wrote. @throws RangeError Where the bytes end too early. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #bit(): number {
    const byte = this.#bytes[this.#at >>> 3];
    if (byte === undefined) throw new RangeError('the bytes end too early');
    return (byte >>> (7 - (this.#at++ & 7))) & 1;
  }

  /** @throws RangeError If more is left than the rest of a byte. */
  end(): void {
    if (this.#bytes.length !== Math.ceil(this.#at / 8)) throw new RangeError('the bytes end too late');
  }

  rice(low: number): number {
    let value = 0;
    while (this.#bit() === 1) value++;
    for (let at = 0; at < low; at++) value = (value << 1) | this.#bit();
    return value;
  }

  ascending(count: number, limit: number): number[] {
    const low = lowBits(limit, count);
    let last = -1;
    return Array.from({ length: count }, () => {
      last += this.rice(low) + 1;
      return last;
    });
  }
}

/** The low bits with which Rice codes of so many numbers, spread evenly below a limit, are shortest. */
const lowBits = (limit: number, numbers: number) => Math.max(0, Math.floor(Math.log2((Math.LN2 * limit) / numbers)));

/** Low bits of the size of a set. */
const sizeBits = 12;

/** A set of numbers from 0 to below a limit, in text. */
export function encodeSet(numbers: Iterable<number>, limit: number): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const writer = new BitWriter();
  writer.rice(sorted.length, sizeBits);
  writer.ascending(sorted, limit);
  return btoa(Array.from(writer.bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Reads what `encodeSet` wrote. @throws If it is something else. */
export function decodeSet(text: string, limit: number): ReadonlySet<number> {
  const reader = new BitReader(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
  const numbers = reader.ascending(reader.rice(sizeBits), limit);
  reader.end();
  return new Set(numbers);
}

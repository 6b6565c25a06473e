/** The smallest thing that is searched for: a Han character, a run of letters, a number, or one other sign. */
export interface Unit {
  /** Normalised: NFKC, lower case. */
  text: string;
  /** Where it stands in the source, in UTF-16 code units. */
  start: number;
  end: number;
}

/** Signs that are written or left out at will: white space, controls, and quotes of every kind, `《》` and `<>` among them. */
const ignored = /[\p{White_Space}\p{C}\p{M}"'`´“”‘’„‟«»‹›「」『』〝〞〟《》〈〉<>]/u;
const han = /\p{Script=Han}/u;
const digit = /\d/u;
const letter = /\p{L}/u;

const kindOf = (sign: string): 'han' | 'digit' | 'letter' | 'other' =>
  han.test(sign) ? 'han' : digit.test(sign) ? 'digit' : letter.test(sign) ? 'letter' : 'other';

/**
 * Reads a text as units, both where it is indexed and where it is searched for.
 * Numbers are whole (200 is no part of 2000) and hold their decimal point.
 * Takes any string, lone surrogates and controls included.
 */
export function unitsOf(source: string): Unit[] {
  const units: Unit[] = [];
  let run: { kind: 'digit' | 'letter'; unit: Unit } | undefined;
  let offset = 0;
  for (const point of source) {
    const start = offset;
    offset += point.length;
    for (const sign of point.normalize('NFKC').toLowerCase()) {
      if (ignored.test(sign)) {
        run = undefined;
        continue;
      }
      const kind = kindOf(sign);
      const decimal = sign === '.' && run?.kind === 'digit' && digit.test(source[offset] ?? '');
      if (run && (decimal || kind === run.kind)) {
        run.unit.text += sign;
        run.unit.end = offset;
        continue;
      }
      const unit = { text: sign, start, end: offset };
      units.push(unit);
      run = kind === 'digit' || kind === 'letter' ? { kind, unit } : undefined;
    }
  }
  return units;
}

/** True for a unit that a reader would call a word or a number, or a sign that carries meaning as in `1+5+1` and `50%`. */
export const isMeaningful = ({ text }: Pick<Unit, 'text'>): boolean => /^[\p{L}\p{N}+%]/u.test(text);

export const isHan = ({ text }: Pick<Unit, 'text'>): boolean => han.test(text);

/** The units of a text as plain strings. */
export const wordsOf = (source: string): string[] => unitsOf(source).map(({ text }) => text);

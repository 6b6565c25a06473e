/** The smallest thing that is searched for: a Han character, a run of letters, a number, or one other sign. */
export interface Token {
  /** Normalised: NFKC, lower case. */
  text: string;
  /** Offsets in the source, in UTF-16 code units; the end is exclusive. */
  start: number;
  end: number;
}

/** Signs that are written or left out at will: white space, controls, and quotes of every kind, `《》` and `<>` among them. */
const ignored = /[\p{White_Space}\p{C}\p{M}"'`´“”‘’„‟«»‹›「」『』〝〞〟《》〈〉<>]/u;
const han = /\p{Script=Han}/u;
const digit = /\d/u;
const anyLetter = /\p{L}/u;

const signKind = (sign: string): 'han' | 'digit' | 'letter' | 'other' =>
  han.test(sign) ? 'han' : digit.test(sign) ? 'digit' : anyLetter.test(sign) ? 'letter' : 'other';

/**
 * Cuts a text into tokens; the index and queries are cut by this one function.
 * A number is one token with its decimal point, so that 200 is not found in 2000.
 * Takes any string, lone surrogates and controls included.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let run: { kind: 'digit' | 'letter'; token: Token } | undefined;
  let offset = 0;
  for (const point of source) {
    const start = offset;
    offset += point.length;
    for (const sign of point.normalize('NFKC').toLowerCase()) {
      if (ignored.test(sign)) {
        run = undefined;
        continue;
      }
      const kind = signKind(sign);
      const decimal = sign === '.' && run?.kind === 'digit' && digit.test(source[offset] ?? '');
      if (run && (decimal || kind === run.kind)) {
        run.token.text += sign;
        run.token.end = offset;
        continue;
      }
      const token = { text: sign, start, end: offset };
      tokens.push(token);
      run = kind === 'digit' || kind === 'letter' ? { kind, token } : undefined;
    }
  }
  return tokens;
}

/** The tokens of a text, without their offsets. */
export const tokenTexts = (source: string): string[] => tokenize(source).map(({ text }) => text);

/** True for a word, a number, or a sign that carries meaning as in `1+5+1` and `50%`; false for punctuation. */
export const isMeaningful = (token: string): boolean => /^[\p{L}\p{N}+%]/u.test(token);

export const isHan = (token: string): boolean => han.test(token);

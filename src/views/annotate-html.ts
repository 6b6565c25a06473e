/**
 * Wraps marked stretches of rendered text. Takes HTML whose text, blank text between blocks apart, is the text that the
 * marks count in; a mark that crosses a tag is wrapped piece by piece.
 */
export function markUp<Mark extends { start: number; end: number }>(
  html: string,
  marks: readonly Mark[],
  wrap: (html: string, mark: Mark) => string,
): string {
  let at = 0;
  return html
    .split(/(<[^>]*>)/u)
    .map((token) => {
      if (token.startsWith('<') || token.trim() === '') return token;
      const characters = token.match(/&[#\w]+;|./gsu) ?? [];
      const start = at;
      at += characters.length;
      let result = '';
      let done = 0;
      for (const mark of marks) {
        const from = Math.max(mark.start - start, done);
        const to = Math.min(mark.end - start, characters.length);
        if (from >= to) continue;
        result += characters.slice(done, from).join('') + wrap(characters.slice(from, to).join(''), mark);
        done = to;
      }
      return result + characters.slice(done).join('');
    })
    .join('');
}

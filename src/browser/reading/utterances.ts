/** In UTF-16 code units: speech engines fall silent in the middle of longer utterances. */
const longestUtterance = 120;

/** A text in pieces to be spoken one after the other: whole sentences, and parts of those that are too long. Nothing is lost. */
export function utterancesOf(text: string): string[] {
  const whole = text.replace(/\s+/gu, ' ').trim();
  const parts = whole.match(/[^。！？；]*[。！？；]+[”’）》]*|[^。！？；]+$/gu) ?? [];
  return parts.flatMap((part) => (part.length <= longestUtterance ? [part] : clauses(part)));
}

function clauses(sentence: string): string[] {
  const pieces: string[] = [];
  for (const clause of sentence.match(/[^，、：]*[，、：]|[^，、：]+$/gu) ?? []) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.length + clause.length <= longestUtterance)
      pieces[pieces.length - 1] = last + clause;
    else pieces.push(clause);
  }
  return pieces;
}

/**
 * Speaks through polite live regions in turn, the other one left empty, so that the same words said twice are heard twice.
 * Waits a little, so that a reader who is typing hears the last answer only.
 */
export function announcer(regions: Iterable<Element>): (words: string) => void {
  const [...turns] = regions;
  const pause = 600;
  let turn = 0;
  let waiting = 0;
  return (words) => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      for (const [index, region] of turns.entries()) region.textContent = index === turn ? words : '';
      turn = (turn + 1) % turns.length;
    }, pause);
  };
}

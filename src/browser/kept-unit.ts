/**
 * The unit that a reader keeps on this device: its id and nothing else, in the browser's own storage.
 * A browser may refuse storage altogether; then nothing is kept, and nothing fails.
 */
const key = 'handbook:unit';

/** Gives the id of the kept unit, none where none is kept, or undefined where storage is refused. */
export function keptUnit(): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a unit in place of any other. Gives false where the browser refuses. */
export function keepUnit(id: string): boolean {
  try {
    localStorage.setItem(key, id);
    return true;
  } catch {
    return false;
  }
}

/** Leaves nothing on the device. */
export function forgetUnit(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Refused storage holds nothing.
  }
}

/**
 * Calls `typed` after each change of a field by typing. An input method composes several letters into one character; then only
 * the character counts.
 */
export function onTyped(input: HTMLInputElement, typed: () => void): void {
  let composing = false;
  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  input.addEventListener('input', () => {
    if (!composing) typed();
  });
}

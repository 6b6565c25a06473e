import '../fixed-bars.ts';
import { utterancesOf } from './utterances.ts';

const blockElements = 'h1,h2,h3,h4,p,li,dt,dd,th,td,figcaption,caption,summary';
/** What serves the eye or the hand and would only disturb the ear. */
const silent = 'nav,form,button,select,script,template,[aria-hidden=true],[hidden],[data-citation],.row-tools,.sr-only';

interface SpokenBlock {
  element: Element;
  text: string;
}

/** The words of a page by paragraph, in their order, as far as they are shown. */
function blocksOf(root: Element): SpokenBlock[] {
  const found: SpokenBlock[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent ?? '';
    if (!parent || !text.trim() || parent.closest(silent) || parent.getClientRects().length === 0) continue;
    const element = parent.closest(blockElements) ?? root;
    const last = found[found.length - 1];
    if (last?.element === element) last.text += text;
    else found.push({ element, text });
  }
  return found;
}

/**
 * Reads an element aloud, paragraph by paragraph, and marks where it is.
 * Gives the way to stop; `done` is called once, at the end or when stopped.
 */
function readAloud(root: Element, done: () => void): () => void {
  const queue = blocksOf(root).flatMap(({ element, text }) => utterancesOf(text).map((words) => ({ element, words })));
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.startsWith('zh'));
  let current: Element | undefined;
  let over = false;

  function mark(element?: Element): void {
    if (element === current) return;
    current?.classList.remove('spoken');
    element?.classList.add('spoken');
    element?.scrollIntoView({ block: 'nearest' });
    current = element;
  }

  function stop(): void {
    if (over) return;
    over = true;
    mark();
    speechSynthesis.cancel();
    done();
  }

  function next(): void {
    if (over) return;
    const piece = queue.shift();
    if (!piece) {
      stop();
      return;
    }
    mark(piece.element);
    const utterance = new SpeechSynthesisUtterance(piece.words);
    utterance.lang = 'zh-CN';
    if (voice) utterance.voice = voice;
    utterance.onend = next;
    utterance.onerror = stop;
    speechSynthesis.speak(utterance);
  }

  next();
  return stop;
}

const stopButton = document.querySelector<HTMLButtonElement>('[data-stop]');
let stop: (() => void) | undefined;
stopButton?.addEventListener('click', () => stop?.());
addEventListener('pagehide', () => stop?.());

/** Reads the page aloud for a reader who pressed a button; the focus is on the one that stops it, and then back. */
export function readPageFor(button: HTMLElement): void {
  const main = document.querySelector('main');
  if (!main || !stopButton || stop) return;
  stopButton.hidden = false;
  stopButton.focus();
  stop = readAloud(main, () => {
    stop = undefined;
    const hadFocus = document.activeElement === stopButton;
    stopButton.hidden = true;
    const origin = button.closest('details')?.querySelector('summary') ?? button;
    if (hadFocus) origin.focus({ preventScroll: true });
  });
}

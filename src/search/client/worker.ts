import { Vocabulary } from '../query/lexicon.ts';
import { Searcher } from '../query/searcher.ts';
import type { Slips } from '../query/spelling-correction.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import { indexFolder } from '../shared/paths.ts';
import { answer, Texts } from './answer.ts';
import { meantBy, openSlips } from './did-you-mean.ts';
import { openIndex } from './pagefind-index.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const base = new URL(`${import.meta.env.BASE_URL}${indexFolder}`, self.location.origin).href;

async function open() {
  // The catalogue's name does not change from one publication to the next, so a stored copy must be asked after.
  const response = await fetch(`${base}catalogue.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const catalogue = (await response.json()) as Catalogue;
  const vocabulary = new Vocabulary(catalogue.lexicon);
  const index = await openIndex(base, catalogue.stored.index);
  return {
    catalogue,
    vocabulary,
    searcher: new Searcher(index, catalogue, vocabulary),
    texts: new Texts(base, catalogue),
  };
}

const opened = open();
// Whoever asks hears of the failure.
opened.catch(() => undefined);
let newest = 0;
let slips: Promise<Slips> | undefined;

self.addEventListener('message', async ({ data: { id, question } }: MessageEvent<ToWorker>) => {
  newest = id;
  const say = (message: FromWorker) => self.postMessage(message);
  try {
    const handbook = await opened;
    // A reader who types on has no use for the answer to half a word.
    if (id !== newest) return;
    const answered = await answer(question, handbook);
    say({ id, answer: answered });
    if (!answered.unfamiliar) return;
    slips ??= openSlips(base);
    const meant = await meantBy(question.text, await slips, handbook.searcher);
    if (meant.length > 0) say({ id, meant });
  } catch (error) {
    say({ id, failure: String(error) });
  }
});

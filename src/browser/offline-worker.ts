import { openCopy } from './copy-store.ts';

/*
 * Answers from the copy that the reader has stored, and from the network what is not in it. It stores nothing by itself: pages
 * store the copy, register this worker after that, and remove both.
 */

interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
declare const self: {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): void;
  addEventListener(type: 'install', listener: () => void): void;
  addEventListener(type: 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
};

/** Relative to the scope: the page that says what is kept and what is not. */
const offlinePage = 'offline/';

async function answer(request: Request): Promise<Response> {
  const { scope } = self.registration;
  const copy = await openCopy(scope).catch(() => undefined);
  // The words of a search, and what messengers add to a link, stand in the query; the page is the same for all.
  const { origin, pathname, search } = new URL(request.url);
  const address = origin + pathname.replace(/\/index\.html$/u, '/');
  const kept = await copy?.cache.match(address);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    // A page of words in place of a download would be saved as the file.
    if (!copy || request.mode !== 'navigate' || /\.\w+$/u.test(pathname)) throw error;
    if (await copy.cache.match(`${address}/`)) return Response.redirect(`${address}/${search}`);
    const page = await copy.cache.match(scope + offlinePage);
    if (!page) throw error;
    const words = (await page.text()).replace('data-not-kept hidden', 'data-not-kept');
    return new Response(words, { status: 503, headers: page.headers });
  }
}

// It holds no edition, so that a newer one may take over at once, also from the worker of earlier releases.
self.addEventListener('install', () => self.skipWaiting());
// The page from which the copy was stored is to work without a network, too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

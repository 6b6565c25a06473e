import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** What the build puts in: each file of this edition, with the hash that its bytes must have. */
declare const edition: { url: string; revision: string | null; integrity: string }[];
declare const self: {
  skipWaiting(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

// The text of a search stands in the address; the page is one.
precacheAndRoute(edition, { ignoreURLParametersMatching: [/./u] });
cleanupOutdatedCaches();
// A new edition waits until a reader takes it.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') self.skipWaiting();
});

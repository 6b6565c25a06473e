import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';

declare const self: {
  /** The files of this edition, put in by the build. */
  __WB_MANIFEST: PrecacheEntry[];
  skipWaiting(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

// The words of a search stand in the query string; the page is the same for all.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./u] });
cleanupOutdatedCaches();
// A new edition waits until the reader takes it.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') self.skipWaiting();
});

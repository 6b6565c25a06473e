// Earlier releases stored the whole handbook on every device, by a worker at this address. Browsers that still have it fetch this
// one instead, which removes what was stored and itself. A copy that a reader has asked for belongs to offline.js.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  const clear = async () => {
    const { scope } = self.registration;
    const stored = (await caches.keys()).filter((name) => name.startsWith('workbox-') && name.endsWith(scope));
    await Promise.all(stored.map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(clear());
});

import { offlineWorkerPath } from '../routes/offline-paths.ts';

/**
 * Reading without a network, as far as every page has it: nothing is asked of the network until the reader opens the settings
 * in which the copy is offered, or has stored one. Where the browser has no such thing the offer stays hidden.
 */
const base = import.meta.env.BASE_URL;
const offers = [...document.querySelectorAll<HTMLElement>('[data-offline]')];

if (import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in window) {
  const load = () => void import('./offline-copy.ts');
  const worker = new URL(base + offlineWorkerPath, location.href).href;
  const isInSight = offers.some((offer) => !offer.closest('details'));
  // A worker may also be that of the portal above.
  if (isInSight || navigator.serviceWorker.controller?.scriptURL === worker) load();
  else offers[0]?.closest('details')?.addEventListener('toggle', load, { once: true });
}

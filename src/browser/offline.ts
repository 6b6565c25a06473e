import { readStored, storageKeys, store } from './storage.ts';

/**
 * Registers the service worker, which keeps the whole handbook on the device for reading offline; shows its state, and lets
 * readers turn it off. A new edition waits until the reader accepts it, so that no page mixes two.
 */
const base = import.meta.env.BASE_URL;
const box = document.querySelector<HTMLElement>('[data-offline]');
const state = box?.querySelector('[data-offline-state]');
const button = box?.querySelector<HTMLButtonElement>('[data-offline-switch]');
const notice = document.querySelector<HTMLElement>('[data-new-edition]');
/** Whether the worker is being unregistered. */
let isUnregistering = false;

const isTurnedOff = () => readStored(storageKeys.offline) === 'off';

function say(words: string, action: string): void {
  if (!box || !state || !button) return;
  box.hidden = false;
  state.textContent = words;
  button.textContent = action;
}

const sayReady = () => say('全部内容已保存在本机，断网也能看、能搜。', '不再保存');
const sayOff = () => say('没有保存在本机，断网时看不了。', '保存到本机');

/** Offers a new edition that has been fetched; it takes over all open pages when the reader accepts it. */
function offer(worker: ServiceWorker): void {
  if (!notice || !navigator.serviceWorker.controller) return;
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => worker.postMessage({ type: 'SKIP_WAITING' }));
}

function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed') offer(worker);
    if (worker.state === 'activated') sayReady();
    // An unregistered worker is redundant before its files are gone; the state is shown when they are.
    if (worker.state === 'redundant' && !isUnregistering) sayOff();
  });
}

async function register(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
    if (registration.waiting) offer(registration.waiting);
    if (registration.active) sayReady();
    else say('正在把全部内容保存到本机……', '不再保存');
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  } catch {
    sayOff();
  }
}

/**
 * Removes the worker and its cache. A page that the worker controls keeps it until it is left, and may fill the cache again; so
 * this runs at the start of each page of a reader who has turned it off.
 */
async function unregister(): Promise<void> {
  isUnregistering = true;
  const scope = new URL(base, location.href).href;
  const registration = await navigator.serviceWorker.getRegistration(base);
  // Where the handbook has none, the browser names that of the portal above it.
  if (registration?.scope === scope) await registration.unregister();
  const kept = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(kept.map((name) => caches.delete(name)));
  isUnregistering = false;
  sayOff();
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const hadController = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => hadController && location.reload());
  button?.addEventListener('click', () => {
    const off = !isTurnedOff();
    // Where storage is refused the choice holds until the page is left.
    store(storageKeys.offline, off ? 'off' : null);
    void (off ? unregister() : register());
  });
  // The page comes first: nothing is fetched for later before it stands.
  const start = () => setTimeout(() => void (isTurnedOff() ? unregister() : register()), 2000);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

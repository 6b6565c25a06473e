import { readStored, storageKeys, store } from './storage.ts';

/**
 * Keeps the whole handbook on the device, so that it can be read without a network; says so, and can be turned off.
 * A new edition waits until the reader takes it, so that no page ever mixes two.
 */
const base = import.meta.env.BASE_URL;
const box = document.querySelector<HTMLElement>('[data-offline]');
const state = box?.querySelector('[data-offline-state]');
const button = box?.querySelector<HTMLButtonElement>('[data-offline-switch]');
const notice = document.querySelector<HTMLElement>('[data-new-edition]');
let dropping = false;

const refused = () => readStored(storageKeys.offline) === 'off';

function say(words: string, action: string): void {
  if (!box || !state || !button) return;
  box.hidden = false;
  state.textContent = words;
  button.textContent = action;
}

const sayReady = () => say('全部内容已保存在本机，断网也能看、能搜。', '不再保存');
const sayOff = () => say('没有保存在本机，断网时看不了。', '保存到本机');

/** Offers a new edition that has been fetched; it takes over all open pages at once, when the reader agrees. */
function offer(worker: ServiceWorker): void {
  if (!notice || !navigator.serviceWorker.controller) return;
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => worker.postMessage({ type: 'SKIP_WAITING' }));
}

function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed') offer(worker);
    if (worker.state === 'activated') sayReady();
    // One that is taken off is redundant before its files are gone; then that is said when they are.
    if (worker.state === 'redundant' && !dropping) sayOff();
  });
}

async function keep(): Promise<void> {
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
 * Takes the handbook off the device. A page that the worker brought keeps it until it is left, and a page that it fetches
 * meanwhile may be kept again; so a reader who wants none is also served at the start of each page.
 */
async function drop(): Promise<void> {
  dropping = true;
  const scope = new URL(base, location.href).href;
  const registration = await navigator.serviceWorker.getRegistration(base);
  // Where the handbook has none, the browser names that of the portal above it.
  if (registration?.scope === scope) await registration.unregister();
  const kept = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(kept.map((name) => caches.delete(name)));
  dropping = false;
  sayOff();
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const hadController = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => hadController && location.reload());
  button?.addEventListener('click', () => {
    const off = !refused();
    // Where storage is refused the choice holds until the page is left.
    store(storageKeys.offline, off ? 'off' : null);
    void (off ? drop() : keep());
  });
  // The page comes first: nothing is fetched for later before it stands.
  const start = () => setTimeout(() => void (refused() ? drop() : keep()), 2000);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

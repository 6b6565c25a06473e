import { copyDescriptionPath, offlineWorkerPath } from '../routes/offline-paths.ts';
import { type CopyDescription, unpackFiles } from './copy-format.ts';
import { cacheName, deleteCopies, markWhole, openCopy } from './copy-store.ts';
import { notify } from './notice.ts';

/** Offers to store the handbook on this device, shows whether it is stored, removes it, and offers newer editions of it. */
const base = import.meta.env.BASE_URL;
const scope = new URL(base, location.href).href;
const offers = [...document.querySelectorAll<HTMLElement>('[data-offline]')];

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;

/** A failure of which the message is a sentence for readers. */
class Refused extends Error {}

/** The edition that is published now; undefined where the site cannot be reached. */
async function published(): Promise<CopyDescription | undefined> {
  const response = await fetch(base + copyDescriptionPath, { cache: 'no-store' }).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

/** Fetches a file of known size. `progress` is called with the part that has arrived, from 0 to 1. @throws If it is not as large. */
async function download({ file, transferred }: CopyDescription, progress: (part: number) => void): Promise<Uint8Array> {
  const response = await fetch(base + file);
  const reader = response.body?.getReader();
  if (!response.ok || !reader) throw new Error(`${response.status} ${response.url}`);
  const bytes = new Uint8Array(transferred);
  let at = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes.set(piece.value, at);
    at += piece.value.length;
    progress(at / transferred);
  }
  if (at !== transferred) throw new Error(`${at} of ${transferred} bytes`);
  return bytes;
}

/** Why a copy could not be stored, and what to do. */
function storageRefusal(error: unknown, { stored }: CopyDescription): Refused {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new Refused(
    isFull
      ? `本机空间不够，没有存下。手册约占${megabytes(stored)}，请腾出空间后再试。`
      : '浏览器不允许在本机保存，没有存下。请不用无痕窗口打开，或在浏览器设置里允许本站保存数据后再试。',
  );
}

/** Stores what is published now in place of an older copy, which stays if that fails. @throws {Refused} */
async function storeCopy(progress: (part: number) => void): Promise<void> {
  const lost = new Refused('没有取到，可能是网络不通，没有存下。请稍后再试。');
  const description = await published();
  if (!description) throw lost;
  const files = await download(description, progress)
    .then(async (packed) => unpackFiles((await import('fzstd')).decompress(packed)))
    .catch(() => {
      throw lost;
    });
  try {
    const cache = await caches.open(cacheName(scope, description));
    await Promise.all(
      files.map(({ path, type, bytes }) =>
        cache.put(scope + path, new Response(bytes as BufferSource, { headers: { 'content-type': type } })),
      ),
    );
    await navigator.serviceWorker.register(base + offlineWorkerPath, { scope });
    await markWhole(cache, scope, description);
    await deleteCopies(scope, description);
  } catch (error) {
    await caches.delete(cacheName(scope, description)).catch(() => false);
    if (!(await openCopy(scope).catch(() => undefined))) await unregister().catch(() => undefined);
    throw storageRefusal(error, description);
  }
}

/** Where the handbook has no worker of its own, the browser names that of the portal above it. */
async function unregister(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (registration?.scope === scope) await registration.unregister();
}

async function removeCopy(): Promise<void> {
  await unregister();
  await deleteCopies(scope);
}

interface Shown {
  words: string;
  /** What the button does; absent where there is nothing to do. */
  action?: string;
  /** The part that has arrived, while the copy is being fetched. */
  part?: number;
}

function show({ words, action, part }: Shown): void {
  document.querySelector('[data-offline-refused]')?.remove();
  for (const offer of offers) {
    const [state, progress, button] = [
      offer.querySelector('[data-offline-state]'),
      offer.querySelector('progress'),
      offer.querySelector<HTMLButtonElement>('button'),
    ];
    offer.hidden = false;
    // Set anew only if they change, so that they are announced once.
    if (state && state.textContent !== words) state.textContent = words;
    if (progress) {
      progress.hidden = part === undefined;
      progress.value = part ?? 0;
    }
    if (!button) continue;
    button.hidden = !action;
    button.textContent = action ?? '';
    // Not `disabled`, which would take the focus away.
    button.setAttribute('aria-disabled', String(part !== undefined));
  }
}

const offerOf = ({ transferred }: CopyDescription) => `把手册存到本机，约${megabytes(transferred)}`;
let kept: CopyDescription | undefined;
let latest: CopyDescription | undefined;
let isBusy = false;

/** Shows what there is; `said` comes first where something has just been done or has failed. */
function showState(said?: string): void {
  if (kept)
    show({
      words: said ?? `手册已存在本机（约占${megabytes(kept.stored)}），没有网络也能看、能搜索。`,
      action: '从本机删除',
    });
  else if (latest) show({ words: said ?? '存到本机后，没有网络也能看、能搜索。', action: offerOf(latest) });
  else show({ words: said ?? '手册没有存在本机；现在没有网络，存不了。' });
}

/** Does one thing at a time. */
async function act(work: () => Promise<string | undefined>): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  let said: string | undefined;
  try {
    said = await work();
  } catch (error) {
    said = error instanceof Refused ? error.message : '没有做成，请重新打开这一页再试。';
  }
  kept = (await openCopy(scope).catch(() => undefined))?.description;
  isBusy = false;
  showState(said);
}

const save = () =>
  act(async () => {
    const showPart = (part: number) => show({ words: '正在存到本机……', action: '正在保存', part });
    showPart(0);
    await storeCopy(showPart);
    return undefined;
  });

const remove = () =>
  act(async () => {
    await removeCopy();
    return '已从本机删除。';
  });

/** Offers a newer edition; every page is of the older one until the reader takes it. */
function offerEdition(edition: CopyDescription, said = '手册有新版。'): void {
  const take = async () => {
    // The button stays, and with it the focus.
    notify('正在取新版……', { label: '请稍候', run: () => undefined });
    try {
      await storeCopy(() => undefined);
      location.reload();
    } catch (error) {
      offerEdition(edition, `${error instanceof Refused ? error.message : '没有取到新版。'}本机仍是原来的一版。`);
    }
  };
  notify(said, { label: `换用新版，约${megabytes(edition.transferred)}`, run: () => void take() });
}

/** Asks first for a download, which is not in the copy, and says so where it does not come, in place of the browser's error. */
function watchDownloads(): void {
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[download]') : null;
    // The second click is made below.
    if (!link || !event.isTrusted) return;
    event.preventDefault();
    const isReached = await fetch(link.href, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    if (isReached) link.click();
    else notify('现在没有网络，供下载的文件没有存在本机。');
  });
}

async function start(): Promise<void> {
  for (const offer of offers)
    offer.querySelector('button')?.addEventListener('click', () => void (kept ? remove() : save()));
  const [copy, edition] = await Promise.all([openCopy(scope).catch(() => undefined), published()]);
  kept = copy?.description;
  latest = edition;
  showState();
  if (kept) watchDownloads();
  if (kept && latest && kept.edition !== latest.edition) offerEdition(latest);
}

void start();

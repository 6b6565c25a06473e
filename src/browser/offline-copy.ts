import { copyDescriptionPath, offlineWorkerPath } from '../routes/offline-paths.ts';
import { type CopyDescription, type KeptFile, unpackFiles } from './copy-format.ts';
import { cacheName, deleteCopies, markWhole, openCopy } from './copy-store.ts';
import { notify } from './notice.ts';

/** Offers to store the handbook on this device, shows whether it is stored, removes it, and offers newer editions of it. */
const base = import.meta.env.BASE_URL;
const scope = new URL(base, location.href).href;
const offers = [...document.querySelectorAll<HTMLElement>('[data-offline]')];

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;

/** A failure of which the message is a sentence for readers. */
class Refused extends Error {}
const lost = new Refused('没有取到，可能是网络不通。请稍后再试。');

/** The edition that is published now; undefined where it does not arrive, or something else does, as the page of a network to log in to. */
async function published(): Promise<CopyDescription | undefined> {
  try {
    const response = await fetch(base + copyDescriptionPath, { cache: 'no-store' });
    const description: CopyDescription | undefined = await response.json();
    return response.ok && description?.edition ? description : undefined;
  } catch {
    return undefined;
  }
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
      ? `本机空间不够，没有存成。手册约占${megabytes(stored)}，请腾出空间后再试。`
      : '浏览器不允许在本机保存，没有存成。请不要用无痕窗口，或在浏览器设置里允许本站保存数据后再试。',
  );
}

/** In the tabs of a browser one at a time stores or removes. */
const lockName = `handbook-offline:${scope}`;
const alone = (work: () => Promise<void>): Promise<void> => navigator.locks.request(lockName, work);

/** Puts the files of a copy in place of an older one, which stays if that fails. @throws {Refused} */
async function keepFiles(files: readonly KeptFile[], description: CopyDescription): Promise<void> {
  try {
    const cache = await caches.open(cacheName(scope, description));
    await Promise.all(
      files.map(({ path, type, bytes }) =>
        cache.put(scope + path, new Response(bytes as BufferSource, { headers: { 'content-type': type } })),
      ),
    );
    await navigator.serviceWorker.register(base + offlineWorkerPath, { scope }).catch((error) => {
      // Its file did not arrive; a refusal has another name.
      throw error instanceof TypeError ? lost : error;
    });
    await markWhole(cache, scope, description);
    await deleteCopies(scope, description);
  } catch (error) {
    await caches.delete(cacheName(scope, description)).catch(() => false);
    if (!(await openCopy(scope).catch(() => undefined))) await unregister().catch(() => undefined);
    throw error === lost ? lost : storageRefusal(error, description);
  }
}

/** Stores what is published now in place of an older copy, which stays if that fails. @throws {Refused} */
async function storeCopy(progress: (part: number) => void): Promise<void> {
  const description = await published();
  if (!description) throw lost;
  const files = await download(description, progress)
    .then(async (packed) => unpackFiles((await import('fzstd')).decompress(packed)))
    .catch(() => {
      throw lost;
    });
  await alone(() => keepFiles(files, description));
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

/** Removes what is left of a copy that is not whole, as its page was closed meanwhile; unless a tab is storing one just now. */
const removeRemains = (): Promise<void> =>
  navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock && !(await openCopy(scope))) await removeCopy();
  });

interface Shown {
  words: string;
  /** What the button does; absent where there is nothing to do. */
  action?: string;
  /** The part that has arrived, while the copy is being fetched. */
  part?: number;
}

function show({ words, action, part }: Shown): void {
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
const keptEdition = async () => (await openCopy(scope).catch(() => undefined))?.description;
let kept: CopyDescription | undefined;
let latest: CopyDescription | undefined;
let isBusy = false;
/** What is to be told of what has just been done or has failed. */
let said: string | undefined;

/** Shows what there is. */
function showState(): void {
  if (kept)
    show({
      words: said ?? `手册已存到本机（约占${megabytes(kept.stored)}），没有网络也能看、能搜索。`,
      action: '从本机删除',
    });
  else if (latest) show({ words: said ?? '存到本机后，没有网络也能看、能搜索。', action: offerOf(latest) });
  else show({ words: said ?? '手册还没有存到本机，现在取不到，请稍后再试。' });
}

/** Does one thing at a time. */
async function act(work: () => Promise<string | undefined>): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  try {
    said = await work();
  } catch (error) {
    said = error instanceof Refused ? error.message : '没有成功，请重新打开本页再试。';
  }
  kept = await keptEdition();
  isBusy = false;
  showState();
}

/** Shows what another tab has stored or removed. */
async function lookAgain(): Promise<void> {
  const found = await keptEdition();
  if (isBusy || found?.edition === kept?.edition) return;
  kept = found;
  said = undefined;
  showState();
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
    await alone(removeCopy);
    return '已从本机删除。';
  });

/** Offers a newer edition; every page is of the older one until the reader takes it. */
function offerEdition(edition: CopyDescription, said = '手册有新版。'): void {
  const take = async () => {
    // The button stays, and with it the focus.
    notify('正在下载新版……', { label: '请稍候', run: () => undefined });
    try {
      await storeCopy(() => undefined);
      location.reload();
    } catch (error) {
      offerEdition(edition, `${error instanceof Refused ? error.message : '没有取到新版。'}本机仍是原来的版本。`);
    }
  };
  notify(said, { label: `换用新版，约${megabytes(edition.transferred)}`, run: () => void take() });
}

/** So long a server is waited for before its file is left to the browser, which shows that it is at work; in milliseconds. */
const longestWait = 4000;

/** Asks first for a download, which is not in the copy, and says so where it does not come, in place of the browser's error. */
function watchDownloads(): void {
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[download]') : null;
    // The second click is made below.
    if (!kept || !link || !event.isTrusted) return;
    event.preventDefault();
    const isReached = await Promise.race([
      fetch(link.href, { method: 'HEAD' }).then(
        () => true,
        () => false,
      ),
      new Promise((resolve) => setTimeout(resolve, longestWait, true)),
    ]);
    if (isReached) link.click();
    else notify('现在没有网络，供下载的文件没有存到本机。');
  });
}

async function start(): Promise<void> {
  for (const refused of document.querySelectorAll('[data-offline-refused]')) refused.remove();
  for (const offer of offers)
    offer.querySelector('button')?.addEventListener('click', () => void (kept ? remove() : save()));
  watchDownloads();
  addEventListener('focus', lookAgain);
  // What is kept is shown without waiting for the network; of what is not, the network says how large it is.
  kept = await keptEdition();
  if (kept) showState();
  else await removeRemains().catch(() => undefined);
  latest = await published();
  if (!isBusy) showState();
  if (kept && latest && kept.edition !== latest.edition) offerEdition(latest);
}

void start();

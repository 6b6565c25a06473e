/** The one notice of a page, in a corner of it and announced politely, with a button where there is something to do. */
const notice = document.querySelector<HTMLElement>('[data-notice]');
const words = notice?.querySelector('[data-notice-words]');
const button = notice?.querySelector('button');

export function notify(text: string, action?: { label: string; run: () => void }): void {
  if (!notice || !words || !button) return;
  notice.dataset.notice = 'shown';
  // The page keeps room for it, so that it hides neither the focus nor the end.
  void import('./fixed-bars.ts');
  words.textContent = text;
  button.hidden = !action;
  button.textContent = action?.label ?? '';
  button.onclick = () => action?.run();
}

/** Offers to load the page again, as the handbook was published anew since it was loaded. */
export const offerReload = (): void =>
  notify('手册已更新，请重新打开本页。', { label: '重新打开', run: () => location.reload() });

/**
 * Whether the scripts of this page are no longer those that the site publishes for it. False where the site cannot be reached, or
 * another page comes in its place, as that of a network to log in to.
 */
export async function isOutdated(): Promise<boolean> {
  try {
    const response = await fetch(location.pathname, { cache: 'no-cache' });
    if (!response.ok) return response.status === 404;
    const published = await response.text();
    const scripts = [...document.querySelectorAll('script[type=module][src]')];
    return (
      published.includes('data-notice') &&
      scripts.some((script) => !published.includes(`"${script.getAttribute('src')}"`))
    );
  } catch {
    return false;
  }
}

/**
 * Says why a part of a script did not arrive: it was published anew, or there is no network.
 * @see https://vite.dev/guide/build#load-error-handling
 */
export function watchForMissingScripts(): void {
  addEventListener('vite:preloadError', async () => {
    if (await isOutdated()) offerReload();
    else notify('没有加载成功，可能是网络不通。', { label: '重新打开', run: () => location.reload() });
  });
}

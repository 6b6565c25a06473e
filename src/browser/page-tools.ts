/** Buttons that hand the page on: to the device's share sheet, or to paper. Each shows only where the browser can do it. */
const toShare = document.querySelector<HTMLButtonElement>('button[data-share]');
const toPaper = document.querySelector<HTMLButtonElement>('button[data-print]');

if (toShare && 'share' in navigator) {
  toShare.hidden = false;
  // A reader who closes the sheet without choosing has not failed at anything.
  toShare.addEventListener('click', () =>
    navigator.share({ title: document.title, url: location.href }).catch(() => {}),
  );
}
if (toPaper) {
  toPaper.hidden = false;
  toPaper.addEventListener('click', () => window.print());
}

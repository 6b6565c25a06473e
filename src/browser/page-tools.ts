/** Buttons that hand the page on: to the device's share sheet, or to paper. Each shows only where the browser can do it. */
const share = document.querySelector<HTMLButtonElement>('button[data-share]');
const print = document.querySelector<HTMLButtonElement>('button[data-print]');

if (share && 'share' in navigator) {
  share.hidden = false;
  // A reader who closes the sheet without choosing has not failed at anything.
  share.addEventListener('click', () => navigator.share({ title: document.title, url: location.href }).catch(() => {}));
}
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

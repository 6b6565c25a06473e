// Buttons that open the share sheet of the device and the print dialogue; each is shown only where the browser has them.
const toShare = document.querySelector<HTMLButtonElement>('button[data-share]');
const toPaper = document.querySelector<HTMLButtonElement>('button[data-print]');

if (toShare && 'share' in navigator) {
  toShare.hidden = false;
  // A share sheet that is closed without a choice rejects, which is no error.
  toShare.addEventListener('click', () =>
    navigator.share({ title: document.title, url: location.href }).catch(() => {}),
  );
}
if (toPaper) {
  toPaper.hidden = false;
  toPaper.addEventListener('click', () => window.print());
}

// What is folded on the screen is part of the page on paper: by the style sheet, or else opened here and folded again afterwards.
if (!CSS.supports('selector(::details-content)')) {
  const opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false;
  });
}

/** Browsers by which a reader has asked not to be followed. @see https://w3c.github.io/gpc/ */
const isRefused = () => {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1';
};

/**
 * Has the server's log note the questions on which a reader settles, if the site says so: each once on a page, by a plain request
 * for the head of the search page as if it were asked the question. The first one, `noted`, came with the page itself.
 */
export function questionLog(form: HTMLFormElement, noted: string): (question: string) => void {
  if (form.dataset.logQueries === undefined || isRefused()) return () => {};
  const told = new Set(['', noted.trim()]);
  return (question) => {
    const q = question.trim();
    if (told.has(q)) return;
    told.add(q);
    // Nobody waits for it: offline, or where the server refuses it, the question is not noted.
    fetch(`${location.pathname}?${new URLSearchParams({ q })}`, {
      method: 'HEAD',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => {});
  };
}

import type { Browser, CDPSession, Page } from '@playwright/test';

/** What it takes from Enter in the search box of a page's header to the frame that shows a result, and for a question after it. */
export interface FirstAnswer {
  requests: number;
  /** Of all bodies, as sent. */
  bytes: number;
  /** The longest chain of requests each of which began after the one before it had ended. */
  steps: number;
  /** From Enter to the frame. */
  milliseconds: number;
  /** Processor time of the browser's processes, in milliseconds: until the frame, and for the next question. */
  processor: number;
  nextProcessor: number;
  nextMilliseconds: number;
}

/** Processor time of all processes of a browser so far, in milliseconds. */
async function processorTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Stores when a result that leads below a path is first shown, in milliseconds since 1970. */
function watchFor(path: string): void {
  const shown = () =>
    [...document.querySelectorAll<HTMLAnchorElement>('#search-results li a')].some(
      (link) => link.pathname === path && link.getClientRects().length > 0,
    );
  const isAnswered = () =>
    sessionStorage.getItem('asked') !== null &&
    document.querySelector('#search-results')?.getAttribute('aria-busy') === 'false';
  const look = (): unknown => {
    if (!isAnswered() || !shown()) return requestAnimationFrame(look);
    // The frame after the one in which it is there has shown it.
    return requestAnimationFrame(() => {
      sessionStorage.setItem('shown', String(performance.timeOrigin + performance.now()));
    });
  };
  sessionStorage.removeItem('shown');
  look();
}

const shownAt = async (page: Page): Promise<number> => {
  const handle = await page.waitForFunction(() => sessionStorage.getItem('shown'), null, {
    timeout: 120_000,
    polling: 50,
  });
  return Number(await handle.jsonValue());
};

/** When each key was pressed that ends a question, in milliseconds since 1970. */
const noteKeys = () =>
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Enter') sessionStorage.setItem('asked', String(performance.timeOrigin + performance.now()));
    },
    true,
  );

/** The longest chain of spans of time, each of which begins after the end of the one before. */
function longestChain(spans: readonly { start: number; end: number }[]): number {
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  const steps: number[] = [];
  for (const [at, { start }] of byStart.entries())
    steps[at] =
      1 + Math.max(0, ...byStart.slice(0, at).map(({ end }, before) => (end <= start ? (steps[before] ?? 0) : 0)));
  return Math.max(0, ...steps);
}

/** Asks in the header of a page of a fresh browser, then again on the search page; the right results lead below a path each. */
export async function firstAnswer(
  browser: Browser,
  address: string,
  [first, next]: readonly { query: string; path: string }[],
): Promise<FirstAnswer> {
  if (!first || !next) throw new Error('两个问题才能量');
  const page = await browser.newPage({ locale: 'zh-CN' });
  const session = await browser.newBrowserCDPSession();
  await page.addInitScript(noteKeys);
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });

  const input = page.locator('header [data-search-box] input[name=q]:visible').first();
  await input.focus();
  // Suggestions are loaded as somebody types, and not for the answer.
  await input.evaluate((box: HTMLInputElement, words) => {
    box.value = words;
  }, first.query);
  const loaded: { start: number; end: number; bytes: Promise<number> }[] = [];
  page.context().on('requestfinished', (request) => {
    const { startTime, responseEnd } = request.timing();
    const bytes = request.sizes().then((sizes) => sizes.responseBodySize);
    loaded.push({ start: startTime, end: startTime + Math.max(0, responseEnd), bytes });
  });
  await page.addInitScript(watchFor, first.path);
  const before = await processorTime(session);
  await page.keyboard.press('Enter');
  const shown = await shownAt(page);
  const after = await processorTime(session);
  const asked = Number(await page.evaluate(() => sessionStorage.getItem('asked')));
  const sent = await Promise.all(loaded.map(async (one) => ({ ...one, bytes: await one.bytes })));
  // What comes from the browser's own copies is no request.
  const inTime = sent.filter(({ start, bytes }) => start <= shown && bytes > 0);
  const bytes = inTime.reduce((sum, one) => sum + one.bytes, 0);

  const box = page.locator('#search-form input[name=q]');
  await box.evaluate((element: HTMLInputElement, words) => {
    element.value = words;
    element.focus();
  }, next.query);
  await page.evaluate(() => sessionStorage.removeItem('asked'));
  await page.evaluate(watchFor, next.path);
  const beforeNext = await processorTime(session);
  await page.keyboard.press('Enter');
  const nextShown = await shownAt(page);
  const nextAsked = Number(await page.evaluate(() => sessionStorage.getItem('asked')));
  const afterNext = await processorTime(session);
  await page.context().close();
  await session.detach();
  return {
    requests: inTime.length,
    bytes,
    steps: longestChain(inTime),
    milliseconds: shown - asked,
    processor: after - before,
    nextProcessor: afterNext - beforeNext,
    nextMilliseconds: nextShown - nextAsked,
  };
}

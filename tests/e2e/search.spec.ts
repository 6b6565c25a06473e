import { expect, type Locator, type Page, test } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { storageKeys } from '../../src/browser/storage.ts';
import { measurePath, searchPath, taskAnchor, taskPath, unitPath, unitsPath } from '../../src/routes/paths.ts';
import type { CatalogueFile } from '../../src/search/shared/catalogue.ts';
import { type DictionaryFile, decodeWords } from '../../src/search/shared/dictionary.ts';
import { handbook } from '../site/built-site.ts';

import { looks, show } from './looks.ts';
import { busiest, needed, needs, plan, slip, task, wordsOf } from './subjects.ts';

const { base } = handbook.site;
const unit = busiest;
const words = needed(wordsOf(task), 'words');
const syllables = pinyin(unit.name, { toneType: 'none', type: 'array' });
const sounds = [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')];

const box = (page: Page) => page.getByRole('search').getByRole('searchbox').first();
const results = (page: Page) => page.locator('#search-results');
const rows = (page: Page) => results(page).locator('li');

/** Opens the search page on a query and waits for its answer. */
async function search(page: Page, query: Record<string, string>) {
  await page.goto(`${base}${searchPath}?${new URLSearchParams(query)}`);
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
}

test('a reading page loads nothing of search', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(base + measurePath(task.measure));
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith(`${base}${searchPath}`) || path.includes('worker'))).toEqual([]);
});

test('from a reading page the box leads to the results', async ({ page }) => {
  await page.goto(base + measurePath(task.measure));
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${searchPath}\\?q=`));
  await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', base + taskPath(task));
});

test('a result of a task lands on its row', async ({ page }) => {
  await search(page, { q: `第${task.number}项` });
  await rows(page).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#${taskAnchor(task)}$`));
  await expect(page.locator(`#${taskAnchor(task)}`)).toBeInViewport();
});

test('the matched words are marked, and each row says why it is there', async ({ page }) => {
  await search(page, { q: task.measure.title });
  await expect(rows(page).first()).toHaveAttribute('data-match', 'exact');
  await expect(rows(page).first().locator('mark').first()).toHaveText(task.measure.title);
});

test('what the reader types and chooses is in the address, and back returns to it', async ({ page }) => {
  await search(page, { q: unit.name });
  const all = await rows(page).count();
  await page.locator('[data-filter=kind] [data-value=measure]').click();
  await expect(page).toHaveURL(/kind=measure/);
  await expect.poll(() => rows(page).count()).toBeLessThan(all);
  await expect(results(page).locator('li:not([data-kind=measure])')).toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(rows(page)).toHaveCount(all);
});

test('typing is answered at once, but not while an input method is composing', async ({ page }) => {
  await search(page, { q: '' });
  await box(page).dispatchEvent('compositionstart');
  await box(page).fill('shui');
  await expect(page).not.toHaveURL(/shui/);
  await expect(rows(page)).toHaveCount(0);
  await box(page).fill(unit.name);
  await box(page).dispatchEvent('compositionend');
  await expect(page).toHaveURL(/q=/);
  await expect(rows(page).first()).toBeVisible();
});

test('before a question no text is read and no row is shown, but what to ask; a filter alone shows rows', async ({
  page,
}) => {
  const texts: string[] = [];
  page.on('request', (request) => {
    if (/\/texts?[-/]/u.test(request.url())) texts.push(request.url());
  });
  await search(page, {});
  await expect(page.locator('[data-filter=kind] [data-value=task]')).toBeVisible();
  await expect(page.locator('#search-status')).toContainText('输入要问的事');
  await expect(rows(page)).toHaveCount(0);
  expect(texts).toEqual([]);
  await page.locator('[data-filter=kind] [data-value=task]').click();
  await expect(rows(page).first()).toBeVisible();
  expect(texts).not.toEqual([]);
  await expect(page.locator('#search-start')).toBeHidden();
});

test('the arrow keys go from the box through the results and back', { tag: '@keyboard' }, async ({ page }) => {
  await search(page, { q: unit.name });
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
});

/** No handbook has a word of it. */
const unheard = 'qqqqzzzz';

test('what the handbook does not cover is answered with nothing, in words, and with other ways', async ({ page }) => {
  await search(page, { q: unheard });
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator('#search-status')).toContainText(`没有找到“${unheard}”`);
  await expect(page.getByRole('link', { name: '任务清单', exact: true }).last()).toBeVisible();
});

test('where nothing is found and nothing chosen, no filters stand before the other ways', async ({ page }) => {
  await search(page, { q: unheard });
  await expect(page.locator('#search-filters')).toBeHidden();
  await search(page, { q: unheard, kind: 'task' });
  await expect(page.locator('#search-filters')).toBeVisible();
});

/** Words that records hold here and there, and none together. */
const scattered = (): string => {
  const letters = [...new Set(plan.measures.map(({ title }) => title.slice(0, 2)))];
  return `墓地${letters[0]}`;
};

test('what nothing answers whole is folded under words that say so, and opens with a key and where a reader comes back', async ({
  page,
}) => {
  await search(page, { q: scattered() });
  const fold = results(page).locator('details[data-folded]');
  const summary = fold.locator('summary');
  await expect(summary).toHaveText(new RegExp(`^没有找到“${scattered()}”；这些可能沾边（\\d+ 条）$`));
  await expect(page.locator('[data-search-announcer]').filter({ hasText: '没有找到' })).toHaveCount(1);
  await expect(rows(page).first()).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  await expect(summary).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).first().getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(new RegExp(`/${searchPath}`));
  await page.goBack();
  await expect(rows(page).first().getByRole('link')).toBeFocused();
  await expect(rows(page).first()).toBeVisible();
});

test('what the reader unfolded stays so when it is narrowed, and where the reader comes back by another link', async ({
  page,
}) => {
  await search(page, { q: scattered() });
  const fold = results(page).locator('details[data-folded]');
  await fold.locator('summary').click();
  const all = await rows(page).count();
  await page.locator('[data-filter=kind] [data-value=measure]').click();
  await expect.poll(() => rows(page).count()).toBeLessThan(all);
  await expect(fold.locator('summary')).toContainText(`（${await rows(page).count()} 条）`);
  await expect(rows(page).first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate((address) => location.assign(address), base);
  await expect(page).toHaveURL(new RegExp(`${base}$`));
  await page.goBack();
  await expect(rows(page).first()).toBeVisible();
  await box(page).fill(unheard);
  await expect(fold).toHaveCount(0);
});

test('one character is answered with the request for more', async ({ page }) => {
  await search(page, { q: task.text.slice(0, 1) });
  await expect(page.locator('#search-status')).toContainText('请多写几个字');
});

test('who asks what the own unit has to do is led to the unit kept on this device, or else to all units', async ({
  page,
}) => {
  const first = rows(page).first();
  await search(page, { q: '我们局要做什么' });
  await expect(first.getByRole('link')).toHaveAttribute('href', base + unitsPath);
  await page.evaluate(([key, id]) => localStorage.setItem(key, id), [storageKeys.unit, unit.id] as const);
  await search(page, { q: '我们局要做什么' });
  await expect(first.getByRole('link')).toHaveAttribute('href', base + unitPath(unit));
  await expect(first).toContainText('您的单位');
});

test('a task is called by its number and measure, with its words below', async ({ page }) => {
  await search(page, { q: `第${task.number}项` });
  const row = rows(page).first();
  await expect(row.getByRole('link')).toHaveText(`任务${task.number} · ${task.measure.title}`);
  await expect(row).toContainText(task.text.slice(0, 40));
});

test('a unit is offered first for its name and for its sound', async ({ page }) => {
  for (const q of [unit.name, ...sounds]) {
    await search(page, { q });
    await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', base + unitPath(unit));
  }
});

test('names are suggested while typing, and lead to their page', async ({ page }) => {
  await page.goto(base + measurePath(task.measure));
  await box(page).fill(unit.name.slice(0, -1));
  const suggested = page.locator('[data-suggestions] a').filter({ hasText: unit.name }).first();
  await expect(suggested).toBeVisible();
  await expect(suggested).toContainText('单位');
  await page.keyboard.press('ArrowDown');
  await expect(suggested).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${unitPath(unit)}$`));
});

test('for a slip of one character of the same sound within a question what was meant is offered', async ({ page }) => {
  const { written, meant: word } = slip();
  await search(page, { q: `怎么${written}` });
  const meant = page.locator('[data-meant] button').first();
  await expect(meant).toHaveText(`怎么${word}`);
  await meant.click();
  await expect(rows(page).first()).toHaveAttribute('data-match', 'exact');
});

test('a word in pinyin is answered as the word, and as typed for who insists', async ({ page }) => {
  const { meant: word } = slip();
  const letters = pinyin(word, { toneType: 'none', type: 'array', v: true }).join('');
  await search(page, { q: letters });
  await expect(page.locator('#search-status')).toContainText(`没有找到“${letters}”，已改搜“${word}”`);
  await expect(rows(page).first()).toHaveAttribute('data-match', 'exact');
  await page.locator('[data-corrected] button').click();
  await expect(page.locator('#search-status')).toContainText(`没有找到“${letters}”。`);
  await expect(rows(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue(letters);
});

test('who insists on the words as typed finds them so on coming back, and other words corrected', async ({ page }) => {
  const { meant: word } = slip();
  const letters = pinyin(word, { toneType: 'none', type: 'array', v: true }).join('');
  const corrected = page.locator('[data-corrected] button');
  const asTyped = async () => {
    await expect(page.locator('#search-status')).toContainText(`没有找到“${letters}”。`);
    await expect(corrected).toHaveCount(0);
  };
  await search(page, { q: letters });
  await box(page).fill(words);
  await page.keyboard.press('Enter');
  await box(page).fill(letters);
  await page.keyboard.press('Enter');
  await corrected.click();
  await asTyped();
  await expect(box(page)).toBeFocused();
  await page.reload();
  await asTyped();
  await page.goBack();
  await page.goBack();
  await expect(corrected).toBeVisible();
  await page.goForward();
  await page.goForward();
  await asTyped();
});

/** Has each question answered by what is given, over an answer that has one row. */
async function answerWith(page: Page, given: object) {
  const row = {
    kind: 'task',
    path: '',
    label: '',
    match: 'related',
    title: [{ text: '一' }],
    excerpt: [],
    units: [],
    substitutions: [],
  };
  const none = { kind: [], plan: [], environment: [], topic: [], unit: [], innovation: [] };
  const answer = { total: 1, rows: [row], choices: none, missing: [], unfamiliar: false, isLikely: true, ...given };
  const body = `onmessage = ({ data: { id, question } }) => {
    if (!question) return;
    const answer = ${JSON.stringify(answer)};
    answer.rows = Array(Math.min(answer.total, question.pages)).fill(answer.rows[0]);
    postMessage({ id, answer });
    if (answer.offers) postMessage({ id, corrections: answer.offers });
  };`;
  await page.route('**/worker-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

test('what is said of an answer is heard with what is offered beside it', async ({ page }) => {
  await answerWith(page, { offers: ['甲'] });
  await search(page, { q: '乙' });
  await expect(page.locator('[data-search-announcer]').filter({ hasText: /^共 1 条。您是不是要找：甲$/ })).toHaveCount(
    1,
  );
});

test('a query of one word is not said to be missing over rows that answer it, one of several words is', async ({
  page,
}) => {
  await answerWith(page, { missing: ['甲'] });
  await search(page, { q: '甲' });
  await expect(page.locator('#search-status')).toHaveText('共 1 条。');
  await search(page, { q: '甲 乙' });
  await expect(page.locator('#search-status')).toHaveText('共 1 条。没有找到“甲”。');
});

test('quotation marks within a quoted query are single ones', async ({ page }) => {
  await search(page, { q: `“${unheard}”` });
  await expect(page.locator('#search-status')).toContainText(`没有找到“‘${unheard}’”。`);
});

test('keys go on at the first of the rows that were asked for, though the button is gone', async ({ page }) => {
  await answerWith(page, { total: 2 });
  await search(page, { q: '甲' });
  await page.getByRole('button', { name: '显示更多' }).press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
  await expect(page.locator('#search-more')).toBeHidden();
});

test('on a phone the keyboard goes once a question is entered or chosen, and elsewhere the box keeps the focus', async ({
  page,
  browser,
}) => {
  const phone = await (await browser.newContext({ hasTouch: true, isMobile: true })).newPage();
  for (const one of [page, phone]) {
    await search(one, {});
    await box(one).click();
    await one.keyboard.type(unit.name);
    await one.keyboard.press('Enter');
    await expect(rows(one).first()).toBeVisible();
    await (one === phone ? expect(box(one)).not : expect(box(one))).toBeFocused();
  }
});

test('searches are remembered on this device until they are cleared', async ({ page }) => {
  await search(page, {});
  await box(page).fill(unit.name);
  await page.keyboard.press('Enter');
  await search(page, {});
  await expect(page.locator('#search-recent').getByRole('button', { name: unit.name })).toBeVisible();
  await page.getByRole('button', { name: '清除' }).click();
  await search(page, {});
  await expect(page.locator('#search-recent')).toBeHidden();
});

const bar = (page: Page) => page.getByRole('region', { name: '搜索标记' });

test('the words are marked where a result leads, until the reader has enough', async ({ page }) => {
  await search(page, { q: words });
  await rows(page).first().getByRole('link').click();
  await expect(bar(page)).toContainText('已标出搜索的词');
  // The row of a task may also show how the plan words the sentence.
  expect(await page.evaluate(() => CSS.highlights.get('search-hit')?.size)).toBeGreaterThan(0);
  await expect(page).toHaveURL(base + taskPath(task));
  await page.reload();
  await expect(bar(page)).toBeVisible();
  await page.getByRole('button', { name: '取消标记' }).click();
  await expect(bar(page)).toBeHidden();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

for (const [name, open] of [
  ['the middle button', (link: Locator) => link.click({ button: 'middle' })],
  ['a key held down', (link: Locator) => link.click({ modifiers: ['ControlOrMeta'] })],
  [
    'the menu of a link',
    async (link: Locator) => {
      await link.dispatchEvent('contextmenu');
      // As the menu opens it: with the link's own policy on what the new page is told of where the reader came from.
      await link.evaluate((one) => {
        const opener = document.body.appendChild(one.cloneNode() as HTMLAnchorElement);
        Object.assign(opener, { target: '_blank', rel: 'noopener' }).click();
        opener.remove();
      });
    },
  ],
] as const)
  test(`a result that is opened in a new tab by ${name} has its marks there, and no other visit has`, async ({
    page,
    context,
  }) => {
    await search(page, { q: words });
    const link = rows(page).first().getByRole('link');
    const opened = context.waitForEvent('page');
    await open(link);
    await expect(bar(await opened)).toContainText('已标出搜索的词');
    // The same address in the first tab, from another page.
    await page.goto(base + measurePath(task.measure));
    await page.evaluate((address) => location.assign(address), `${base}${taskPath(task)}`);
    await expect(page.locator(`#${taskAnchor(task)}`)).toBeInViewport();
    await page.reload();
    await expect(page.locator(`#${taskAnchor(task)}`)).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
  });

test('in a low window the bar of marks leaves the text three quarters, in 长者模式 too', async ({ page }) => {
  for (const [width, height] of [
    [667, 375],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await search(page, { q: words });
    await rows(page).first().getByRole('link').click();
    await expect(bar(page)).toBeVisible();
    await show(page, looks.长者模式 ?? {});
    expect((await bar(page).boundingBox())?.height).toBeLessThan(height / 4);
  }
});

for (const size of ['100%', '200%'])
  test(`no bar at the foot of the window lies over what has the focus or over the end of a page, text at ${size}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await search(page, { q: words });
    await rows(page).first().getByRole('link').click();
    await expect(bar(page)).toBeVisible();
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      document.querySelector('main')?.focus();
    }, size);
    const covered: string[] = [];
    for (let isLast = false, stops = 0; !isLast && stops < 300; stops++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return { isLast: true };
        const { top, bottom, left, right } = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('[data-search-marks]');
        const isOwn = focused.closest('[data-search-marks]') !== null;
        return { isLast: isOwn, hidden: over && !isOwn ? (focused.textContent ?? '') : undefined };
      });
      isLast = seen.isLast;
      if (seen.hidden !== undefined) covered.push(seen.hidden);
    }
    expect(covered).toEqual([]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const [end, start] = await page.evaluate(() => [
      document.querySelector('footer')?.getBoundingClientRect().bottom ?? 0,
      document.querySelector('[data-search-marks]')?.getBoundingClientRect().top ?? 0,
    ]);
    expect(end).toBeLessThanOrEqual((start ?? 0) + 1);
  });

test('two searches, then back: the first has its own answer, filters, title and place', async ({ page }) => {
  await search(page, { q: unit.name, kind: 'task' });
  const first = await rows(page).first().textContent();
  const title = await page.title();
  expect(title).toContain(`${unit.name} · 搜索 · `);
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  const place = await page.evaluate(() => scrollY);
  await page.keyboard.press('/');
  await box(page).fill(words.slice(0, 4));
  await box(page).fill(words);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(new RegExp(`^${words} · 搜索 · `));
  await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', base + taskPath(task));
  await page.goBack();
  await expect(page).toHaveURL(/kind=task/);
  await expect(box(page)).toHaveValue(unit.name);
  await expect(rows(page).first()).toHaveText(first ?? '');
  await expect(page).toHaveTitle(title);
  await expect.poll(() => page.evaluate((at) => Math.abs(scrollY - at), place)).toBeLessThan(20);
  await page.goForward();
  await expect(box(page)).toHaveValue(words);
});

test('typing alone makes no entry of the history', async ({ page }) => {
  await search(page, {});
  const before = await page.evaluate(() => history.length);
  await box(page).fill('税');
  await box(page).fill('税务');
  await expect(page).toHaveURL(/q=/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(box(page)).toHaveValue('');
});

/** A place once it stays: rows are laid out when they come into sight. */
async function settled(place: () => Promise<number>): Promise<number> {
  let seen = Number.NaN;
  await expect
    .poll(async () => {
      const last = seen;
      seen = await place();
      return seen === last;
    })
    .toBe(true);
  return seen;
}

for (const way of ['back of the browser', 'the link of the bar'])
  test(`from the page of a result, ${way} returns to that result, though the browser has not kept the page`, async ({
    page,
  }) => {
    await search(page, { q: '', kind: 'task' });
    await page.evaluate(() => Object.assign(window, { kept: true }));
    const link = rows(page).nth(40).getByRole('link');
    await link.scrollIntoViewIfNeeded();
    if (way !== 'back of the browser') {
      await box(page).fill(task.text.slice(0, 2));
      await page.keyboard.press('Enter');
      await expect(rows(page).locator('mark').first()).toBeVisible();
      await rows(page).last().getByRole('link').scrollIntoViewIfNeeded();
    }
    const followed = way === 'back of the browser' ? link : rows(page).last().getByRole('link');
    const name = await followed.textContent();
    const before = await settled(async () => (await followed.boundingBox())?.y ?? 0);
    await followed.click();
    await expect(page).not.toHaveURL(new RegExp(`/${searchPath}`));
    if (way === 'back of the browser') await page.goBack();
    else await page.getByRole('link', { name: '回到搜索结果' }).click();
    await expect(followed).toBeFocused();
    expect(await page.evaluate(() => 'kept' in window)).toBe(false);
    await expect(followed).toHaveText(name ?? '');
    await expect.poll(async () => Math.abs(((await followed.boundingBox())?.y ?? 0) - before)).toBeLessThan(4);
  });

test('what was typed and then followed has an entry of its own: the search before it is not lost', async ({ page }) => {
  await search(page, { q: unit.name });
  await box(page).fill(words);
  await expect(page).toHaveTitle(new RegExp(`^${words} · `));
  await rows(page).first().getByRole('link').click();
  await expect(page).not.toHaveURL(new RegExp(`/${searchPath}`));
  for (const asked of [words, unit.name]) {
    await page.goBack();
    await expect(box(page)).toHaveValue(asked);
    await expect(page).toHaveTitle(new RegExp(`^${asked} · `));
  }
});

test('a result is followed by one click while names are suggested, which go when the reader goes elsewhere', async ({
  page,
}) => {
  const suggestions = page.locator('#search-form [data-suggestions]');
  const type = async () => {
    await search(page, {});
    await box(page).fill(unit.name.slice(0, -1));
    await expect(rows(page).locator('mark').first()).toBeVisible();
    await expect(suggestions).toBeVisible();
  };
  await type();
  const link = rows(page).first().getByRole('link');
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  await link.click();
  await expect(page).toHaveURL(address);
  await type();
  await rows(page).first().locator('p').first().click();
  await expect(suggestions).toBeHidden();
  await type();
  for (let step = 0; step < 20 && (await suggestions.isVisible()); step++) await page.keyboard.press('Tab');
  await expect(suggestions).toBeHidden();
});

for (const kept of ['[null]', '[1]', '[{"to":1}]', '{"a":1}', '{'])
  test(`where another program keeps ${kept} under our names, search marks and leads on`, async ({ page }) => {
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.goto(base);
    await page.evaluate(
      ([names, text]) => {
        for (const name of names) localStorage.setItem(name, text);
      },
      [Object.values(storageKeys), kept] as const,
    );
    await page.reload({ waitUntil: 'networkidle' });
    await search(page, { q: words });
    await rows(page).first().getByRole('link').click();
    await expect(page.locator('[data-search-marks]')).toBeVisible();
    expect(failures).toEqual([]);
  });

test('leaving by another link and coming back finds the place in the results', async ({ page }) => {
  await search(page, { q: '', kind: 'task' });
  await rows(page).nth(50).scrollIntoViewIfNeeded();
  await expect(rows(page).nth(50)).toBeInViewport();
  const row = (leaveFor?: string) =>
    rows(page)
      .nth(50)
      .evaluate((one, address) => {
        if (address !== undefined) location.assign(address);
        return one.getBoundingClientRect().top;
      }, leaveFor);
  await settled(row);
  const before = await row(base);
  await expect(page).toHaveURL(new RegExp(`${base}$`));
  await page.goBack();
  await expect(rows(page).nth(50)).toBeVisible();
  await expect.poll(async () => Math.abs((await row()) - before)).toBeLessThan(4);
});

test('choosing a suggestion or a recent search makes an entry of the history, on the page', async ({ page }) => {
  const index = `${base}search/index/`;
  const { dictionary } = (await (await page.request.get(`${index}catalogue.json`)).json()) as CatalogueFile;
  const file = (await (await page.request.get(index + dictionary[0])).json()) as DictionaryFile;
  const terms = decodeWords(file.words);
  const term = needed(
    terms.find(
      (one) =>
        /^\p{Script=Han}{4,}$/u.test(one) && !terms.some((other) => other !== one && other.includes(one.slice(0, -1))),
    ),
    'word of the documents',
  );
  await search(page, {});
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await box(page).fill(term.slice(0, -1));
  await page.locator('[data-suggestions] a').filter({ hasText: term }).first().click();
  await expect(box(page)).toHaveValue(term);
  await expect(page.locator('[data-suggestions]')).toBeHidden();
  await page.goBack();
  await expect(box(page)).toHaveValue('');
  await page.locator('#search-recent').getByRole('button', { name: term }).click();
  await expect(page).toHaveTitle(new RegExp(`^${term} · `));
  await page.goBack();
  await expect(box(page)).toHaveValue('');
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);
});

test('parameters that a messenger adds to the address change nothing', async ({ page }) => {
  await search(page, { q: unit.name, kind: 'task', from: 'singlemessage', isappinstalled: '0' });
  await expect(rows(page).first()).toBeVisible();
  await expect(results(page).locator('li:not([data-kind=task])')).toHaveCount(0);
});

test('a search narrowed to nothing says so, and not that the handbook holds nothing', async ({ page }) => {
  await search(page, { q: unit.name, kind: 'document', unit: unit.id });
  await expect(page.locator('#search-status')).toContainText(`在所选的条件下没有找到“${unit.name}”`);
  await page.getByRole('button', { name: '去掉筛选条件' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveURL((url) => url.search === `?${new URLSearchParams({ q: unit.name })}`);
  await page.goBack();
  await expect(page).toHaveURL(/kind=document/);
  await expect(rows(page)).toHaveCount(0);
});

test('with an empty query everything can be browsed, narrowed and put in the order of the documents', async ({
  page,
}) => {
  await search(page, { kind: 'task', sort: 'document' });
  await expect(rows(page)).toHaveCount(handbook.plans.flatMap(({ tasks }) => tasks).length);
  await expect(rows(page).last().getByRole('link')).toHaveAttribute(
    'href',
    base + taskPath(handbook.plans.at(-1)?.tasks.at(-1) ?? task),
  );
});

test('where nothing was asked each row takes one line of its text, and a question shows the whole', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const long = needed(plan.tasks.toSorted((a, b) => b.text.length - a.text.length)[0], 'task');
  const height = async () =>
    (
      await rows(page)
        .filter({ hasText: long.text.slice(0, 12) })
        .first()
        .locator('p')
        .nth(1)
        .boundingBox()
    )?.height ?? 0;
  await search(page, { kind: 'task', sort: 'document' });
  const one = await height();
  expect(one).toBeGreaterThan(0);
  await search(page, { q: `第${long.number}项` });
  expect(await height()).toBeGreaterThan(1.9 * one);
});

test('without JavaScript the search page leads to the indexes', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${base}${searchPath}`);
  await expect(page.locator('#search-ways')).toBeVisible();
  await expect(page.locator('noscript p')).toContainText('搜索要用到 JavaScript');
  await expect(page.locator('noscript p')).toBeVisible();
});

for (const query of [
  '<img src=x onerror=alert(1)>',
  '.*+?^$()|[]{}\\',
  '\u0000\u0007税',
  '😀🏮',
  '“"',
  '税'.repeat(1500),
  '\ud800',
])
  test(`a query is text and nothing else: ${JSON.stringify(query.slice(0, 24))}`, async ({ page }) => {
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await search(page, {});
    await box(page).fill(query);
    await expect(results(page)).toHaveAttribute('aria-busy', 'false');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('#search-panel img')).toHaveCount(0);
    expect(failures).toEqual([]);
  });

/** Questions of several kinds, each with an answer. */
const questions = (): string[] => [
  words,
  `${words}怎么办`,
  `第${task.number}项`,
  plan.cited,
  task.measure.title,
  ...[...plan.tasks, ...plan.measures]
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, 2)
    .map(({ text }) => text.slice(0, 40)),
  unit.name,
  ...needs.slice(0, 2).map(({ topic }) => topic.name),
  ...plan.measures.flatMap(({ searchTerms }) => searchTerms.slice(0, 1)).slice(0, 3),
  ...plan.tasks.flatMap(({ asked }) => asked.flatMap(({ questions }) => questions.slice(0, 1))).slice(0, 5),
];

for (const [width, height, top] of [
  [390, 664, 400],
  [320, 664, 400],
] as const)
  test(`on a phone of ${width} px the first answer begins above ${top} px and is whole in sight`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const missed: string[] = [];
    for (const q of questions()) {
      await search(page, { q });
      const first = results(page).locator('summary, li').first();
      const { y = 0, height: high = 0 } = (await first.boundingBox()) ?? {};
      if (y > top || y + high > height) missed.push(`${q}: ${y} to ${y + high}`);
    }
    expect(missed).toEqual([]);
  });

test('while a reader types on a phone, neither the box nor where the answers begin moves', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await search(page, {});
  const first = results(page).locator('summary, li').first();
  const places = new Set<string>();
  for (const q of [unit.name.slice(0, 2), unit.name, `${unit.name}怎么办`, task.measure.title]) {
    await box(page).fill(q);
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(q)}$`, 'iu'));
    await expect(results(page)).toHaveAttribute('aria-busy', 'false');
    places.add(`${(await box(page).boundingBox())?.y} ${(await first.boundingBox())?.y}`);
  }
  expect([...places]).toHaveLength(1);
});

test('every answer shows why it is there, in its row and on the page that it leads to', async ({ page }) => {
  test.slow();
  const unmarked: string[] = [];
  for (const q of questions()) {
    await search(page, { q });
    await results(page)
      .locator('summary')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).click()));
    const row = rows(page).first();
    if ((await row.locator('mark').count()) === 0) unmarked.push(`${q}: row`);
    await row.getByRole('link').click();
    await expect(page).not.toHaveURL(new RegExp(`/${searchPath}`));
    await bar(page)
      .waitFor({ timeout: 3000 })
      .catch(() => unmarked.push(`${q}: page ${page.url()}`));
  }
  expect(unmarked).toEqual([]);
});

test('paper holds the question and its answer, folded rows too, and filters only where one is chosen', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await search(page, { q: scattered() });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(rows(page).first()).toBeVisible();
  await expect(box(page)).toBeVisible();
  for (const area of ['#search-filters', '#search-ways', '[data-search-privacy]', '#search-form button'])
    await expect(page.locator(area)).toBeHidden();
  await search(page, { q: unit.name, kind: 'task' });
  await expect(page.locator('#search-filters')).toBeVisible();
});

test('on a phone the filters unfold on request', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await search(page, { q: task.measure.title });
  await expect(page.locator('select[name=unit]')).toBeHidden();
  await page.getByText('筛选与排序').click();
  await page.locator('select[name=unit]').selectOption({ index: 1 });
  await expect(page).toHaveURL(/unit=/);
  await expect(page.locator('[data-more-filters] summary')).toContainText('已选 1 项');
  await page.reload();
  await expect(page.locator('select[name=unit]')).toBeVisible();
});

test('filters narrow as they are chosen, all of them together, and back takes off the last', async ({ page }) => {
  await search(page, { q: '' });
  let left = Number.POSITIVE_INFINITY;
  const total = page.locator('#search-status');
  for (const name of ['environment', 'topic', 'unit'] as const) {
    const select = page.locator(`select[name=${name}]`);
    const [value] = await select
      .locator('option')
      .evaluateAll((all) => all.slice(1).map((option) => (option as HTMLOptionElement).value));
    await select.selectOption(value ?? '');
    await expect(page).toHaveURL(new RegExp(`${name}=`));
    await expect(results(page)).toHaveAttribute('aria-busy', 'false');
    await expect.poll(() => rows(page).count()).toBeLessThanOrEqual(left);
    left = await rows(page).count();
  }
  const narrowed = await total.textContent();
  await page.getByLabel('次序').selectOption('document');
  await expect(page).toHaveURL(/sort=document/);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(total).toHaveText(narrowed ?? '');
  await page.goBack();
  await expect(page).not.toHaveURL(/unit=/);
});

test('自主创新 alone is kept by its switch', async ({ page }) => {
  await search(page, { q: '' });
  await page.locator('input[name=innovation]').check();
  await expect(page).toHaveURL(/innovation=1/);
  await page.locator('[data-filter=kind] [data-value=task]').click();
  const count = handbook.plans.flatMap(({ tasks }) => tasks).filter(({ innovation }) => innovation).length;
  await expect(page.locator('[data-filter=kind] [data-value=task]')).toContainText(String(count));
});

import { expect, type Locator, type Page, test } from '@playwright/test';
import { load } from 'cheerio';
import { dutiesIn } from '../../src/model/duties.ts';
import { measureParagraph, printedUnits } from '../../src/model/printed-form.ts';
import {
  collationPath,
  measureAnchor,
  measurePath,
  printPath,
  searchPath,
  targetsPath,
  taskAnchor,
  tasksPath,
  unitPath,
  unitPrintPath,
} from '../../src/routes/paths.ts';
import { unitMentionsIn } from '../../src/views/unit-mentions.ts';
import { handbook, kinds, pages } from '../site/built-site.ts';
import { officialTexts } from '../site/official-texts.ts';
import { busiest, needed, plan, task as subject, suffix, wordsOf } from './subjects.ts';

/* Reading official words in a browser: what is selected, copied and found is the document's words and nothing of the editor's. */
const { base } = handbook.site;
const plain = (text: string) => text.replace(/\s+/gu, '');

/** A measure and a task with a note amid their words. */
const noted = <P extends { notes: { reading?: string }[]; text: string }>(provisions: P[]) =>
  provisions.find(({ notes, text }) => notes.some(({ reading }) => reading && text.includes(reading)));
const measures = handbook.plans.flatMap((plan) => plan.measures);
const tasks = handbook.plans.flatMap((plan) => plan.tasks);
const measure = needed(noted(measures), 'measure with a note');
const task = needed(noted(tasks.filter(({ innovation }) => innovation)) ?? noted(tasks), 'task with a note');

/** Selects from the beginning of one element to the end of another, and copies: what the page says is selected, and the clipboard. */
async function copied(page: Page, from: Locator, to: Locator = from): Promise<string[]> {
  const end = await to.elementHandle();
  await from.evaluate((start, end) => {
    const range = document.createRange();
    range.setStartBefore(start);
    range.setEndAfter(end ?? start);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, end);
  await page.keyboard.press('Control+c');
  return page.evaluate(async () => [`${getSelection()}`, await navigator.clipboard.readText()]);
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('a paragraph of a measure that carries notes and numbers of rows is copied as the document prints it', async ({
  page,
}) => {
  await page.goto(base + measurePath(measure));
  const body = page.locator('.official-body');
  expect(await body.locator('.note-ref').count()).toBeGreaterThan(0);
  for (const text of await copied(page, body)) expect(text.trim()).toBe(measure.text);
});

/** What a page for words gets when it is pasted to: as plain text and as HTML. */
async function pasted(page: Page): Promise<{ text: string; html: string }> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    field.addEventListener('paste', ({ clipboardData }) => {
      field.dataset.html = clipboardData?.getData('text/html');
      field.dataset.text = clipboardData?.getData('text/plain');
    });
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+v');
  return page.locator('#paste-here').evaluate((field) => {
    field.remove();
    const { html = '', text = '' } = (field as HTMLElement).dataset;
    return { html, text };
  });
}

/** Selects as `copied` does, and gives what is pasted. The code that copies is loaded when something is selected. */
async function pastedFrom(page: Page, from: Locator, to: Locator = from): Promise<{ text: string; html: string }> {
  const loaded = page.waitForResponse(/\/copy\.[^/]+\.js$/u, { timeout: 5000 }).catch(() => undefined);
  await copied(page, from, to);
  await loaded;
  await expect
    .poll(() =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/copy\.[^/]+\.js$/u.test(name)),
      ),
    )
    .toBe(true);
  await copied(page, from, to);
  return pasted(page);
}

/** The editor's, but for a badge, whose words the head of a list may have. */
const signs = /注\d|复制原文|在措施页看|编辑注|通俗说明|句末小号|^自主创新举措$/mu;

test('a whole table of the list is pasted as a table of official words', async ({ page }) => {
  await page.goto(base + tasksPath(task.plan));
  const { text, html } = await pastedFrom(page, page.locator('.task-table').first());
  expect(text).not.toMatch(signs);
  expect(html).not.toMatch(/class=|style=|<a |<caption/u);
  const shown = await page
    .locator('.task-table')
    .first()
    .evaluate((table) => [table.querySelectorAll('tr').length, table.querySelectorAll('thead th').length]);
  const lines = text.split(/\r?\n/u);
  expect(lines).toHaveLength(shown[0] ?? 0);
  for (const line of lines) expect(line.split('\t')).toHaveLength(shown[1] ?? 0);
  expect(html.match(/<tr>/gu)).toHaveLength(shown[0] ?? 0);
  const [first] = task.plan.tasks;
  expect(html).toContain(`<td>${first?.text}</td>`);
});

test('several rows are pasted as rows of the same columns, their words in order', async ({ page }) => {
  await page.goto(base + tasksPath(task.plan));
  const [one, two] = task.plan.tasks;
  const rows = [needed(one, 'row'), needed(two, 'second row')];
  const at = rows.map((row) => page.locator(`#${taskAnchor(row)}`));
  const { text } = await pastedFrom(page, needed(at[0], 'row'), at[1]);
  const lines = text.split(/\r?\n/u);
  expect(lines).toHaveLength(rows.length);
  for (const [index, row] of rows.entries()) expect(lines[index]).toContain(row.text);
  expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1);
});

test('a selection over parts of a page leaves out what is the editor’s', async ({ page }) => {
  const rich = needed(
    measures.find(({ notes, plain, tasks }) => notes.length > 0 && plain && tasks.length > 1) ?? measure,
    'measure',
  );
  await page.goto(base + measurePath(rich));
  const { text, html } = await pastedFrom(page, page.locator('main h1'), page.locator('.measure-main').last());
  expect(text).not.toMatch(signs);
  expect(html).not.toMatch(/class=|style=|<a /u);
  expect(text).toContain(rich.text.split('\n')[0]);
  for (const { text: words } of rich.tasks) expect(text).toContain(words);
  if (rich.plain) expect(text).not.toContain(rich.plain);
});

test('of a unit’s page and of the page for paper official words alone are copied', async ({ page }) => {
  await page.goto(base + unitPath(busiest));
  const unit = await pastedFrom(page, page.locator('main'));
  expect(unit.text).not.toMatch(signs);
  for (const { text } of dutiesIn(plan, busiest).tasks) expect(unit.text).toContain(text);

  await page.goto(base + printPath(task.plan));
  const paper = await pastedFrom(page, page.locator('main'));
  expect(paper.text).not.toMatch(/注\d|打印本页|编辑注/u);
  expect(paper.html).toContain('<table');
  for (const { text } of task.plan.tasks) expect(paper.text).toContain(text);
  expect(paper.text).not.toContain(handbook.site.name);

  // What the editor puts above the rows of a unit: the status, the heads, where they are taken from.
  await page.goto(base + unitPrintPath(busiest));
  const sheet = await pastedFrom(page, page.locator('main'));
  const heads = page.locator('.paper > :is(.paper-status, h1), .paper > section > :is(h2, h3)');
  await expect(heads).not.toHaveCount(0);
  for (const head of await heads.allInnerTexts()) expect(plain(sheet.text)).not.toContain(plain(head));
  expect(sheet.html).toContain('<table');
  for (const { text } of dutiesIn(plan, busiest).tasks) expect(sheet.text).toContain(text);
});

/** The words that were pasted, each heading, paragraph, line or cell for itself. */
const piecesIn = (html: string) =>
  load(html.replace(/<[^>]+>/gu, '\n'))
    .text()
    .split('\n')
    .filter((piece) => piece.trim() !== '');

/** Of each kind of page one, where it has words of a document; the page of search gets them with an answer. */
const answered = `${base}${searchPath}?q=${encodeURIComponent(wordsOf(subject) ?? '')}`;
const withOfficial = pages.filter(
  ({ address, $ }) => kinds.has(address) && $('main').has('[data-official],[data-words]').length > 0,
);
for (const address of [...withOfficial.map((page) => page.address), answered])
  test(`of all that ${decodeURIComponent(address)} holds only what a document prints is copied`, async ({ page }) => {
    await page.goto(address);
    if (address === answered) {
      await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
      await page.getByRole('searchbox', { name: '搜索' }).blur();
    }
    const { text, html } = await pastedFrom(page, page.locator('main'));
    const pieces = piecesIn(html);
    expect(pieces).not.toHaveLength(0);
    for (const piece of pieces)
      expect(
        officialTexts.some((one) => one.includes(plain(piece))),
        piece,
      ).toBe(true);
    expect(plain(text)).toBe(plain(pieces.join('')));
  });

test('of the ledger of targets the columns of the document’s words are pasted, and none of the editor’s', async ({
  page,
}) => {
  await page.goto(base + targetsPath(plan));
  const { text } = await pastedFrom(page, page.locator('#ledger'));
  const hasPeriods = plan.targets.some(({ period }) => period !== undefined);
  expect(text.split(/\r?\n/u)).toEqual(
    plan.targets.map(({ period = '', text, provision }) =>
      [...(hasPeriods ? [period] : []), text, printedUnits(provision).replaceAll('\n', ' ')].join('\t'),
    ),
  );
});

test('the head of a measure on a unit’s page is copied as the document prints it, number and title', async ({
  page,
}) => {
  const { measure } = needed(
    unitMentionsIn(plan, busiest)
      .flatMap(({ mentions }) => mentions)
      .find(({ measure }) => measure.titled === 'printed'),
    'measure with a title',
  );
  await page.goto(base + unitPath(busiest));
  const { text } = await pastedFrom(page, page.locator(`#${measureAnchor(measure, suffix)} > :is(h3, h4)`));
  expect(measureParagraph(measure).startsWith(text)).toBe(true);
  expect(text.endsWith(measure.title)).toBe(true);
});

test('of the collation both texts are copied, without the signs of the differences', async ({ page }) => {
  await page.goto(base + collationPath(task.plan));
  const table = page.locator('.collated table').first();
  const { text, html } = await pastedFrom(page, table);
  expect(html).toContain('<table');
  expect(html).not.toMatch(/class=|<a /u);
  const cells = await table
    .locator('td[data-official]:visible')
    .evaluateAll((all) => all.map((cell) => (cell.textContent ?? '').replace(/\s+/gu, ' ').trim()));
  for (const cell of cells) expect(text).toContain(cell);
});

test('of units that differ the collation is copied with what the plan prints between them', async ({ page }) => {
  await page.goto(base + collationPath(task.plan));
  const collated = await page.locator('.collated:has(.units:visible) h3').evaluateAll((all) => all.map(({ id }) => id));
  const differing = task.plan.measures.filter((measure) => collated.includes(measureAnchor(measure)));
  const { text } = await pastedFrom(page, page.locator('.comparison'));
  for (const measure of differing) expect(text).toContain(printedUnits(measure).replaceAll('\n', ' '));
});

test('rows of the collation that a choice leaves out are not copied with those around them', async ({ page }) => {
  await page.goto(base + collationPath(task.plan));
  const all = page.locator('.collated tbody tr');
  const shown = await all.filter({ visible: true }).count();
  test.skip(shown === (await all.count()), 'plan and list differ in every sentence, or in none');
  const { html } = await pastedFrom(page, page.locator('.comparison'));
  // A row alone is copied as a paragraph.
  const rows = html.match(/<tr/gu) ?? [];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThanOrEqual(shown);
});

test('what holds no official words is copied as the browser does', async ({ page }) => {
  await page.goto(base + measurePath(measure));
  const note = page.locator('[role=note] p').first();
  const { text } = await pastedFrom(page, note);
  expect(text).toContain('编辑注');
});

test('the rows that a filter leaves are copied as one table', async ({ page }) => {
  const wanted = dutiesIn(plan, busiest).tasks;
  await page.goto(`${base}${tasksPath(plan)}?unit=${busiest.id}`);
  await page.getByRole('button', { name: '复制表格' }).click();
  await expect(page.getByRole('status').getByText('可粘贴到')).toBeVisible();
  const { text, html } = await pasted(page);
  const lines = text.split(/\r?\n/u);
  expect(lines).toHaveLength(wanted.length + 1);
  for (const [index, { text: words }] of wanted.entries()) expect(lines[index + 1]).toContain(words);
  expect(html.match(/<table/gu)).toHaveLength(1);
  expect(html).not.toMatch(/class=|<a |<caption/u);
});

test('three clicks on a paragraph select its words alone', async ({ page }) => {
  await page.goto(base + measurePath(measure));
  const paragraph = page.locator('.official-body p').first();
  await paragraph.click({ clickCount: 3, position: { x: 60, y: 20 } });
  expect((await page.evaluate(() => `${getSelection()}`)).trim()).toBe(await paragraph.textContent());
});

test('words on both sides of a note are found in the page as one', async ({ page }) => {
  await page.goto(base + measurePath(measure));
  const { reading = '' } = measure.notes.find(({ reading }) => reading && measure.text.includes(reading)) ?? {};
  const end = measure.text.indexOf(reading) + reading.length;
  const words = measure.text.slice(end - 3, end + 4);
  // Browsers search as for Ctrl+F.
  expect(
    await page.evaluate((words) => (window as unknown as { find(words: string): boolean }).find(words), words),
  ).toBe(true);
  await page.goto('about:blank');
  await page.goto(`${base}${measurePath(measure)}#:~:text=${encodeURIComponent(words)}`);
  await expect(page.locator('.official-body')).toBeInViewport();
});

test('a row of the list is copied as printed: its number, star, words and units', async ({ page }) => {
  const units = printedUnits(task);
  const words = `${task.innovation ? '*' : ''}${task.text}`;
  await page.goto(base + measurePath(task.measure));
  const item = page.locator(`#${taskAnchor(task)}`);
  const there = await pastedFrom(page, item.locator('> a'), item.getByRole('list', { name: '责任单位' }));
  expect(there.text).toBe([task.label, words, units].filter(Boolean).join('\n'));

  await page.goto(base + tasksPath(task.plan));
  const row = page.locator(`#${taskAnchor(task)}`);
  const title = (await row.locator('th').allTextContents()).join('');
  const { text } = await pastedFrom(page, row.locator('td').first(), row.locator('td').last());
  expect(plain(text)).toBe(plain(`${task.label}${title}${words}${units}`));

  await page.goto(base + printPath(task.plan));
  const printed = page.locator(`#${taskAnchor(task)} [data-official]`).first();
  for (const text of await copied(page, printed)) expect(text.trim()).toBe(words);
});

test('of units of which some are selected these names alone are copied', async ({ page }) => {
  const shared = needed(
    plan.tasks.find(({ units }) => units.length > 1),
    'task of several units',
  );
  await page.goto(base + measurePath(shared.measure));
  const names = page
    .locator(`#${taskAnchor(shared)}`)
    .getByRole('list', { name: '责任单位' })
    .getByRole('listitem');
  const { text } = await pastedFrom(page, names.first());
  expect(text).toBe(shared.units[0]?.name);
});

test('the sign of a note is seen, has a name, and the keyboard follows it to the note', async ({ page }) => {
  await page.goto(base + measurePath(measure));
  const sign = page
    .locator('.official-body')
    .getByRole('link', { name: /^编辑注：/u })
    .first();
  expect(await sign.evaluate((link) => getComputedStyle(link, '::before').content)).toContain('注');
  expect((await sign.boundingBox())?.width).toBeGreaterThan(8);
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#note-/u);
  const note = page.locator(new URL(page.url()).hash);
  await expect(note).toBeInViewport();
  await expect(note).toContainText('编辑注');
});

test('signs are printed', async ({ page }) => {
  await page.goto(base + printPath(task.plan));
  await page.emulateMedia({ media: 'print' });
  const sign = page.locator('.paper a.note-ref').first();
  expect(await sign.evaluate((link) => getComputedStyle(link, '::before').content)).toMatch(/注\d+"$/u);
  expect((await sign.boundingBox())?.width).toBeGreaterThan(8);
});

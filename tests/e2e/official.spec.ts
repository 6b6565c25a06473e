import { expect, type Locator, type Page, test } from '@playwright/test';
import { measurePath, printPath, taskAnchor, tasksPath } from '../../src/routes/paths.ts';
import { roles } from '../../src/schema/unit.ts';
import { handbook } from '../site/built-site.ts';
import { needed } from './subjects.ts';

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

test('a row of the list is copied as printed: its number, words and units', async ({ page }) => {
  const units = task.units.map(({ name, role }) => name + (role === 'responsible' ? '' : roles[role])).join('');
  await page.goto(base + measurePath(task.measure));
  const item = page.locator(`#${taskAnchor(task)}`);
  for (const text of await copied(page, item.locator('> a'), item.getByRole('list', { name: '责任单位' })))
    expect(plain(text)).toBe(plain(`${task.number}${task.text}${units}`));

  await page.goto(base + tasksPath(task.plan));
  const row = page.locator(`#${taskAnchor(task)}`);
  const title = (await row.locator('th').allTextContents()).join('');
  for (const text of await copied(page, row.locator('td').first(), row.locator('td').last()))
    expect(plain(text)).toBe(plain(`${task.number}${title}${task.text}${units}`));

  await page.goto(base + printPath(task.plan));
  const words = page.locator(`#${taskAnchor(task)} [data-official]`).first();
  for (const text of await copied(page, words)) expect(text.trim()).toBe(`${task.innovation ? '*' : ''}${task.text}`);
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

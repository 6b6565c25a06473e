import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { measurePath, taskAnchor, tasksPath } from '../../src/routes/paths.ts';
import { sourceOf } from '../../src/views/citation.ts';
import { handbook } from '../site/built-site.ts';
import { type Server, serve } from './server.ts';
import { needed, plan } from './subjects.ts';

const { base } = handbook.site;
const task = needed(plan.tasks.at(-1), 'task');
const row = (page: Page) => page.locator(`#${taskAnchor(task)}`);
const citationIn = (page: Page) => row(page).getByRole('link', { name: /^复制原文和出处/u });
const panelOf = (page: Page) => page.getByRole('dialog');
const path = base + measurePath(task.measure);
/** A row's words with their source, in the form of official writing. */
const quoted = `${sourceOf(task)}：“${task.text}”`;

/** Has the browser refuse to copy in the ways that real ones do. */
function refuse(page: Page, old: 'and the old way' | 'the new way alone') {
  return page.addInitScript((both) => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
    if (both) Object.defineProperty(document, 'execCommand', { value: () => false });
  }, old === 'and the old way');
}

/** What the reader would paste. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    document.body.append(field);
  });
  await page.locator('#paste-here').focus();
  await page.keyboard.press('ControlOrMeta+V');
  const text = await page.locator('#paste-here').inputValue();
  await page.locator('#paste-here').evaluate((field) => field.remove());
  return text;
}

test.describe('on plain http', () => {
  let server: Server;
  let browser: Browser;
  /** As a reader has it: a name that is not the device's own, without encryption. */
  let origin: string;

  test.beforeAll(async () => {
    server = await serve();
    const { port } = new URL(server.origin);
    origin = `http://handbook.test:${port}`;
    const options = needed(test.info().project.use.launchOptions, 'browser');
    browser = await chromium.launch({
      ...options,
      args: [...(options.args ?? []), '--host-resolver-rules=MAP handbook.test localhost'],
    });
  });
  test.afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test('a citation is copied, and who cannot see the link hears it', async () => {
    const page = await browser.newPage();
    await page.goto(origin + path);
    expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
    await citationIn(page).click();
    await expect(row(page)).toContainText('已复制');
    await expect(page.getByRole('status').getByText('已复制')).toHaveCount(1);
    await expect(panelOf(page)).toBeHidden();
    expect(await pasted(page)).toBe(quoted);
    await page.getByRole('combobox', { name: '引用格式' }).selectOption({ label: '公文式加网址' });
    await expect.poll(() => pasted(page)).toBe(`${quoted}\n${origin}${path}#${taskAnchor(task)}`);
    await page.close();
  });

  test('the rows of the list are copied as a table', async () => {
    const page = await browser.newPage();
    await page.goto(origin + base + tasksPath(plan));
    await page.getByRole('button', { name: '复制表格' }).click();
    await expect(page.getByRole('status').getByText('可粘贴到')).toBeVisible();
    expect((await pasted(page)).split('\n')).toHaveLength(plan.tasks.length + 1);
    await page.close();
  });
});

test('where permission for the clipboard is refused, a citation is copied all the same', async ({ page }) => {
  await refuse(page, 'the new way alone');
  await page.goto(path);
  await citationIn(page).click();
  await expect(row(page)).toContainText('已复制');
  expect(await pasted(page)).toBe(quoted);
});

test('where nothing may copy, the citation is shown selected, and the panel closes to where the reader was', async ({
  page,
}) => {
  await refuse(page, 'and the old way');
  await page.goto(path);
  await citationIn(page).focus();
  await page.keyboard.press('Enter');
  await expect(panelOf(page)).toBeVisible();
  // A screen reader reads the name of a dialogue that opens.
  await expect(page.getByRole('dialog', { name: /已经选中/u })).toBeVisible();
  const field = panelOf(page).getByRole('textbox', { name: '要复制的内容' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(quoted);
  await page.keyboard.press('ControlOrMeta+C');
  await expect(row(page)).not.toContainText('已复制');
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(citationIn(page)).toBeFocused();
  expect(await pasted(page)).toBe(quoted);

  await citationIn(page).click();
  await panelOf(page).getByRole('button', { name: '关闭' }).click();
  await expect(panelOf(page)).toBeHidden();
});

test('a citation has the address of the place alone, whatever is filtered or was added on the way', async ({
  page,
}) => {
  await refuse(page, 'and the old way');
  await page.addInitScript(() => localStorage.setItem('handbook:quotation', 'address'));
  await page.goto(`${base}${tasksPath(plan)}?environment=${task.measure.environment?.number}&from=singlemessage`);
  // The tools of a row are shown for the row that is pointed at.
  await row(page).hover();
  await citationIn(page).click();
  const field = panelOf(page).getByRole('textbox');
  await expect(field).toHaveValue(/#task-/u);
  expect(await field.inputValue()).not.toMatch(/[?&]|singlemessage/u);
});

test('two clicks in a row leave the link as it was', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await page.goto(path);
  const words = await citationIn(page).textContent();
  await citationIn(page).click();
  await expect(row(page)).toContainText('已复制');
  await row(page).getByText('已复制').click();
  await page.clock.runFor(10_000);
  await expect(citationIn(page)).toHaveText(words ?? '');
});

test('another form is chosen beside the link, copied at once and kept on the device', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  await citationIn(page).click();
  await expect(row(page)).toContainText('已复制');
  const forms = row(page).getByRole('combobox', { name: '引用格式' });
  await forms.selectOption({ label: '参考文献式' });
  await expect
    .poll(() => pasted(page))
    .toMatch(/^“[\s\S]+”（[^\n]+）\n[^\n]+\[A\/OL\]\. (\([\d-]{10}\))?\[\d{4}-\d\d-\d\d\]\. http[^\n]+#task-\d+\.$/u);
  await forms.selectOption({ label: 'Markdown' });
  await expect.poll(() => pasted(page)).toMatch(/^> [\s\S]+\n>\n> —— \[/u);
  await page.reload();
  await citationIn(page).click();
  await expect(forms).toHaveValue('markdown');
  expect(await pasted(page)).toMatch(/^> /u);
});

test('without storage words are copied, and the form holds for the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await page.goto(path);
  await citationIn(page).click();
  await expect(row(page)).toContainText('已复制');
  expect(await pasted(page)).toBe(quoted);
  await row(page).getByRole('combobox', { name: '引用格式' }).selectOption({ label: '公文式加网址' });
  await expect.poll(() => pasted(page)).toMatch(/#task-\d+$/u);
  await page.locator('[data-citation]').last().click();
  await expect(page.locator('.measure-side [role=combobox], .measure-side select')).toHaveValue('address');
});

test('a measure is copied with its source, and of selected words these alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  const link = page.locator('.measure-side [data-citation]');
  await link.click();
  await expect(link).toContainText('已复制');
  if (task.measure.printed) expect(await pasted(page)).toContain(sourceOf(task.measure));
  else expect(await pasted(page)).toBe(`${sourceOf(task.measure)}：“${task.measure.text}”`);

  const words = await row(page)
    .locator('p[data-official]')
    .first()
    .evaluate((text) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode() as Text;
      getSelection()?.setBaseAndExtent(node, 1, node, 3);
      return node.data.slice(1, 3);
    });
  await citationIn(page).click();
  await expect(row(page)).toContainText('已复制');
  expect(await pasted(page)).toBe(`${sourceOf(task)}：“${words}”`);
});

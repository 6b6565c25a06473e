import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator, type Page, test } from '@playwright/test';
import { county, olderPlan } from '../fixtures/county.ts';
import { articles, asWord } from '../fixtures/documents.ts';
import { expect, open, openDesk, passes, save } from './editing-desk.ts';

/*
 * What goes another way at the desk than in a good week, in a folder without Git: a plan that has no page yet, an id that is taken,
 * files that are gone or broken, items of every list, a narrow window and the keyboard alone, a desk that was closed.
 */

let desk: Awaited<ReturnType<typeof openDesk>>;
let page: Page;

const lists = {
  'search/elsewhere.yaml':
    'matters:\n  - matter: 某事\n    words: [某个说法]\n    where: 到某处办理。\n    source:\n      title: 某网页\n      url: https://www.example.gov.cn/made-up\n',
  [`plans/${olderPlan}/questions/01.yaml`]: 'answers:\n  - questions: [开个小店要跑几趟]\n',
};

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async ({ browser }) => {
  const files = Object.entries(lists).map(([file, text]) => [file, Buffer.from(text)]);
  desk = await openDesk(browser, { ...county, ...Object.fromEntries(files) }, false);
  page = desk.page;
});
test.afterAll(() => desk?.close());

const preview = () => page.getByRole('region', { name: '页面预览' });
const undo = async () => {
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText(/^撤销了/u)).toBeVisible();
};

test('a dropped document is imported; its plan has no page yet, and the report stands there; its id is not taken twice', async () => {
  await expect(preview().locator('iframe')).toBeVisible();
  const drop = async () => {
    const bytes = Buffer.from(await asWord(articles)).toString('base64');
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], '小方案.docx'));
      return transfer;
    }, bytes);
    await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data });
    await page.getByLabel('编号').last().fill('2026-small-plan');
    await page.getByRole('button', { name: '读这份文件' }).click();
  };
  await drop();
  const dialog = page.getByRole('dialog');
  // The report speaks of fields and buttons as the desk calls them.
  await expect(dialog.getByText(/改短 “简称”/u)).toBeVisible();
  await dialog.getByRole('button', { name: /^收下/u }).click();
  await expect(page.getByRole('button', { name: /^检查：\d+ 处问题/u })).toBeVisible();
  await expect(preview().getByText('还没有页面：检查通过以后才有。')).toBeVisible();
  await expect(preview().locator('iframe')).toHaveCount(0);
  await expect(preview().getByText(/导入报告：小方案/u)).toBeVisible();
  // What had a page still has it.
  await open(page, '县税务局');
  await expect(preview().getByText(/页面停在上一次没有问题的样子/u)).toBeVisible();
  await expect(preview().locator('iframe')).toBeVisible();

  await drop();
  await expect(dialog.getByRole('alert')).toContainText('plans/2026-small-plan 已经有了，换一个编号');
  await page.keyboard.press('Escape');
  await undo();
  await passes(page);
});

test('a file that is gone or broken is called by its name, with what can be done', async () => {
  const file = 'units/shuiwu-ju.yaml';
  const before = desk.read(file);
  const unit = await open(page, '县税务局');
  await unit.getByLabel('编辑说明').fill('我写的说明。');
  const conflict = page.getByRole('dialog', { name: '还没有保存' });
  const attempt = async (happens: () => void) => {
    happens();
    await page.getByRole('button', { name: /^保存/u }).click();
    await expect(conflict).toBeVisible();
  };

  await attempt(() => writeFileSync(join(desk.root, 'content', file), 'name: [\n'));
  await expect(conflict.getByRole('heading', { name: '单位“县税务局”：文件现在读不出来' })).toBeVisible();
  await expect(conflict.getByRole('button', { name: /^恢复|^两边都要/u })).toHaveCount(0);
  await conflict.getByRole('button', { name: '关闭' }).click();

  await attempt(() => rmSync(join(desk.root, 'content', file)));
  await expect(conflict.getByRole('heading', { name: '单位“县税务局”：文件不在了' })).toBeVisible();
  await conflict.getByRole('button', { name: '恢复这个文件，保留我的修改' }).click();
  await expect(page.getByText(/^你的修改放到了现在的文件上/u)).toBeVisible();
  await save(page);
  expect(desk.read(file)).toContain('note: 我写的说明。');
  await undo();
  expect(desk.read(file)).toBe(before);
});

test('a save that is asked for while another is under way begins with what that one wrote', async () => {
  const unit = await open(page, '县税务局');
  const note = unit.getByLabel('编辑说明');
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/api/save', async (route) => {
    await held;
    await route.continue();
  });
  for (const words of ['一', '一二']) {
    const isTaken = page.waitForRequest(
      (asked) => asked.url().endsWith('/api/check') && (asked.postData() ?? '').includes(`"note":"${words}"`),
    );
    await note.fill(words);
    await isTaken;
    await page.keyboard.press('Control+s');
  }
  go();
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled();
  await page.unroute('**/api/save');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(desk.read('units/shuiwu-ju.yaml')).toContain('note: 一二\n');
  await undo();
  await undo();
  await passes(page);
});

/** Unfolds all items of a form, and those in them. */
const unfold = async (form: Locator) => {
  for (let folded = 1; folded > 0; ) {
    const items = form.locator('details.item:not([open]) > summary');
    folded = await items.count();
    if (folded > 0) await items.first().click();
  }
};

for (const name of ['近义词', '手册里没有的事', '更正', '若干措施', '措施4', '措施1的读者问题'])
  test(`an item is added to every list of ${name}: what is missing stands in it, and it is saved as it is`, async () => {
    const form = await open(page, name);
    await unfold(form);
    const count = await form.locator('button.add').count();
    expect(count).toBeGreaterThan(0);
    for (let at = 0; at < count; at += 1) {
      await form.locator('button.add').nth(at).click();
      await expect(page.getByRole('button', { name: /^检查：\d+ 处问题/u })).toBeVisible();
      // Each is in the form, beside its field.
      const button = await page.getByRole('button', { name: /^检查：/u }).textContent();
      await expect(form.locator('.finding')).toHaveCount(Number(/\d+/u.exec(button ?? '')?.[0]));
      expect((await form.locator('.finding').allInnerTexts()).join()).not.toMatch(/\bunit|\bkind|\[ ?\]|“- ”/u);
      await save(page);
      await undo();
      // The form is drawn anew.
      await expect(form.locator('details.item[open]')).toHaveCount(0);
      await passes(page);
      await unfold(form);
    }
  });

test('another kind of correction takes over no value that means something else there', async () => {
  const form = await open(page, '更正');
  await form.getByRole('button', { name: /^加一项/u }).click();
  const item = form.locator('details.item').last();
  await item.getByLabel('种类').selectOption('内容并格');
  await item.getByLabel('原文印法').fill('1: 1、2');
  await item.getByLabel('依据').fill('甲。');
  await item.getByLabel('种类').selectOption('单位并格');
  await expect(item.getByLabel('原文印法')).toHaveValue('');
  await expect(item.getByLabel('依据')).toHaveValue('甲。');
  await item.getByRole('button', { name: '删去这一项' }).click();
  await passes(page);
});

test('in a narrow window the list makes way for the form, and all is done by the keyboard', async () => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.reload();
  const found = page.getByLabel('找要改的内容');
  const until = async (there: Locator, key = 'Tab') => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await there.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press(key);
    }
    throw new Error('the keyboard does not lead there');
  };
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeInViewport();
  await expect(found).toBeHidden();
  await until(page.getByRole('button', { name: '跳到要填的地方' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  // The address still says which file is open.
  expect(new URL(page.url()).hash).toMatch(/^#\//u);

  await until(page.getByRole('button', { name: /^换一个文件/u }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await until(found);
  // A measure is found by what its targets count.
  await page.keyboard.type('银企对接会');
  await until(page.getByRole('navigation').getByRole('button', { name: /^措施4/u }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toContainText('措施4');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(found).toBeHidden();

  const target = page.locator('details.item').filter({ hasText: '银企对接会' }).first();
  await until(target.locator('summary').first());
  await page.keyboard.press('Enter');
  await until(target.getByRole('button', { name: '加一项进展' }));
  await page.keyboard.press('Enter');
  // What was added is filled in next.
  await expect(target.getByLabel('截至哪天')).toBeFocused();
  await page.keyboard.type('09302024');
  for (const [label, words] of [
    ['公布的数', '18'],
    ['公布的原话', '已举办18场'],
    ['标题', '某公报'],
    ['网址', 'https://www.example.gov.cn/made-up'],
  ] as const) {
    await until(target.getByLabel(label));
    await page.keyboard.type(words);
  }
  await passes(page);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^保存了 1 个文件/u)).toBeVisible();
  expect(desk.read(`plans/${olderPlan}/measures/04.mdx`)).toContain('      - date: 2024-09-30\n        value: 18\n');
});

test('a desk that was closed says so, and what was typed is still to be seen', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const unit = await open(page, '县税务局');
  await unit.getByLabel('编辑说明').fill('还没有保存。');
  desk.stopServer();
  await expect(async () => {
    await page.getByRole('button', { name: /^保存/u }).click();
    await expect(page.getByRole('alert')).toContainText('编辑台关上了');
  }).toPass();
  await expect(unit.getByLabel('编辑说明')).toHaveValue('还没有保存。');
});

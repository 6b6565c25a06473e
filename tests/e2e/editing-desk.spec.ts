import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator, type Page, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { county, olderPlan } from '../fixtures/county.ts';
import { articles, asWord } from '../fixtures/documents.ts';
import * as editing from './editing-desk.ts';
import { expect } from './editing-desk.ts';

/*
 * A week of an editor's work at the desk, in a copy of the project with the content of the made-up county: first with Git, then without.
 */

let desk: Awaited<ReturnType<typeof editing.openDesk>>;
let page: Page;
const read = (file: string) => desk.read(file);
const open = (name: string) => editing.open(page, name);
const passes = () => editing.passes(page);
const save = () => editing.save(page);

test.describe.configure({ mode: 'serial', timeout: 60_000 });

test.beforeAll(async ({ browser }) => {
  desk = await editing.openDesk(browser, county, true);
  page = desk.page;
});
test.afterAll(() => desk?.close());

const measure = `plans/${olderPlan}/measures/01.mdx`;

test('Monday: plain words and a topic; official words are shown, and are no fields', async () => {
  const before = read(measure);
  const form = await open('措施1');
  await expect(form.getByText('便利企业开办', { exact: true })).toBeVisible();
  await expect(form.getByLabel('标题', { exact: true })).toHaveCount(0);
  await expect(form.locator('.body')).toContainText('第二条');

  await form.getByLabel('通俗说明').first().fill('白'.repeat(121));
  await expect(form.getByText(/^提醒：通俗说明有 121 个字/u)).toBeVisible();
  await passes();
  await form.getByLabel('通俗说明').first().fill('开公司半天办完，只跑一个窗口。');
  await form.getByRole('group', { name: '分类' }).first().getByLabel('办税').check();
  await expect(page.frameLocator('iframe').getByText('开公司半天办完，只跑一个窗口。').first()).toBeVisible();
  expect(read(measure)).toBe(before);
  await passes();
  await save();
  const after = read(measure);
  expect(after.split('\n').filter((line) => !before.split('\n').includes(line))).toEqual([
    'topics: [opening, start, tax]',
    'plain: 开公司半天办完，只跑一个窗口。',
  ]);
});

test('Tuesday: a question, a word of readers and names of a unit; a finding stands beside its field until it is mended', async () => {
  await page.getByRole('button', { name: '新建' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新建什么').selectOption({ label: '一条措施的读者问题' });
  await dialog.getByLabel('第几条措施').fill('1');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  const questions = page.getByRole('main');
  await expect(questions.getByRole('heading', { level: 2 })).toHaveText('措施1的读者问题');
  await questions.getByRole('button', { name: /^加一项/u }).click();
  await questions.getByLabel(/任务/u).first().fill('1');
  await questions.getByLabel('读者的问题').fill('开个小店要跑几个窗口\n办执照要多久');
  await passes();
  await save();
  expect(read(`plans/${olderPlan}/questions/01.yaml`)).toBe(
    'answers:\n  - task: 1\n    questions: [开个小店要跑几个窗口, 办执照要多久]\n',
  );

  const thesaurus = await open('近义词');
  // The page beside a list of words is the search page, with the first of them asked.
  await expect(page.frameLocator('iframe').locator('#search-results li').first()).toBeVisible();
  await thesaurus.getByRole('button', { name: /^加一项/u }).click();
  const added = thesaurus.locator('details.item').last();
  await added.getByLabel('说法', { exact: false }).first().fill('跑腿');
  await added.getByLabel('文件里的说法').fill('没有这个词');
  await added.getByLabel('理由').fill('俗称');
  await expect(added.getByText(/没有这个词.*文件里没有/u)).toBeVisible();
  await added.getByLabel('文件里的说法').fill('一窗办结');
  await passes();
  await save();
  expect(read('search/thesaurus.yaml')).toContain('  - words: [跑腿]\n    means: [一窗办结]\n    reason: 俗称\n');

  const unit = await open('县税务局');
  // An alias is another name that a document prints; what readers say is a word of search.
  await unit.getByLabel('别名').fill('县税局');
  await expect(unit.getByText(/县税局.*没有一处责任单位这样印/u)).toBeVisible();
  await unit.getByLabel('别名').fill('');
  await unit.getByLabel('搜索词').fill('县税局、税务所、报税的地方');
  await passes();
  await save();
  expect(read('units/shuiwu-ju.yaml')).toContain('searchTerms: [县税局, 税务所, 报税的地方]\n');
});

test('Wednesday: a correction, the status of the plan, a contact and the site’s settings', async () => {
  const corrections = await open('更正');
  await corrections.getByRole('button', { name: /^加一项/u }).click();
  const added = corrections.locator('details.item').last();
  await added.getByLabel('种类').selectOption({ label: '疑误' });
  await added.getByLabel('编号').fill('t01-yichuang');
  await added.getByLabel('在哪里').selectOption({ index: 2 });
  await added.getByLabel('任务的项号').fill('1');
  await added.getByLabel('原件的字').fill('一窗办结');
  await added.getByLabel('应当是').fill('一窗通办');
  await added.getByLabel('依据').fill('上级文件作“一窗通办”。');
  await added.getByLabel('把握').selectOption({ label: '存疑' });
  await passes();
  await save();
  expect(read(`plans/${olderPlan}/corrections.yaml`)).toContain(
    '  - id: t01-yichuang\n    kind: misreading\n    where: { task: 1 }\n    reading: 一窗办结\n    suggestion: 一窗通办\n',
  );

  const plan = await open('若干措施');
  await plan.getByLabel('有效性').selectOption({ label: '已终止或有效期已满' });
  await plan.getByLabel('从哪天起').fill('2025-01-01');
  await plan.getByLabel('依据', { exact: false }).last().fill('青政办发〔2025〕1号：同时废止。');
  await passes();
  await save();
  expect(read(`plans/${olderPlan}/plan.mdx`)).toContain('status:\n  kind: ended\n  on: 2025-01-01\n');

  const unit = await open('县税务局');
  const contact = unit.getByRole('group', { name: '联系方式' });
  await contact.getByLabel('电话').fill('000-12366');
  await contact.getByLabel('来源').fill('https://www.example.gov.cn/contact');
  await contact.getByLabel('日期').fill('2025-06-01');
  await passes();
  await save();
  expect(read('units/shuiwu-ju.yaml')).toContain(
    'contact:\n  phone: 000-12366\n  source: https://www.example.gov.cn/contact\n  date: 2025-06-01\n',
  );

  const settings = await open('网站设置');
  await settings.getByLabel('主办单位').fill('青禾县人民政府办公室');
  await save();
  expect(read('site.yaml')).toContain('organiser: 青禾县人民政府办公室\noperator:\n');
});

test('Wednesday, too: published progress of a target and a task, entered in the forms of their measure', async () => {
  const form = await open('措施4');
  const enter = async (within: Locator, words: string) => {
    await within.getByRole('button', { name: '加一项进展' }).click();
    await within.getByLabel('截至哪天').fill('2024-09-30');
    await within.getByLabel('原话').fill(words);
    await within.getByLabel('标题').fill('某公报');
    await within.getByLabel('网址').fill('https://www.example.gov.cn/made-up');
  };
  const target = form.locator('details.item').filter({ hasText: '银企对接会' }).first();
  await target.locator('summary').first().click();
  await enter(target, '已举办18场');
  await target.getByLabel('公布的数').fill('18');
  const task = form.locator('details.item').filter({ hasText: '8' }).last();
  await task.locator('summary').first().click();
  await enter(task, '正在举办');
  await task.getByLabel('状态').selectOption('在办');
  await passes();
  await save();
  const source = '        source:\n          title: 某公报\n          url: https://www.example.gov.cn/made-up\n';
  const text = read(`plans/${olderPlan}/measures/04.mdx`);
  expect(text).toContain(
    `    progress:\n      - date: 2024-09-30\n        value: 18\n        words: 已举办18场\n${source}`,
  );
  expect(text).toContain(
    `    progress:\n      - date: 2024-09-30\n        state: 在办\n        words: 正在举办\n${source}`,
  );
});

test('Thursday: a received document is read, its report looked at, and accepted; then taken back', async () => {
  await page.getByRole('button', { name: '导入' }).click();
  const dialog = page.getByRole('dialog');
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await dialog
    .getByLabel(/^把收到的文件拖到这里/u)
    .setInputFiles({ name: '坏了.docx', mimeType, buffer: Buffer.from('PK') });
  await dialog.getByLabel('编号').fill('2026-small-plan');
  await dialog.getByRole('button', { name: '读这份文件' }).click();
  await expect(dialog.getByRole('alert')).toContainText('坏了.docx 打不开');
  await dialog.getByLabel(/^把收到的文件拖到这里/u).setInputFiles({
    name: '小方案.docx',
    mimeType,
    buffer: Buffer.from(await asWord(articles)),
  });
  await dialog.getByRole('button', { name: '读这份文件' }).click();
  await expect(dialog.getByText(/导入报告/u).first()).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('navigation').getByText('小方案')).toHaveCount(0);
  await dialog.getByRole('button', { name: /^收下/u }).click();
  await expect(page.getByText(/^草稿收下了/u)).toBeVisible();
  // The draft names units that are not registered: the check says so, and the page stays as it was.
  await expect(page.getByRole('button', { name: /^检查：\d+ 处问题/u })).toBeVisible();
  expect(read('plans/2026-small-plan/plan.mdx')).toContain('numbering: printed');

  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText(/^撤销了：收下导入的草稿/u)).toBeVisible();
  await passes();
});

test('Friday: somebody else changed a file underneath; nothing is lost', async () => {
  const file = 'units/shuiwu-ju.yaml';
  const unit = await open('县税务局');
  await unit.getByLabel('编辑说明').fill('我写的说明。');
  writeFileSync(join(desk.root, 'content', file), read(file).replace('税务所', '税务分局'));
  await page.getByRole('button', { name: /^保存/u }).click();
  const dialog = page.getByRole('dialog', { name: '还没有保存' });
  await expect(dialog.getByRole('heading', { name: '你的一版' })).toBeVisible();
  expect(read(file)).not.toContain('我写的说明。');
  await dialog.getByRole('button', { name: /^两边都要/u }).click();
  await expect(page.getByText(/^你的修改放到了现在的文件上/u)).toBeVisible();
  await save();
  expect(read(file)).toContain('税务分局');
  expect(read(file)).toContain('note: 我写的说明。');

  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText(/^撤销了/u)).toBeVisible();
  expect(read(file)).not.toContain('我写的说明。');
  await expect(page.getByLabel('编辑说明')).toHaveValue('');
});

test('what is typed while a save is under way is kept, the cursor stays, and a window with unsaved work does not just close', async () => {
  const file = 'units/shuiwu-ju.yaml';
  const unit = await open('县税务局');
  const note = unit.getByLabel('编辑说明');
  const before = read(file);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/api/save', async (route) => {
    await held;
    await route.continue();
  });
  await note.fill('先写');
  const asked = page.waitForRequest('**/api/save');
  await page.keyboard.press('Control+s');
  await asked;
  await page.keyboard.type('后写');
  go();
  await expect(page.getByText(/^保存了 1 个文件/u)).toBeVisible();
  await page.unroute('**/api/save');
  expect(read(file)).toContain('note: 先写\n');
  await expect(note).toHaveValue('先写后写');
  await passes();
  await expect(note).toBeFocused();
  const isAsked = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await isAsked()).toBe(true);
  await save();
  expect(read(file)).toContain('note: 先写后写\n');
  expect(await isAsked()).toBe(false);
  for (const words of ['先写', '']) {
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(note).toHaveValue(words);
  }
  expect(read(file)).toBe(before);
});

test('in the end all changes are listed in words and committed with a sentence', async () => {
  await page.getByRole('button', { name: '我改了什么' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('和上次保存到版本库的相比')).toBeVisible();
  for (const sentence of [
    '措施1 · 分类：加了“办税”',
    '措施1 · 通俗说明：改为“开公司半天办完，只跑一个窗口。”（原来是“开公司在一个窗口半天办完。”）',
    '新建了措施1的读者问题',
    '近义词 · 近义词“跑腿”：新加',
    '网站设置 · 主办单位：写上“青禾县人民政府办公室”',
  ])
    await expect(dialog.getByRole('listitem').filter({ hasText: sentence })).toBeVisible();
  await dialog.getByLabel(/^保存到版本库/u).fill('一周的修改');
  await dialog.getByRole('button', { name: '保存到版本库' }).click();
  await expect(page.getByText(/保存到了版本库/u)).toBeVisible();
  expect(desk.git('log', '-1', '--format=%s').trim()).toBe('一周的修改');
  expect(desk.git('status', '--porcelain').trim()).toBe('');
});

test('the desk asks no other host, is Chinese, and is accessible', async () => {
  const hosts: string[] = [];
  page.on('request', (request) => hosts.push(new URL(request.url()).hostname));
  await page.reload();
  await open('措施1');
  expect([...new Set(hosts)].filter((host) => host !== '127.0.0.1' && host !== '')).toEqual([]);
  await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
      { exclude: ['iframe'] },
      { iframes: false },
    ),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const words = page.locator('button, label, legend, summary, .bar h1, .help').filter({ visible: true });
  const foreign = (await words.allInnerTexts()).filter((text) => text.trim() !== '' && !/\p{Script=Han}/u.test(text));
  expect(foreign).toEqual([]);
  // Enter does not break a text of one line.
  await page.getByLabel('通俗说明').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled();
});

test('where there is no Git, changes are told since the desk was opened, and there is nothing to commit', async () => {
  renameSync(join(desk.root, '.git'), join(desk.root, 'git-away'));
  const unit = await open('县税务局');
  await unit.getByLabel('编辑说明').fill('没有版本库也能改。');
  await save();
  await page.reload();
  await page.getByRole('button', { name: '我改了什么' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('和打开编辑台时相比')).toBeVisible();
  await expect(dialog.getByText('单位“县税务局” · 编辑说明：写上“没有版本库也能改。”')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '保存到版本库' })).toHaveCount(0);
  expect(read('units/shuiwu-ju.yaml')).toContain('note: 没有版本库也能改。');
});

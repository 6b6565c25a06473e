import { expect, type Page, test } from '@playwright/test';
import type { Task, Topic } from '../../src/model/types.ts';
import { supportPath, targetAnchor, targetsPath, taskAnchor, topicPath } from '../../src/routes/paths.ts';
import { figureText } from '../../src/views/figures.ts';
import { supportCard, topicsOfKind } from '../../src/views/support.ts';
import { handbook } from '../site/built-site.ts';

const { base } = handbook.site;
const [plan] = handbook.plans;
if (!plan) throw new Error('内容里没有方案。');

/** What an owner is worried about, and the row of the list that helps. */
const worries: { who: string; need: string; task: number; unit: string; words: string }[] = [
  { who: 'an owner with high electricity cost', need: 'utilities', task: 16, unit: '区供电公司', words: '用电成本' },
  { who: 'an owner with unpaid invoices', need: 'arrears', task: 19, unit: '区经科局', words: '拖欠企业账款' },
  { who: 'a graduate looking for training', need: 'talent', task: 83, unit: '区人社局', words: '1万人' },
  { who: 'an exporter', need: 'trade', task: 37, unit: '区交通局', words: '1000列' },
];

const topicOf = (id: string) => handbook.topics.find((topic) => topic.id === id) as Topic;
const taskOf = (number: number) => plan.tasks.find((task) => task.number === number) as Task;

async function seesTheRow(page: Page, number: number, unit: string, words: string) {
  const card = page.locator(`#${taskAnchor({ number })}`);
  await expect(card).toContainText(words);
  await expect(card.getByRole('link', { name: unit })).toBeVisible();
}

for (const { who, need, task, unit, words } of worries) {
  const { name } = topicOf(need);

  test(`${who} gets from the front page to the row, the unit and the number in one step`, async ({ page }) => {
    await page.goto(base);
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await seesTheRow(page, task, unit, words);
  });

  test(`${who} gets there on a phone without script`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(base);
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await seesTheRow(page, task, unit, words);
    await expect(page.locator('form[data-narrow]')).toBeHidden();
    await context.close();
  });

  test(`${who} gets there by keyboard`, async ({ page }) => {
    await page.goto(base);
    const link = page.getByRole('main').getByRole('link', { name, exact: true });
    const focused = () => link.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 100 && !(await focused()); step++) await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(base + topicPath(topicOf(need)));
    await seesTheRow(page, task, unit, words);
  });
}

test('a combination of need, audience and stage stands in the address and narrows the cards', async ({ page }) => {
  const task = taskOf(worries[1]?.task ?? 0);
  const [need, audience, stage] = (['need', 'audience', 'stage'] as const).map(
    (kind) => topicsOfKind(task.topics, kind)[0] as Topic,
  ) as [Topic, Topic, Topic];
  await page.goto(base + supportPath);
  await page.getByLabel('对象').selectOption(audience.id);
  await page.getByLabel('阶段').selectOption(stage.id);
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page).toHaveURL(`${base}${topicPath(audience)}?stage=${stage.id}`);
  const both = plan.tasks.filter(({ topics }) => topics.includes(audience) && topics.includes(stage));
  await expect(page.locator('li[id^=task-]:visible')).toHaveCount(both.length);
  await page.locator('select[name=need]').selectOption(need.id);
  await expect(page).toHaveURL(`${base}${topicPath(audience)}?need=${need.id}&stage=${stage.id}`);
  await expect(page.locator(`#${taskAnchor(task)}`)).toBeVisible();
  await page.getByRole('button', { name: '全部显示' }).click();
  await expect(page).toHaveURL(base + topicPath(audience));
});

test('the ledger is narrowed and sorted, and the address keeps it', async ({ page }) => {
  const [target] = plan.targets.filter(({ unit }) => unit === '家').toSorted((a, b) => b.value - a.value);
  if (!target) throw new Error('没有以“家”计的目标。');
  await page.goto(base + targetsPath(plan));
  await page.getByLabel('计量单位').selectOption('家');
  await page.getByLabel('次序').selectOption('-value');
  const rows = page.locator('#ledger tbody tr:visible');
  await expect(rows).toHaveCount(plan.targets.filter(({ unit }) => unit === '家').length);
  await expect(rows.first()).toHaveAttribute('id', targetAnchor(target));
  await page.reload();
  await expect(rows.first()).toHaveAttribute('id', targetAnchor(target));
  await expect(rows.first()).toContainText(figureText(target.value, '').trim());
});

test('what a card quotes stands on the page', async ({ page }) => {
  const task = taskOf(worries[0]?.task ?? 0);
  await page.goto(base + topicPath(task.topics[0] as Topic));
  for (const words of supportCard(task).whom)
    await expect(page.locator(`#${taskAnchor(task)} dl`)).toContainText(words);
});

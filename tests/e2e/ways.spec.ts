import { expect, type Page, test } from '@playwright/test';
import { dutiesIn } from '../../src/model/duties.ts';
import type { Topic } from '../../src/model/types.ts';
import {
  collationPath,
  provisionAnchor,
  supportPath,
  targetAnchor,
  targetsPath,
  taskAnchor,
  tasksPath,
  topicPath,
  unitPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { figureText } from '../../src/views/figures.ts';
import { supportCard, topicsOfKind } from '../../src/views/support.ts';
import { handbook } from '../site/built-site.ts';
import { busiest, needed, needs, plan, suffix, task, wordsOf } from './subjects.ts';

const { base } = handbook.site;

async function seesTheRow(page: Page, { part, unit }: (typeof needs)[number]) {
  const card = page.locator(`#${provisionAnchor(part, suffix)}`);
  await expect(card).toContainText(wordsOf(part) ?? part.text.slice(0, 4));
  await expect(
    card.getByRole('link', {
      name: needed(
        part.units.find((one) => one.unit === unit),
        'unit',
      ).name,
    }),
  ).toBeVisible();
}

for (const need of needs.slice(0, 4)) {
  const { name } = need.topic;
  const link = (page: Page) => page.getByRole('main').getByRole('link', { name, exact: true });

  test(`who needs ${name} gets from the front page to the row and the unit in one step`, async ({ page }) => {
    await page.goto(base);
    await link(page).click();
    await seesTheRow(page, need);
  });

  test(`who needs ${name} gets there on a phone without script`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(base);
    await link(page).click();
    await seesTheRow(page, need);
    await expect(page.locator('form[data-narrow]')).toBeHidden();
    await context.close();
  });

  test(`who needs ${name} gets there by keyboard`, async ({ page }) => {
    await page.goto(base);
    const focused = () => link(page).evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 100 && !(await focused()); step++) await page.keyboard.press('Tab');
    await expect(link(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(base + topicPath(need.topic));
    await seesTheRow(page, need);
  });
}

test('a combination of need, audience and stage stands in the address and narrows the cards', async ({ page }) => {
  const topicsOf = (topics: readonly Topic[]) =>
    (['need', 'audience', 'stage'] as const).map((kind) => topicsOfKind(topics, kind)[0]);
  const task = needed(
    plan.tasks.find(({ topics }) => !topicsOf(topics).includes(undefined)),
    'task with a need, an audience and a stage',
  );
  const [need, audience, stage] = topicsOf(task.topics) as [Topic, Topic, Topic];
  await page.goto(base + supportPath);
  await page.getByLabel('对象').selectOption(audience.id);
  await page.getByLabel('阶段').selectOption(stage.id);
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page).toHaveURL(`${base}${topicPath(audience)}?stage=${stage.id}`);
  const both = handbook.plans
    .flatMap(({ tasks }) => tasks)
    .filter(({ topics }) => topics.includes(audience) && topics.includes(stage));
  await expect(page.locator('li[id^=task-]:visible')).toHaveCount(both.length);
  await page.locator('select[name=need]').selectOption(need.id);
  await expect(page).toHaveURL(`${base}${topicPath(audience)}?need=${need.id}&stage=${stage.id}`);
  await expect(page.locator(`#${provisionAnchor(task, suffix)}`)).toBeVisible();
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect(page).toHaveURL(base + topicPath(audience));
});

test('the ledger is narrowed and sorted, and the address keeps it', async ({ page }) => {
  const sameUnit = (unit: string) => plan.targets.filter((target) => target.unit === unit);
  const { unit } = needed(
    plan.targets.toSorted((a, b) => sameUnit(b.unit).length - sameUnit(a.unit).length)[0],
    'target',
  );
  const target = needed(sameUnit(unit).toSorted((a, b) => b.value - a.value)[0], 'target');
  await page.goto(base + targetsPath(plan));
  await page.getByLabel('计量单位').selectOption(unit);
  await page.getByLabel('次序').selectOption('-value');
  const rows = page.locator('#ledger tbody tr:visible');
  await expect(rows).toHaveCount(sameUnit(unit).length);
  await expect(rows.first()).toHaveAttribute('id', targetAnchor(target));
  await page.reload();
  await expect(rows.first()).toHaveAttribute('id', targetAnchor(target));
  await expect(rows.first()).toContainText(figureText(target.value, '').trim());
});

test('what a card quotes stands on the page', async ({ page }) => {
  const { topic, part } = needed(
    needs.find((need) => supportCard(need.part).whom.length > 0),
    'provision that says whom it is for',
  );
  await page.goto(base + topicPath(topic));
  for (const words of supportCard(part).whom)
    await expect(page.locator(`#${provisionAnchor(part, suffix)} dl`)).toContainText(words);
});

/** A unit that a task does not name. */
const stranger = needed(
  handbook.units.find((unit) => !task.units.some((one) => one.unit === unit) && dutiesIn(plan, unit).tasks.length > 0),
  'unit without a part in the task',
);
const besides = '链接指向的那一项不符合条件，也一并列出';
const row = (page: Page) => page.locator(`#${taskAnchor(task)}`);

test('a filter does not hide the row that the address names, and the count says so', async ({ page }) => {
  await page.goto(`${base}${tasksPath(plan)}?unit=${stranger.id}#${taskAnchor(task)}`);
  await expect(row(page)).toBeInViewport();
  const outcome = page.locator('[data-task-outcome] > output');
  await expect(outcome).toContainText(`项中的${dutiesIn(plan, stranger).tasks.length}项；${besides}`);
  await page.emulateMedia({ media: 'print' });
  await expect(row(page)).toBeVisible();
  await expect(outcome).toContainText(besides);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('select[name=unit]').selectOption({ index: 2 });
  await expect(page).not.toHaveURL(/#/);
  await page.locator('select[name=unit]').selectOption(stranger.id);
  await expect(row(page)).toBeHidden();
  await page.evaluate((hash) => location.assign(hash), `#${taskAnchor(task)}`);
  await expect(row(page)).toBeInViewport();
});

test('a filter of the ledger or of a topic does not hide the row that the address names', async ({ page }) => {
  const [first, ...others] = plan.targets;
  const target = needed(first, 'target');
  const unit = needed(
    others.find((one) => one.unit !== target.unit),
    'target with another unit of measurement',
  ).unit;
  const named = page.locator(`#${targetAnchor(target)}`);
  const filtered = `${base}${targetsPath(plan)}?${new URLSearchParams({ counts: unit })}`;
  await page.goto(`${filtered}#${targetAnchor(target)}`);
  await expect(named).toBeInViewport();
  await expect(page.locator('form[data-narrow] output')).toContainText(besides);
  await page.goto(filtered);
  await expect(named).toBeHidden();
  await page.evaluate((hash) => location.assign(hash), `#${targetAnchor(target)}`);
  await expect(named).toBeInViewport();
});

test('what was asked of the index of units is there again after Back, though the browser has not kept the page', async ({
  page,
}) => {
  await page.goto(base + unitsPath);
  const found = page.locator('[data-unit][data-spellings]:visible');
  await page.getByRole('searchbox', { name: /^查单位/u }).fill(busiest.name);
  await page.getByLabel('次序').selectOption('name');
  const names = await found.allTextContents();
  expect(names.length).toBeLessThan(handbook.units.length);
  await found.filter({ hasText: busiest.name }).first().getByRole('link').click();
  await expect(page).toHaveURL(base + unitPath(busiest));
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: /^查单位/u })).toHaveValue(busiest.name);
  await expect(page.getByLabel('次序')).toHaveValue('name');
  await expect(found).toHaveText(names);
});

test('a choice of differences does not hide the measure that the address names, until another is made', async ({
  page,
}) => {
  await page.goto(base + collationPath(plan));
  const measures = page.locator('.comparison h3');
  const named = measures.first();
  const choices = page.locator('[data-class-filter] input');
  for (let at = 1; at < (await choices.count()) && (await named.isVisible()); at++) await choices.nth(at).check();
  test.skip(await named.isVisible(), 'the first measure has differences of each class');
  const hash = `#${await named.getAttribute('id')}`;
  await page.evaluate((to) => location.assign(to), hash);
  await expect(named).toBeInViewport();
  for (let at = 1; at < (await choices.count()) && (await named.isVisible()); at++) await choices.nth(at).check();
  await expect(named).toBeHidden();
  await page.evaluate((to) => location.assign(to), hash);
  await expect(named).toBeInViewport();
});

test('parameters that a messenger adds to an address change no filter', async ({ page }) => {
  const added = 'from=singlemessage&isappinstalled=0';
  const rows = page.locator('.task-table tr[id]:visible');
  await page.goto(`${base}${tasksPath(plan)}?${added}`);
  await expect(rows).toHaveCount(plan.tasks.length);
  await page.goto(`${base}${tasksPath(plan)}?unit=${stranger.id}&${added}`);
  await expect(rows).toHaveCount(dutiesIn(plan, stranger).tasks.length);
});

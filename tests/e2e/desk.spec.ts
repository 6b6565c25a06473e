import { expect, type Page, test } from '@playwright/test';
import { dutiesIn } from '../../src/model/duties.ts';
import type { Task, Unit } from '../../src/model/types.ts';
import {
  collationPath,
  planPath,
  taskAnchor,
  taskPath,
  tasksPath,
  unitDutiesPath,
  unitPath,
  unitPrintPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { spellingsOf } from '../../src/views/unit-spellings.ts';
import { handbook } from '../site/built-site.ts';
import { busiest, needed, pair, plan } from './subjects.ts';

const { base } = handbook.site;
const unit = busiest;
const { tasks } = dutiesIn(plan, unit);
const matrix = `#matrix-${plan.id}`;
/** How many tasks all plans give a unit. */
const tasksOf = (unit: Unit) => handbook.plans.reduce((count, one) => count + dutiesIn(one, unit).tasks.length, 0);
const list = base + tasksPath(plan);

const rows = (page: Page) => page.locator('tr[id^=task-]:visible');
const outcome = (page: Page) => page.locator('[data-task-outcome] output');

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const target = page.getByRole('link', { name, exact: true }).first();
  await expect(target).toBeVisible();
  const most = await page.locator('a, button, input, select, summary').count();
  for (let pressed = 0; pressed <= most; pressed++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`按 Tab 到不了“${name}”`);
}

test('with the keyboard alone, from the front page to the printed sheet of a unit', { tag: '@keyboard' }, async ({
  page,
}) => {
  await page.goto(base);
  await tabTo(page, unit.name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit.name);
  await tabTo(page, `打印 ${unit.name}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(base + unitPrintPath(unit));
  for (const task of tasks) await expect(page.getByText(task.text.slice(0, 12)).first()).toBeVisible();
});

test('a unit is found by typing its initials, and Enter opens it', async ({ page }) => {
  await page.goto(base + unitsPath);
  const initials =
    spellingsOf(unit, handbook.site.unitPrefixes)
      .filter((word) => /^[a-z]+$/u.test(word))
      .toSorted((a, b) => a.length - b.length)[0] ?? '';
  const field = page.getByRole('searchbox', { name: /查单位/u });
  await field.fill(initials);
  await expect(page.locator('.unit-list li:visible').first()).toContainText(unit.name);
  await expect(page.locator(`${matrix} tr[data-unit="${unit.id}"]`)).toBeVisible();
  await field.press('Enter');
  await expect(page).toHaveURL(base + unitPath(unit));
});

test('what no unit is called says so, and all come back', async ({ page }) => {
  await page.goto(base + unitsPath);
  const field = page.getByRole('searchbox', { name: /查单位/u });
  await field.fill('qqqq');
  await expect(page.getByText('没有这样的单位')).toBeVisible();
  await expect(page.locator('.unit-list li:visible')).toHaveCount(0);
  await field.fill('');
  await expect(page.locator('.unit-list li:visible')).toHaveCount(handbook.units.length);
});

test('units are sorted by tasks and back into document order', async ({ page }) => {
  await page.goto(base + unitsPath);
  const names = page.locator('.unit-list').first().locator('li a');
  const order = page.getByRole('combobox', { name: '次序' });
  const inDocument = await names.allTextContents();
  await order.selectOption('任务多少');
  await expect(names.first()).not.toHaveText('');
  const most = (await names.allTextContents()).map((name) =>
    tasksOf(
      needed(
        handbook.units.find((one) => one.name === name),
        name,
      ),
    ),
  );
  expect(most).toEqual(most.toSorted((a, b) => b - a));
  expect((await names.allTextContents()).toSorted()).toEqual(inDocument.toSorted());
  await order.selectOption('文件次序');
  await expect(names).toHaveText(inDocument);
});

test('a number of the matrix leads to those tasks', async ({ page }) => {
  await page.goto(base + unitsPath);
  const number = page.locator(`${matrix} tr[data-unit="${unit.id}"] td[data-heat] a`).first();
  const count = Number(await number.textContent());
  await number.click();
  await expect(rows(page)).toHaveCount(count);
  await expect(page.getByRole('combobox', { name: '责任单位' })).toHaveValue(unit.id);
});

test('two units that share tasks are one click from those', async ({ page }) => {
  const [one, other] = pair.units;
  await page.goto(base + unitPath(one));
  await page.getByRole('link', { name: `与${other.name}同列的${pair.provisions.length}项任务` }).click();
  await expect(rows(page)).toHaveCount(pair.provisions.length);
  for (const task of pair.provisions) await expect(page.locator(`#${taskAnchor(task)}`)).toBeVisible();
});

test('conditions stand in the address, and the back button takes the last one back', async ({ page }) => {
  await page.goto(list);
  await expect(rows(page)).toHaveCount(plan.tasks.length);
  await page.getByRole('combobox', { name: '责任单位' }).selectOption(unit.id);
  await expect(page).toHaveURL(`${list}?unit=${unit.id}`);
  await expect(rows(page)).toHaveCount(tasks.length);
  await page.getByRole('checkbox', { name: '有量化目标' }).check();
  const promised = tasks.filter(({ targets }) => targets.length > 0).length;
  await expect(page).toHaveURL(`${list}?unit=${unit.id}&target=1`);
  await expect(rows(page)).toHaveCount(promised);
  await expect(outcome(page)).toHaveText(`${plan.tasks.length}项中的${promised}项`);

  await page.goBack();
  await expect(rows(page)).toHaveCount(tasks.length);
  await expect(page.getByRole('checkbox', { name: '有量化目标' })).not.toBeChecked();
  await page.goBack();
  await expect(rows(page)).toHaveCount(plan.tasks.length);
  await page.goForward();
  await expect(page.getByRole('combobox', { name: '责任单位' })).toHaveValue(unit.id);
  await expect(rows(page)).toHaveCount(tasks.length);
});

test('an address with conditions shows the same to whoever opens it', async ({ page }) => {
  const [task] = tasks;
  if (!task) throw new Error('单位没有任务。');
  const { measure } = task;
  await page.goto(`${list}?unit=${unit.id}&environment=${measure.environment?.number}&measure=${measure.number}`);
  await expect(rows(page)).toHaveCount(tasks.filter((one) => one.measure === measure).length);
  // Its measure stands beside the first row that is left, whichever that is.
  await expect(rows(page).first().locator('th')).toContainText(measure.listTitle ?? measure.title);
});

test('words are looked for in text, measure, unit and number; typing does not fill the history', async ({ page }) => {
  const task = plan.tasks.at(-1);
  if (!task) throw new Error('方案里没有任务。');
  await page.goto(base + planPath(plan));
  await page.goto(list);
  await page.getByRole('searchbox', { name: '词语' }).pressSequentially(`第${task.number}项 ${task.units[0]?.name}`);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator(`#${taskAnchor(task)}`)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('q')).toContain(`第${task.number}项`);
  await page.goBack();
  await expect(page).toHaveURL(base + planPath(plan));
});

test('conditions that no task meets say so, and one click shows all', async ({ page }) => {
  await page.goto(`${list}?q=${encodeURIComponent('没有这样的字')}`);
  await expect(page.getByText('没有同时符合这些条件的任务')).toBeVisible();
  await expect(outcome(page)).toHaveText(`${plan.tasks.length}项中的0项`);
  await page.getByRole('link', { name: `看全部${plan.tasks.length}项` }).click();
  await expect(page).toHaveURL(list);
  await expect(rows(page)).toHaveCount(plan.tasks.length);
});

test('the number beside an option is what choosing it leaves', async ({ page }) => {
  await page.goto(`${list}?unit=${unit.id}`);
  const environments = page.getByRole('combobox', { name: '环境' });
  for (const { number, short } of plan.environments) {
    const count = tasks.filter(({ measure }) => measure.environment?.number === number).length;
    await expect(environments.locator(`option[value="${number}"]`)).toHaveText(`${short}（${count}）`);
  }
});

test('the head stays above the row that an address leads to', async ({ page }) => {
  const task = plan.tasks[Math.floor(plan.tasks.length / 2)];
  if (!task) throw new Error('方案里没有任务。');
  await page.goto(`${list}#${taskAnchor(task)}`);
  const row = page.locator(`#${taskAnchor(task)}`);
  await expect(row).toBeInViewport();
  const head = page.locator('.task-table', { has: row }).locator('thead th').first();
  const [above, below] = [await head.boundingBox(), await row.boundingBox()];
  expect(above?.y).toBeGreaterThanOrEqual(0);
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
});

test('the head lies over the name of a measure that scrolls away below it', async ({ page }) => {
  const [measure] = plan.measures;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(list);
  const name = page.locator('.task-table tbody th > a').first();
  const last = page.locator(`#${taskAnchor(measure?.tasks.at(-1) ?? { number: 0 })}`);
  await last.evaluate((row) => window.scrollTo(0, row.getBoundingClientRect().bottom + window.scrollY - 60));
  const { x, y } = (await name.boundingBox()) ?? { x: 0, y: 0 };
  expect(y).toBeLessThan(40);
  const above = await page.evaluate(
    ([left = 0]) => document.elementFromPoint(left, 20)?.closest('thead, tbody')?.tagName,
    [x + 10],
  );
  expect(above).toBe('THEAD');
});

test('the edge of every field is drawn in the colour that is made for it', async ({ page }) => {
  await page.goto(list);
  const edges = await page.locator('.field:visible, header [data-search-box] > div').evaluateAll((all) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--color-field)';
    const { color } = getComputedStyle(probe);
    return all.map((one) => getComputedStyle(one).borderTopColor === color);
  });
  expect(edges.length).toBeGreaterThan(4);
  expect(edges).not.toContain(false);
});

test('a kept unit opens the front page with its duties, and one click forgets it', async ({ page }) => {
  await page.goto(base + unitPath(unit));
  await page.getByRole('button', { name: '设为我的单位' }).click();
  await expect(page.getByRole('button', { name: '取消“我的单位”' })).toBeFocused();
  await expect(page.getByText('已记在这台设备上')).toBeVisible();

  await page.goto(base);
  const mine = page.getByRole('region', { name: `我的单位：${unit.name}` });
  await expect(mine).toContainText(`${tasks.length}项任务`);
  const linkTo = (task: Task) => mine.locator(`a[href="${base}${taskPath(task)}"]`);
  for (const task of tasks) await expect(linkTo(task)).toHaveText(`第${task.number}项`);
  await linkTo(needed(tasks[0], 'task')).click();
  await expect(page.locator(`#${taskAnchor(tasks[0] ?? { number: 0 })}`)).toBeInViewport();

  await page.goto(base);
  await mine.getByRole('button', { name: '取消“我的单位”' }).click();
  await expect(mine).toBeHidden();
  await page.reload();
  await expect(mine).toBeHidden();
  expect(await page.evaluate(() => Object.values(localStorage))).not.toContain(unit.id);
});

test('which unit is kept does not leave the browser, and who keeps none asks for nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await page.goto(base);
  expect(asked.some((address) => address.endsWith(unitDutiesPath))).toBe(false);
  await page.goto(base + unitPath(unit));
  await page.getByRole('button', { name: '设为我的单位' }).click();
  asked.length = 0;
  await page.goto(base);
  await expect(page.getByRole('region', { name: `我的单位：${unit.name}` })).toBeVisible();
  expect(asked.filter((address) => address.includes(unit.id))).toEqual([]);
});

test('where storage is refused, pages work and nothing is offered to be kept', async ({ page }) => {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(base + unitPath(unit));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit.name);
  await expect(page.getByRole('button', { name: '设为我的单位' })).toBeHidden();
  await page.goto(base);
  await expect(page.locator('[data-my-unit]')).toBeHidden();
  expect(failures).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the units of a task stand right below its words, then its marks, and notes last', async ({ page }) => {
    const noted = needed(
      handbook.plans.flatMap((one) => one.tasks).find(({ notes }) => notes.length > 0),
      'task with a note',
    );
    await page.goto(base + tasksPath(noted.plan));
    const row = page.locator(`#${taskAnchor(noted)}`);
    const tops = await Promise.all(
      ['p[data-official]', 'ul', '[data-citation]', '[role=note]'].map(
        async (part) => (await row.locator(part).first().boundingBox())?.y,
      ),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });

  test('the matrix shows all its columns at once', async ({ page }) => {
    await page.goto(base + unitsPath);
    const frame = page.locator(`${matrix} .matrix-frame`);
    expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await expect(page.locator(`${matrix} thead th`)).toHaveCount(plan.environments.length + 2);
  });

  test('nothing of the desk is wider than the screen, and the filters work', async ({ page }) => {
    for (const path of [unitsPath, unitPath(unit), tasksPath(plan)]) {
      await page.goto(base + path);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, path).toBeLessThanOrEqual(0);
    }
    await page.getByRole('combobox', { name: '责任单位' }).selectOption(unit.id);
    await expect(rows(page)).toHaveCount(tasks.length);
  });
});

for (const way of ['the sheet', 'the script, for browsers without :has()'])
  test(`the differences are shown first, those of one class or every sentence on request, by ${way}`, async ({
    page,
  }) => {
    const bySheet = way === 'the sheet';
    if (!bySheet)
      await page.addInitScript(() => {
        CSS.supports = (condition: string) => !condition.includes(':has');
      });
    await page.goto(base + collationPath(plan));
    const choices = page.getByRole('radio');
    const rows = page.locator('.comparison tr[data-classes]');
    const shown = rows.filter({ visible: true });
    const all = await rows.count();
    test.skip((await choices.count()) < 3, 'plan and list do not differ');
    await expect(shown).toHaveCount(await page.locator('.comparison tr:not([data-classes=""])[data-classes]').count());
    expect(await shown.count()).toBeLessThan(all);
    const chosen = choices.nth(1);
    const name = (await chosen.getAttribute('value')) ?? '';
    await chosen.check();
    const ofClass = page.locator(`.comparison tr[data-classes~="${name}"]`);
    await expect(shown).toHaveCount(await ofClass.count());
    await expect(page.locator('.comparison tr[data-classes][hidden]')).toHaveCount(
      bySheet ? 0 : all - (await ofClass.count()),
    );
    await choices.last().check();
    await expect(shown).toHaveCount(all);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('index, matrix and list are complete, in document order, without controls that do nothing', async ({ page }) => {
    await page.goto(base + unitsPath);
    await expect(page.locator('.unit-list li')).toHaveCount(handbook.units.length);
    await expect(page.getByRole('searchbox', { name: /查单位/u })).toBeHidden();
    const named = handbook.units.filter(
      (one) => dutiesIn(plan, one).tasks.length + dutiesIn(plan, one).measures.length > 0,
    );
    await expect(page.locator(`${matrix} tr[data-unit]`)).toHaveCount(named.length);
    await page.goto(`${list}?unit=${unit.id}`);
    await expect(rows(page)).toHaveCount(plan.tasks.length);
    await expect(page.getByRole('combobox', { name: '责任单位' })).toBeHidden();
    await page.goto(base + unitPath(unit));
    await expect(page.getByRole('button', { name: '设为我的单位' })).toBeHidden();
  });
});

import assert from 'node:assert/strict';
import type { Task } from '../../../src/model/types.ts';
import { tasksPath } from '../../../src/routes/paths.ts';
import { plain, printed } from '../../e2e/printed.ts';
import { busiest, plan, wordsOf } from '../../e2e/subjects.ts';
import type { Page } from '../page.ts';
import { textOnPaper } from '../paper.ts';
import type { Journey } from './journey.ts';

const row = 'tr[id^=task-]';
const ofUnit = plan.tasks.filter(({ units }) => units.some(({ unit }) => unit === busiest));
const told = plan.tasks.filter((task) => wordsOf(task));
const numbers = (tasks: readonly Task[]) => tasks.map(({ number }) => number);
const outcome = `${plan.tasks.length}项中的${ofUnit.length}项`;

async function filter(page: Page) {
  await page.open(tasksPath(plan));
  await page.choose('[data-task-filters] [name=unit]', busiest.id);
  await page.shows('[data-task-outcome]', outcome);
  assert.equal(await page.count(row), ofUnit.length);
}

export const taskLists: Journey[] = [
  {
    name: 'task list filtered, shared, undone',
    reading: true,
    async make({ page }) {
      await filter(page);
      assert.match(await page.address(), new RegExp(`[?&]unit=${busiest.id}\\b`, 'u'));
      await page.driver.reload();
      await page.shows('[data-task-outcome]', outcome);
      assert.equal(await page.count(row), ofUnit.length);
      await page.click('[data-task-outcome] [data-task-reset]');
      await page.shows('[data-task-outcome]', `共${plan.tasks.length}项`);
      assert.equal(await page.count(row), plan.tasks.length);
      await page.driver.back();
      await page.shows('[data-task-outcome]', outcome);
    },
  },
  {
    name: 'filtered task list on paper',
    reading: true,
    async make({ page }) {
      await filter(page);
      const { text, remark } = await textOnPaper(page);
      const paper = plain(text);
      assert.match(paper, printed(outcome), 'paper does not say that the list is filtered');
      assert.match(paper, printed(busiest.name));
      // By eight characters that no other task has.
      const found = told.filter((task) => printed(wordsOf(task) ?? '').test(paper));
      assert.deepEqual(numbers(found), numbers(told.filter((task) => ofUnit.includes(task))));
      return remark;
    },
  },
];

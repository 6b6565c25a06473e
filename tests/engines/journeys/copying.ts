import assert from 'node:assert/strict';
import { measurePath, taskAnchor, tasksPath } from '../../../src/routes/paths.ts';
import { sourceOf } from '../../../src/views/citation.ts';
import { plan, task } from '../../e2e/subjects.ts';
import { type Journey, signed } from './journey.ts';

export const copying: Journey[] = [
  {
    name: 'a row copied with its source',
    reading: true,
    async make({ page }) {
      await page.open(tasksPath(plan));
      const link = `#${taskAnchor(task)} [data-citation]`;
      await page.click(link);
      await page.shows(link, '已复制');
      const pasted = await page.pasted();
      assert.equal(pasted.trim(), `${sourceOf(task)}：“${task.text}”`);
    },
  },
  {
    name: 'official words copied as printed',
    reading: true,
    async make({ page }) {
      await page.open(measurePath(signed));
      await page.shows('.official-body');
      await page.read(() => getSelection()?.selectAllChildren(document.querySelector('.official-body') as Element));
      await page.driver.press('c', 'Control');
      assert.equal((await page.pasted()).trim(), signed.text);
    },
  },
];

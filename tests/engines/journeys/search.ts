import assert from 'node:assert/strict';
import { searchPath, siteMapPath, taskAnchor, taskPath, unitPath, unitsPath } from '../../../src/routes/paths.ts';
import { busiest, needed, task, wordsOf } from '../../e2e/subjects.ts';
import type { Page } from '../page.ts';
import type { Journey } from './journey.ts';

const words = needed(wordsOf(task), 'words');
const box = 'input[type=search][name=q]';
const result = '#search-results li a';

/** Types a question where the reader is, and waits for the answer; gives where the first result leads. */
async function search(page: Page, question: string): Promise<string> {
  await page.fill(box, question);
  await page.driver.press('Enter');
  await page.at(searchPath);
  return page.until(
    `answer to ${question}`,
    ({ result, question }) =>
      document.querySelector('#search-results')?.getAttribute('aria-busy') === 'false' &&
      new URL(location.href).searchParams.get('q') === question &&
      document.querySelector<HTMLAnchorElement>(result)?.href,
    { result, question },
  );
}

/** Whether the row is in sight. */
const isInSight = (id: string) => {
  const { top, bottom } = document.getElementById(id)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return bottom > 0 && top < innerHeight;
};

export const searches: Journey[] = [
  {
    name: 'search by question → marked row → back',
    async make({ page }) {
      await page.open('');
      const found = await search(page, `${words}怎么办`);
      assert.ok(found.endsWith(taskPath(task)), found);
      await page.click(result);
      await page.at(`#${taskAnchor(task)}`);
      await page.until('the row in sight', isInSight, taskAnchor(task));
      // Where the engine cannot paint ranges, the row is marked as a whole, as by every link to it.
      const marks = await page.read(() => typeof Highlight === 'function');
      if (marks) {
        await page.shows('[role=region]', '已标出搜索的词');
        assert.ok(await page.read(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0)));
      }
      const ring = (css: string) => getComputedStyle(document.querySelector(css) ?? document.body).outlineStyle;
      assert.equal(await page.read(ring, 'main'), 'none');
      assert.equal(await page.read(ring, ':target'), 'solid');
      await page.driver.back();
      await page.shows(result);
      return marks ? undefined : 'the row is marked, the words are not: no CSS highlights';
    },
  },
  {
    name: 'search by unit',
    async make({ page }) {
      await page.open(unitsPath);
      const found = await search(page, busiest.name);
      assert.ok(found.endsWith(unitPath(busiest)), found);
      await page.click(result);
      await page.shows('h1', busiest.name);
    },
  },
  {
    name: 'search by citation',
    async make({ page }) {
      await page.open(searchPath);
      const found = await search(page, `第${task.number}项`);
      assert.ok(found.endsWith(taskPath(task)), found);
      await page.click(result);
      await page.at(`#${taskAnchor(task)}`);
      await page.until('the row in sight', isInSight, taskAnchor(task));
    },
  },
  {
    name: 'search says that the browser is too old',
    reading: true,
    onlyBelowFloor: true,
    async make({ page }) {
      await page.open(`${searchPath}?q=${encodeURIComponent(words)}`);
      const said = await page.shows('main p', '用不了搜索');
      assert.match(said, /浏览器/u);
      assert.doesNotMatch(said, /网络|Error/u);
      assert.equal(await page.count('[role=alert]'), 0);
      for (const path of [unitsPath, siteMapPath]) await page.shows(`main a[href$="/${path}"]`);
      assert.equal(await page.count(result), 0);
    },
  },
];

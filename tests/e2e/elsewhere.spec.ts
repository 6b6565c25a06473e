import { expect, test } from '@playwright/test';
import { searchPath } from '../../src/routes/paths.ts';
import { handbook } from '../site/built-site.ts';
import { needed, plan } from './subjects.ts';

/* Matters that the handbook does not hold. */

const matter = handbook.elsewhere.find(({ source }) => source.url !== undefined);
/** One that a document of the handbook is the source of, which has no address elsewhere. */
const unlinked = handbook.elsewhere.find(({ source }) => source.url === undefined);
const asking = (q: string) => `${handbook.site.base}${searchPath}?${new URLSearchParams({ q })}`;

test('a reader is told what the handbook does not hold and where it belongs, above what may have to do with it', async ({
  page,
}) => {
  test.skip(!matter, 'the content lists no matter that belongs elsewhere');
  if (!matter) return;
  await page.goto(asking(matter.words[0] ?? ''));
  const note = page.locator('#search-status [data-elsewhere]');
  await expect(note).toContainText(matter.where);
  await expect(note.getByRole('link', { name: matter.source.title })).toHaveAttribute('href', matter.source.url ?? '');
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('#search-results li:visible')).toHaveCount(0);

  await page.goto(asking(needed(plan.measures[0], 'measure').title));
  await expect(page.locator('#search-results li').first()).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('a matter that a document of the handbook leaves open is told with the document, without a link', async ({
  page,
}) => {
  test.skip(!unlinked, 'the content lists no such matter');
  if (!unlinked) return;
  await page.goto(asking(unlinked.words[0] ?? ''));
  const note = page.locator('#search-status [data-elsewhere]');
  await expect(note).toContainText(unlinked.where);
  await expect(note).toContainText(`来源（编辑登记）：${unlinked.source.title}`);
  await expect(note.getByRole('link')).toHaveCount(0);
});

import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { overviewPath, overviewPicturePath, provisionPath, topicPath } from '../../src/routes/paths.ts';
import { fileSize } from '../../src/text/file-size.ts';
import { channelsForTopic } from '../../src/views/channels.ts';
import { overviewOf } from '../../src/views/overview.ts';
import { sheetOf } from '../../src/views/overview-sheet.ts';
import { handbook } from '../site/built-site.ts';
import { needed, needs } from './subjects.ts';

const { base } = handbook.site;
/** In points, turned. */
const papers = { a4: [842, 595], a3: [1191, 842] };

for (const plan of handbook.plans)
  test(`the overview of ${plan.id} prints on the sheet that it names, in type that can be read`, async ({ page }) => {
    const { paper, isOne } = sheetOf(handbook, overviewOf(plan));
    await page.goto(base + overviewPath(plan));
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(1)).view;
    expect([Math.round(right - left), Math.round(top - bottom)]).toEqual(papers[paper]);
    if (isOne) expect(pdf.numPages).toBe(1);
    else expect(pdf.numPages).toBeGreaterThan(1);

    await page.emulateMedia({ media: 'print' });
    const smallest = await page.locator('.overview').evaluate((overview) => {
      const texts = document.createTreeWalker(overview, NodeFilter.SHOW_TEXT);
      let size = Number.POSITIVE_INFINITY;
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode as Text;
        if (data.trim() && parentElement)
          size = Math.min(size, Number.parseFloat(getComputedStyle(parentElement).fontSize));
      }
      return size * 0.75;
    });
    // 六号 is 7.5 points.
    expect(smallest).toBeGreaterThanOrEqual(7.5);
  });

test('the overview is a picture too, as large as the page says', async ({ page }) => {
  const [plan] = handbook.plans;
  const { id } = needed(plan, 'plan');
  await page.goto(base + overviewPath({ id }));
  const link = page.getByRole('link', { name: /^下载图片/u });
  await expect(link).toHaveAttribute('href', base + overviewPicturePath({ id }));
  const answer = await page.request.get(base + overviewPicturePath({ id }));
  const body = await answer.body();
  await expect(link).toContainText(fileSize(body.length));
  const { width, height } = await page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  }, base + overviewPicturePath({ id }));
  expect(width).toBe(2400);
  expect(height).toBeGreaterThan(400);
});

test('a channel that a topic shows leads to the sentence that names it', async ({ page }) => {
  const { topic } = needed(needs[0], 'need');
  const channels = handbook.plans.flatMap((plan) => channelsForTopic(plan, topic)).slice(0, 3);
  test.skip(channels.length === 0, 'the documents name no channel');
  for (const { name, provision } of channels) {
    await page.goto(base + topicPath(topic));
    await page
      .locator(`[data-channels] a[href="${base}${provisionPath(provision)}"]`, { hasText: name })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`${provisionPath(provision)}$`, 'u'));
    const place = new URL(page.url()).hash ? page.locator(':target') : page.locator('main');
    await expect(place).toBeInViewport();
    await expect(place).toContainText(name);
  }
});

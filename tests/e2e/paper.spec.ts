import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { filesIn } from '../../src/integrations/site-files.ts';
import { copyStatement, listLabel } from '../../src/model/printed-form.ts';
import {
  collationPath,
  measurePath,
  planPath,
  printPath,
  targetsPath,
  tasksPath,
  topicPath,
  unitPath,
  unitPrintPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { sourceOf } from '../../src/views/citation.ts';
import { figureLabel } from '../../src/views/figures.ts';
import { handoutOf } from '../../src/views/handout.ts';
import { mayBreak } from '../../src/views/paper-rows.ts';
import { outcomeOf } from '../../src/views/row-filters.ts';
import { county, countyWithNext, edited, handbookFrom, newerPlan, withoutList } from '../fixtures/county.ts';
import { build, projectWith } from '../fixtures/project.ts';
import { handbook, kinds } from '../site/built-site.ts';
import { plain, printed } from './printed.ts';
import { serve } from './server.ts';
import { busiest, needed, needs, plan } from './subjects.ts';

const { base } = handbook.site;
const handouts = [undefined, ...handbook.units].map((unit) => handoutOf(handbook, plan, unit));
const ofMany = handouts
  .filter(({ unit, tasks }) => unit && tasks.length > 0)
  .toSorted((a, b) => b.tasks.length - a.tasks.length);
/** The whole document, the fullest sheet, one with a single task, one that only the plan names, and a group. */
const sheets = [
  { path: printPath(plan), handout: handouts[0] },
  ...[
    ...new Set([
      ofMany[0],
      ofMany.at(-1),
      handouts.find(({ unit, tasks, measures }) => unit && tasks.length === 0 && measures.length > 0),
      ofMany.find(({ unit }) => unit?.kind === 'group'),
    ]),
  ].flatMap((handout) => (handout?.unit ? [{ path: unitPrintPath(handout.unit), handout }] : [])),
];

const readPdf = async (page: Page) => getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
const textsOf = async (page: Page) => (await extractText(await readPdf(page))).text.map(plain);

for (const { path, handout } of sheets)
  test(`${path} prints on A4 with the table's head on each sheet and every row of eight lines or less whole`, async ({
    page,
  }) => {
    await page.goto(base + path);
    await page.locator('.note-ref').evaluateAll((references) => {
      for (const reference of references) reference.remove();
    });
    const pdf = await readPdf(page);
    const [left, bottom, right, top] = (await pdf.getPage(1)).view;
    expect([Math.round(Number(right) - Number(left)), Math.round(Number(top) - Number(bottom))]).toEqual([595, 842]);

    const texts = (await extractText(pdf)).text.map(plain);
    const sheetsOfTable = texts.filter((words) => printed((plan.annex?.columns ?? []).join('')).test(words));
    for (const { number, text, measure } of (handout?.tasks ?? []).filter(({ text }) => !mayBreak(text))) {
      const sheet = sheetsOfTable.find((words) => printed(text).test(words)) ?? '';
      expect(sheet, `第${number}项不在一页之内，或那一页没有表头`).toContain(String(number));
      const name = listLabel(measure);
      expect(sheet, `第${number}项所在的一页没有它的工作措施`).toMatch(printed(name));
    }
    for (const [index, words] of texts.entries())
      expect(words, `第${index + 1}页没有说明是转录稿`).toMatch(printed(copyStatement([plan])));
    const named = handout?.unit?.name ?? handbook.site.name;
    for (const words of texts.slice(1)) expect(words).toMatch(printed(`${named}${plan.number}`));
    // An address that holds only within the site is of no use on paper.
    const { origin } = handbook.site;
    if (origin) expect(texts.join('')).toContain(plain(`${origin}${base}${path}`));
    else expect(texts.join('')).not.toContain(plain(path));
    expect(texts.join('')).not.toContain('当前位置');
  });

/** One page of each kind that a reader may print from the browser's menu. */
const ordinary = [
  '',
  planPath(plan),
  ...(plan.annex ? [tasksPath(plan)] : []),
  targetsPath(plan),
  unitsPath,
  ...ofMany.slice(-2).flatMap(({ unit }) => (unit ? [unitPath(unit)] : [])),
  ...plan.measures.slice(0, 4).map(measurePath),
  ...needs.slice(0, 2).map(({ topic }) => topicPath(topic)),
];

/** The lines of text on each sheet, from its top, without what stands in its margins. */
async function linesOnSheets(page: Page): Promise<string[][]> {
  const pdf = await readPdf(page);
  // In points: those of ordinary pages, and of documents, which hold a head and a number.
  const isDocument = (await page.locator('[data-running-head]').count()) > 0;
  const [above, below] = isDocument ? [104, 96] : [48, 48];
  const sheets: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const height = Number(sheet.view[3]);
    const { items } = await sheet.getTextContent();
    const inside = items
      .flatMap((item) =>
        'str' in item && plain(item.str) !== '' ? { words: item.str, place: Number(item.transform[5]) } : [],
      )
      .filter(({ place }) => place > below && place < height - above)
      .toSorted((a, b) => b.place - a.place);
    const lines: string[] = [];
    for (const [index, { words, place }] of inside.entries())
      if (index > 0 && Number(inside[index - 1]?.place) - place <= 5) lines[lines.length - 1] += words;
      else lines.push(words);
    sheets.push(lines);
  }
  return sheets;
}

/** Pages of a site that is served somewhere of which a sheet has fewer than three lines. */
async function withShreds(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    const counts = (await linesOnSheets(page)).map((lines) => lines.length);
    if (counts.some((count) => count < 3)) found.push(`${address}：${counts.join('、')}`);
  }
  return found;
}

/** One address of each kind of page below a folder that was built. */
const onePerKind = (paths: readonly string[]) => [
  ...new Map(paths.map((path) => [path.replace(/(units|support|measures)\/[\w-]+\//u, '$1/*/'), path])).values(),
];

test('no kind of page has a sheet of a line or two', async ({ page }) => {
  test.setTimeout(300_000);
  expect(await withShreds(page, [...kinds])).toEqual([]);
});

/** Content of other shapes: of short documents all pages, as each of them ends somewhere else. */
const others = {
  'a plan of articles': county,
  'a plan without a list': edited(countyWithNext, withoutList(newerPlan)),
};

for (const [name, content] of Object.entries(others))
  test(`no page of ${name} has a sheet of a line or two`, async ({ page }) => {
    test.setTimeout(300_000);
    const root = projectWith(content);
    const { built, output } = await build(root);
    expect(built, output).toBe(true);
    const server = await serve(join(root, 'dist'));
    const files = filesIn(join(root, 'dist')).filter((file) => file.endsWith('.html'));
    const paths = files.map((file) => file.replace(/(^|\/)index\.html$/u, '$1'));
    const wanted = [...onePerKind(paths), ...paths.filter((path) => path.endsWith('/print/'))];
    expect(
      await withShreds(
        page,
        [...new Set(wanted)].map((path) => `${server.origin}/${path}`),
      ),
    ).toEqual([]);
    await server.close();
  });

test('of a list that is narrowed to a unit no sheet ends with the head of a table', async ({ page }) => {
  test.skip(!plan.annex, 'a plan without a list');
  test.setTimeout(300_000);
  const heads = printed((plan.annex?.columns ?? []).join(''));
  for (const { unit } of ofMany) {
    await page.goto(`${base}${tasksPath(plan)}?unit=${unit?.id}`);
    for (const [index, lines] of (await linesOnSheets(page)).entries())
      expect(plain(lines.at(-1) ?? ''), `${unit?.name}，第${index + 1}页`).not.toMatch(heads);
  }
});

test('an ordinary page prints on A4 and says whose it is', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of ordinary) {
    await page.goto(base + path);
    const pdf = await readPdf(page);
    const [left, bottom, right, top] = (await pdf.getPage(1)).view.map(Number) as [number, number, number, number];
    expect([Math.round(right - left), Math.round(top - bottom)].sort(), path).toEqual([595, 842]);
    const { text } = await extractText(pdf);
    expect(plain(text[0] ?? ''), path).toMatch(printed(copyStatement([plan])));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('footer')).toBeHidden();
    await page.emulateMedia({ media: null });
  }
});

test('the cell of a measure is one to the eye, whose lines are drawn around all of its rows', async ({ page }) => {
  await page.goto(base + printPath(plan));
  const inside = await page.locator('.merged').evaluateAll((cells) =>
    cells.map((cell) => {
      const above = cell.parentElement?.previousElementSibling?.querySelector('[scope=row], .merged');
      return [getComputedStyle(above ?? cell).borderBlockEndWidth, getComputedStyle(cell).borderBlockStartWidth];
    }),
  );
  expect(inside.length).toBe(plan.tasks.length - plan.measures.length);
  expect(new Set(inside.flat())).toEqual(new Set(['0px']));
});

test('the pages for paper have a button that prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  for (const { path } of sheets.slice(0, 2)) {
    await page.goto(base + path);
    await page.getByRole('button', { name: '打印本页' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', '');
  }
});

test('a printed measure holds its targets and how to cite it, and nothing that leads elsewhere', async ({ page }) => {
  const measure = needed(
    handbook.plans
      .flatMap(({ measures }) => measures)
      .find(({ targets, limits }) => targets.length > 0 && limits.length > 0),
    'measure with targets and limits',
  );
  await page.goto(base + measurePath(measure));
  const text = (await textsOf(page)).join('');
  for (const one of [...measure.targets, ...measure.limits]) expect(text).toMatch(printed(`${figureLabel(one)}`));
  expect(text).toMatch(printed(sourceOf(measure)));
  for (const words of ['相关措施', '复制原文和出处', '下一条']) expect(text).not.toMatch(printed(words));
});

test('a printed page holds what is folded away on the screen, and no button', async ({ page }) => {
  const unit = handouts.find(({ unit, tasks }) => unit?.kind === 'unit' && tasks.length > 0)?.unit;
  if (!unit) throw new Error('没有有任务的单位。');
  await page.goto(base + unitPath(unit));
  await page.locator('.note-ref').evaluateAll((references) => {
    for (const reference of references) reference.remove();
  });
  const folded = await page.locator('details:not([open]) .official-body').allTextContents();
  expect(folded.length).toBeGreaterThan(0);
  const text = (await textsOf(page)).join('');
  for (const words of folded) expect(text).toMatch(printed(plain(words).slice(0, 30)));
  expect(text).not.toMatch(printed('设为我的单位'));
});

test('where the style sheet cannot show what is folded, it is opened for paper and folded again', async ({ page }) => {
  const unit = handouts.find(({ unit, tasks }) => unit?.kind === 'unit' && tasks.length > 0)?.unit;
  if (!unit) throw new Error('没有有任务的单位。');
  await page.addInitScript(() => {
    CSS.supports = (condition: string) => !condition.includes('details-content');
  });
  await page.goto(base + unitPath(unit));
  const [all, folded] = [page.locator('details'), page.locator('details:not([open])')];
  await all.first().evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  const before = await folded.count();
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(folded).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(folded).toHaveCount(before);
});

test('paper is light where the screen is dark, in high contrast too', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const contrast of ['no-preference', 'more'] as const) {
    await page.emulateMedia({ contrast });
    await page.goto(base + printPath(plan));
    const colours = await page.locator('body').evaluate((body) => {
      const { backgroundColor, color, colorScheme } = getComputedStyle(body);
      return { ground: backgroundColor, ink: color, colorScheme };
    });
    const brightness = (colour: string) => Math.max(...(colour.match(/\d+/gu) ?? []).slice(0, 3).map(Number));
    expect(brightness(colours.ground)).toBeGreaterThan(240);
    expect(brightness(colours.ink)).toBeLessThan(60);
    expect(colours.colorScheme).toBe('light');
  }
});

/** What the styles for print show. */
async function shownOnPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  // biome-ignore lint/performance/useDomNodeTextContent: the text as shown.
  const words = await page.locator('body').innerText();
  await page.emulateMedia({ media: 'screen' });
  return plain(words);
}

test('paper says which rows a list was narrowed to, and nothing where it is whole', async ({ page }) => {
  for (const path of [targetsPath(plan), topicPath(needed(needs[0], 'need').topic)]) {
    await page.goto(base + path);
    const select = page.locator('form[data-narrow] select').first();
    if ((await select.count()) === 0) continue;
    expect(await shownOnPaper(page)).not.toContain('项中的');
    const option = select.locator('option[data-label]').first();
    const label = needed((await option.getAttribute('data-label')) ?? undefined, 'label');
    await select.selectOption({ index: 1 });
    const rows = await page.locator('[data-row]').count();
    const left = await page.locator('[data-row]:visible').count();
    expect(await shownOnPaper(page)).toMatch(printed(`${outcomeOf(rows, left, false)}。`));
    await expect(page.locator('[data-narrowed]')).toContainText(`：${label}`);
  }

  await page.goto(base + unitsPath);
  expect(await shownOnPaper(page)).not.toContain('查单位');
  await page.locator('[data-unit-finder] [name=words]').fill(busiest.name);
  expect(await shownOnPaper(page)).toMatch(printed(`${handbook.units.length}个中符合“${busiest.name}”的`));
});

test('the address on paper is that of the rows it holds, and the code beside it is told to open all', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const origin = 'https://www.example.gov.cn';
  const root = projectWith(
    edited(county, {
      'site.yaml': (text) =>
        text.replace(/^base: .*$/mu, `base: ${base}`).replace(/^origin:.*$/mu, `origin: ${origin}`),
    }),
  );
  const { built, output } = await build(root);
  expect(built, output).toBe(true);
  const server = await serve(join(root, 'dist'));
  const listed = needed(
    handbookFrom(county).plans.find(({ annex }) => annex),
    'plan with a list',
  );
  const remark = '不带所选条件';
  for (const path of [tasksPath(listed), targetsPath(listed)]) {
    await page.goto(server.origin + base + path);
    const whole = plain((await textsOf(page)).join(''));
    expect(whole).toContain(origin + base + path);
    expect(whole).not.toContain(remark);

    const loaded = page.waitForResponse(/\/paper\.[^/]+\.js$/u);
    await page.locator('main form select').first().selectOption({ index: 1 });
    await loaded;
    const { search } = new URL(page.url());
    expect(search).toMatch(/^\?\w+=/u);
    const narrowed = plain((await textsOf(page)).join(''));
    expect(narrowed).toContain(origin + base + path + search);
    expect(narrowed).toContain(remark);
  }
  await page.goto(`${server.origin}${base}${tasksPath(listed)}?q=${encodeURIComponent('贷款')}`);
  await expect.poll(async () => plain((await textsOf(page)).join(''))).toContain(`${tasksPath(listed)}?q=贷款`);
  await server.close();
});

test('paper says which sentences it holds, and nothing where it holds all', async ({ page }) => {
  await page.goto(base + collationPath(plan));
  const choice = page.locator('[data-class-filter]');
  const choices = choice.getByRole('radio');
  test.skip((await choices.count()) < 3, 'plan and list do not differ');
  await choices.last().check();
  await page.emulateMedia({ media: 'print' });
  await expect(choice).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await choices.first().check();
  await page.emulateMedia({ media: 'print' });
  await expect(choice).toBeVisible();
});

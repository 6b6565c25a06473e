import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { handoutOf } from '../../src/handbook/handout.ts';
import { printPath, unitPrintPath } from '../../src/handbook/urls.ts';
import { handbook } from '../site/built-site.ts';

const [plan] = handbook.plans;
if (!plan) throw new Error('内容里没有方案。');
const { base } = handbook.site;
const handouts = [undefined, ...handbook.units].map((unit) => handoutOf(handbook, plan, unit));
const named = (name: string) => handouts.find(({ unit }) => unit?.name === name);
/** The whole document, the fullest sheet, one with a single task, one that only the plan names, and a group. */
const sheets = [
  { path: printPath(plan), handout: handouts[0] },
  ...['区经科局', '区税务局', '区现服办', '相关部门'].flatMap((name) => {
    const handout = named(name);
    return handout?.unit ? [{ path: unitPrintPath(handout.unit), handout }] : [];
  }),
];

const plain = (text: string) => text.replace(/\s+/gu, '');

/** Finds words in a printed text, where a font may tell a character as the radical that looks the same (户 as ⼾, 民 as ⺠). */
const printed = (words: string) =>
  new RegExp(
    Array.from(plain(words), (sign) => `[\\u2E80-\\u2FDF\\u{${sign.codePointAt(0)?.toString(16)}}]`).join(''),
    'u',
  );

for (const { path, handout } of sheets)
  test(`${path} prints on A4 with the table's head on each sheet and every row whole`, async ({ page }) => {
    await page.goto(base + path);
    await page.locator('.note-ref').evaluateAll((references) => {
      for (const reference of references) reference.remove();
    });
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const [left, bottom, right, top] = (await pdf.getPage(1)).view;
    expect([Math.round(Number(right) - Number(left)), Math.round(Number(top) - Number(bottom))]).toEqual([595, 842]);

    const texts = (await extractText(pdf)).text.map(plain);
    const sheetsOfTable = texts.filter((words) => printed(plan.annex.columns.join('')).test(words));
    for (const { number, text } of handout?.tasks ?? []) {
      const sheet = sheetsOfTable.find((words) => printed(text).test(words)) ?? '';
      expect(sheet, `第${number}项不在一页之内，或那一页没有表头`).toContain(String(number));
    }
    expect(texts.join('')).toContain(plain(`${base}${path}`));
    expect(texts.join('')).not.toContain('当前位置');
  });

import assert from 'node:assert/strict';
import { measurePath } from '../../../src/routes/paths.ts';
import { handbook, kinds } from '../../site/built-site.ts';
import { type Journey, signed } from './journey.ts';

const { base } = handbook.site;

/** One page of each kind, relative to the base. */
const onePageOfEachKind = [...kinds].map((address) => address.slice(base.length));

/** Collects what goes wrong on a page before any of its own scripts runs. */
const recorder = `
window.faults = [];
addEventListener('error', (event) => faults.push(event.message || 'not loaded: ' + (event.target.src || event.target.href)), true);
addEventListener('unhandledrejection', (event) => faults.push('unhandled: ' + event.reason));
addEventListener('securitypolicyviolation', (event) => faults.push(event.violatedDirective + ': ' + event.blockedURI));
for (const name of ['error', 'warn']) console[name] = (...words) => faults.push(words.join(' '));
`;

/**
 * Runs of digits that take another width than their digits do, with the text they stand in. An engine that adds space between scripts
 * (`text-autospace`) counts it to the digit beside it; WebKitGTK 2.50 then draws the next digit there too, over the first.
 */
function digitsOfOtherWidth(): string[] {
  const runs: { text: string; range: Range; alone: HTMLElement }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts)
    for (const { 0: digits, index = 0 } of text.data.matchAll(/\d{2,}/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + digits.length);
      // A run that is not shown has no box, one that is broken has several.
      if (range.getClientRects().length !== 1) continue;
      const alone = document.createElement('span');
      Object.assign(alone.style, { position: 'absolute', whiteSpace: 'nowrap', visibility: 'hidden', textIndent: '0' });
      alone.style.setProperty('text-autospace', 'no-autospace');
      alone.textContent = digits;
      runs.push({ text: text.data, range, alone });
    }
  for (const { range, alone } of runs) range.startContainer.parentElement?.append(alone);
  const wrong = runs.filter(({ range, alone }) => {
    const reference = document.createRange();
    reference.selectNodeContents(alone);
    const [width = 0, other = 0] = [range, reference].map((one) => one.getClientRects()[0]?.width);
    // Some engines round to whole pixels; an eighth of an em is the least that is added.
    return Math.abs(width - other) > 1.5;
  });
  for (const { alone } of runs) alone.remove();
  return wrong.map(({ text }) => text);
}

/** Texts of three characters and more that stand in a column of single ones. */
function squeezedTexts(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    // Firefox has boxes for what is folded.
    if (parentElement?.closest('details:not([open]) > :not(summary)')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    if (lines >= 3 && data.trim().length / lines < 1.5) found.push(data.trim());
  }
  return found;
}

/**
 * The signs of an official text that stand on another line than the character before them, at any width of the text from 12 to 36
 * characters.
 */
function partedSigns(): string[] {
  const [body] = document.querySelectorAll<HTMLElement>('.official-body');
  const found: string[] = [];
  for (let width = 12; body && width <= 36; width += 0.25) {
    body.style.width = `${width}em`;
    for (const sign of body.querySelectorAll('.row-ref, .note-ref')) {
      const before = document.createRange();
      before.setStart(body, 0);
      before.setEndBefore(sign);
      const place = [...before.getClientRects()].pop();
      const { top, bottom } = sign.getBoundingClientRect();
      if (!place || top > place.bottom || bottom < place.top)
        found.push(`${sign.getAttribute('data-sign') ?? '注'} at ${width}em`);
    }
  }
  body?.style.removeProperty('width');
  return found;
}

export const drawing: Journey[] = [
  {
    name: 'no error on one page of each kind',
    reading: true,
    async make({ page, server }) {
      server.replace(`${base}reading.js`, (bytes) => Buffer.concat([Buffer.from(recorder), bytes]));
      for (const path of onePageOfEachKind) {
        await page.open(path);
        const faults = await page.until(
          'the recorder',
          () => (window as unknown as { faults?: string[] }).faults,
          undefined,
        );
        assert.deepEqual(faults, [], path);
      }
    },
  },
  {
    name: 'no sideways scrolling, no squeezed words at 390 px',
    reading: true,
    async make({ page }) {
      await page.driver.resize(390, 844);
      const wide: string[] = [];
      for (const path of onePageOfEachKind) {
        await page.open(path);
        assert.deepEqual(await page.read(squeezedTexts), [], path);
        if (await page.read(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path);
      }
      assert.deepEqual(wide, []);
    },
  },
  {
    name: 'digits as wide as they are, at 390 px',
    reading: true,
    async make({ page }) {
      await page.driver.resize(390, 844);
      for (const path of onePageOfEachKind) {
        await page.open(path);
        assert.deepEqual(await page.read(digitsOfOtherWidth), [], path);
      }
    },
  },
  {
    name: 'signs on the line of the words before them',
    reading: true,
    async make({ page }) {
      await page.open(measurePath(signed));
      assert.ok((await page.count('.official-body .row-ref')) > 1);
      assert.deepEqual(await page.read(partedSigns), []);
    },
  },
];

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { ensureProgram } from '../../scripts/install.ts';
import { handoutFiles } from '../../src/exports/handout/files.ts';
import type { Plan, Task } from '../../src/model/types.ts';
import { dataPath } from '../../src/routes/paths.ts';
import { handoutOf } from '../../src/views/handout.ts';
import { fileFor, handbook } from '../site/built-site.ts';

/* Every Word and Excel file of the built site, laid out by LibreOffice. */

/** A page with fewer characters than this, head and foot included, is nearly empty. */
const fewest = 100;
/** A file of several pages holds at least as many on each; one row on each page gives 260. */
const onAverage = 350;

const folder = mkdtempSync(join(tmpdir(), 'office-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const version = () => spawnSync('soffice', ['--version']).status === 0;
function lacking(): string | undefined {
  try {
    ensureProgram('soffice', version, 'libreoffice-writer', 'libreoffice-calc', 'fonts-noto-cjk');
    return undefined;
  } catch (error) {
    return String(error);
  }
}
const skip = lacking() ?? false;

const plain = (words: string) => words.replace(/\s/gu, '');

interface Line {
  text: string;
  /** In points, from the left and from the foot of the page. */
  left: number;
  right: number;
  baseline: number;
  size: number;
}

interface Page {
  text: string;
  lines: Line[];
  /** Its number is in the left half of the page, in the right half, or not there. */
  number: 'left' | 'right' | undefined;
}

type Item = { str: string; transform: number[]; width: number; height: number };

/** The lines of cells and paragraphs, one below the other as they are drawn. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  for (const { str, transform, width, height } of items) {
    const [left = 0, baseline = 0] = transform.slice(4);
    const line = lines.at(-1);
    const goesOn = line && Math.abs(line.baseline - baseline) < 3 && Math.abs(left - line.right) < line.size;
    if (goesOn) {
      line.text += str;
      line.right = left + width;
    } else lines.push({ text: str, left, right: left + width, baseline, size: height });
  }
  return lines;
}

/** The numbers of which a line holds the beginning and the next line of the same paragraph the end, by a bar where they are parted. */
const partedNumbers = ({ lines }: Page): string[] =>
  lines.flatMap((line, index) => {
    const next = lines[index + 1];
    // A first line is indented by two characters; marks of notes are smaller.
    if (!next || Math.abs(line.left - next.left) > 2.5 * line.size || line.size !== next.size) return [];
    const down = line.baseline - next.baseline;
    const parted = `${line.text.trim()}|${next.text.trim()}`;
    return down > 0 && down < 2.5 * line.size && /\d[.,]?\|[\d.,%％‰]/u.test(parted) ? [parted] : [];
  });

/** The pages of a PDF; their text without blanks. */
async function pagesOf(pdf: string): Promise<Page[]> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(pdf)));
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && plain(item.str) ? [item] : []));
    const lowest = Math.min(...texts.map(({ transform }) => transform[5]));
    const foot = texts.filter(({ transform }) => transform[5] < lowest + 3);
    const found = plain(foot.map(({ str }) => str).join('')) === `—${number}—`;
    pages.push({
      text: plain(texts.map(({ str }) => str).join('')),
      lines: linesOf(texts),
      number: found ? ((foot[0]?.transform[4] ?? 0) < width / 2 ? 'left' : 'right') : undefined,
    });
  }
  return pages;
}

/** Words with the numbers of notes between them. */
const withMarks = (words: string) =>
  new RegExp([...plain(words)].map((one) => one.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&')).join('\\d{0,3}'), 'u');

/** The pages on which words stand, from `first` on: one page, or where they go on on the next, two; none where they do not stand. */
function placeOf(words: string, pages: readonly Page[], first = 0): number[] {
  const pattern = withMarks(words);
  const whole = pages.findIndex(({ text }, index) => index >= first && pattern.test(text));
  if (whole >= 0) return [whole];
  for (let cut = 1; cut < words.length; cut++) {
    const [head, tail] = [withMarks(words.slice(0, cut)), withMarks(words.slice(cut))];
    const at = pages.findIndex(
      ({ text }, index) => index >= first && head.test(text) && tail.test(pages[index + 1]?.text ?? ''),
    );
    if (at >= 0) return [at, at + 1];
  }
  return [];
}

const escaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** The text of a part of a Word file. */
const wordsIn = (part: string) =>
  escaped([...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''));

const clauses = (words: string) => words.split(/(?<=[，。；])/u);

/** What stands before each note's mark in the text of a Word file, and each note's words. */
function notesIn(bytes: Uint8Array): { before: string; note: string }[] {
  const parts = unzipSync(bytes);
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const notes = new Map(
    [...xml('word/footnotes.xml').matchAll(/<w:footnote w:id="(\d+)">(.*?)<\/w:footnote>/gsu)].map(([, id, part]) => [
      id,
      wordsIn(part ?? ''),
    ]),
  );
  const pieces = xml('word/document.xml').split(/<w:footnoteReference w:id="(\d+)"\/>/u);
  return pieces.flatMap((piece, index) =>
    index % 2 === 1
      ? [{ before: wordsIn(pieces[index - 1]?.split('<w:p>').at(-1) ?? ''), note: notes.get(piece) ?? '' }]
      : [],
  );
}

/** The words of a Word file's headings, heads across a table and whole heads of tables, without blanks; none with which a text ends too. */
function headsIn(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const parts = xml.match(/<w:tr>.*?<\/w:tr>|<w:p>.*?<\/w:p>/gsu) ?? [];
  const isHead = (part: string) => /<w:pStyle w:val="(?:Heading\d|Title|PartTitle|TableHead|FormHead)"\/>/u.test(part);
  const texts = parts.filter((part) => !isHead(part)).map((part) => plain(wordsIn(part)));
  const heads = parts.filter(isHead).map((part) => plain(wordsIn(part)));
  return heads.filter((words) => words && !texts.some((text) => text.endsWith(words)));
}

/** What stands on a page above its notes and its number. */
const bodyOf = ({ text }: Page): string => text.replace(/(?:\d+编辑注：.*)?—\d+—$/u, '');

const files = handbook.plans.flatMap((plan) =>
  handoutFiles(handbook, plan)
    .filter(({ format }) => format !== 'csv')
    .map(({ name, format, unit }) => ({
      plan,
      name,
      format,
      tasks: handoutOf(handbook, plan, unit).tasks,
      path: fileFor(handbook.site.base + dataPath(plan) + name) ?? assert.fail(name),
    })),
);
const converted = (plan: Plan, name: string) => `${plan.id}-${name.replace(/[/.]/gu, '-')}`;

test('LibreOffice opens every Word and Excel file', { skip }, () => {
  const copies = join(folder, 'files');
  mkdirSync(copies);
  const names = files.map(({ plan, name, path }) => {
    const copy = join(copies, converted(plan, name) + extname(name));
    writeFileSync(copy, readFileSync(path));
    return copy;
  });
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...names,
    ],
    { encoding: 'utf8', timeout: 300_000 },
  );
  assert.equal(status, 0, stderr);
});

/** Every word of the list is in the file, below the heads of its columns. @param first the page on which the list begins */
function assertList(context: TestContext, plan: Plan, tasks: readonly Task[], pages: readonly Page[], first = 0) {
  const heads = plan.annex?.columns.slice(0, 2) ?? [];
  for (const task of tasks)
    for (const clause of [...clauses(task.text), task.unitsText]) {
      const places = placeOf(clause, pages, first);
      assert.ok(places.length > 0, `${context.name}: ${task.label} ${clause}`);
      for (const place of clause === task.unitsText ? [] : places)
        for (const head of heads) assert.ok(pages[place]?.text.includes(plain(head)), `${context.name}: ${clause}`);
    }
}

for (const { plan, name, format, tasks, path } of files)
  test(`${basename(dataPath(plan))}/${name} is laid out with all words, heads and notes, on no nearly empty page`, {
    skip,
  }, async (context) => {
    const pages = await pagesOf(join(folder, `${converted(plan, name)}.pdf`));
    const isWhole = name === 'plan.docx';
    const title = plain(plan.annex?.title ?? '');
    const annex = isWhole && title ? pages.findLastIndex(({ text }) => text.includes(title)) : 0;
    assertList(context, plan, tasks, pages, annex);
    if (isWhole)
      for (const words of [...(plan.notice ?? []), ...plan.measures.map(({ text }) => text)].flatMap(clauses))
        assert.ok(placeOf(words, pages).length > 0, words);
    if (format !== 'docx') return;
    const short = pages.flatMap(({ text }, index) => (text.length < fewest ? [index + 1] : []));
    assert.deepEqual(pages.length > 1 ? short : [], []);
    const all = pages.reduce((sum, { text }) => sum + text.length, 0);
    assert.ok(pages.length < 3 || all / pages.length >= onAverage, `${pages.length} pages for ${all} characters`);
    assert.deepEqual(
      pages.map(({ number }) => number),
      pages.map((_, index) => (index % 2 === 0 ? 'right' : 'left')),
    );
    assert.deepEqual(pages.flatMap(partedNumbers), [], 'numbers parted by the end of a line');
    const heads = headsIn(readFileSync(path));
    assert.deepEqual(
      pages.flatMap((page) => heads.filter((words) => bodyOf(page).endsWith(words))),
      [],
      'heads at the end of a page',
    );
    for (const [index, { before, note }] of notesIn(readFileSync(path)).entries()) {
      const mark = `${plain(before).slice(-8)}${index + 1}`;
      const place = placeOf(mark, pages)[0];
      assert.ok(place !== undefined, mark);
      const near = pages.slice(place, place + 2).map(({ text }) => text);
      assert.ok(
        near.some((text) => text.includes(plain(`${index + 1}${note}`).slice(0, 24))),
        `${index + 1} ${note}`,
      );
    }
  });

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { searchPath } from '../../src/routes/paths.ts';
import budgets from '../budgets.json' with { type: 'json' };
import { type BuiltPage, fileFor, handbook, pages } from './built-site.ts';

const packed = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length;
const sizes = new Map<string, number>();

function packedFile(address: string): number {
  const known = sizes.get(address);
  if (known !== undefined) return known;
  const size = packed(readFileSync(fileFor(address) ?? assert.fail(`没有 ${address}`)));
  sizes.set(address, size);
  return size;
}

/** Modules that a script brings with it at once. */
function modules(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const text = readFileSync(fileFor(address) ?? assert.fail(`没有 ${address}`), 'utf8');
  for (const [, path = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/gu))
    modules(new URL(path, `http://handbook.test${address}`).pathname, seen);
  return seen;
}

const addressesIn = ({ $ }: BuiltPage, selector: string, attribute: string) => [
  ...new Set(
    $(selector)
      .toArray()
      .map((one) => $(one).attr(attribute) ?? ''),
  ),
];
const scripts = (page: BuiltPage) => [
  ...new Set(addressesIn(page, 'script[src]', 'src').flatMap((address) => [...modules(address)])),
];
const sheets = (page: BuiltPage) => addressesIn(page, 'link[rel=stylesheet]', 'href');
const total = (addresses: readonly string[]) => addresses.reduce((sum, address) => sum + packedFile(address), 0);
const over = (name: string, limit: (page: BuiltPage) => number, measure: (page: BuiltPage) => number) => {
  const found = pages.flatMap((page) => {
    const [size, most] = [measure(page), limit(page)];
    return size > most ? [`${page.address} ${name} ${size} > ${most}`] : [];
  });
  assert.deepEqual(found, []);
};

/** The budget of a page: that of the first pattern which its address fits, else the common one. */
const limitIn =
  (limits: Record<string, number>) =>
  ({ address }: BuiltPage): number =>
    Object.entries(limits).find(([pattern]) => pattern !== 'default' && new RegExp(pattern, 'u').test(address))?.[1] ??
    limits.default ??
    0;
const mark = `[src="${handbook.site.base}favicon.svg"]`;
const isSearch = ({ address }: BuiltPage) => address === handbook.site.base + searchPath;

test('no page is heavier than its budget', () => {
  over('HTML', limitIn(budgets.html), ({ html }) => packed(html));
});

test('no page loads more style than its budget', () => {
  over(
    'CSS',
    () => budgets.css,
    (page) => total(sheets(page)),
  );
});

test('no reading page loads more script than its budget', () => {
  over(
    'JS',
    (page) => (isSearch(page) ? budgets.searchScript : limitIn(budgets.script)(page)),
    (page) => total(scripts(page)),
  );
});

test('a reading page takes few requests', () => {
  over(
    '请求',
    (page) => (isSearch(page) ? Number.POSITIVE_INFINITY : budgets.requests),
    // The page itself, its sheets, scripts and pictures; the mark, in the tab and in the head of the page, is asked for once a visit.
    (page) => 1 + new Set([...sheets(page), ...scripts(page), ...addressesIn(page, `img:not(${mark})`, 'src')]).size,
  );
});

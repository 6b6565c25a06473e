import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-asked-'));
after(() => rmSync(root, { recursive: true }));
const content = join(root, 'content');
writeFolder(content);

const runAsked = (...options: string[]) => runScript('scripts/asked.ts', content, ...options);
const line = (q: string) =>
  `203.0.113.7 - zhang [30/Nov/2026:08:00:00 +0800] "GET /search/?q=${encodeURIComponent(q)} HTTP/1.1" 200 9 "-" "Mozilla/5.0"\n`;
const plain = join(root, 'access.log');
const zipped = join(root, 'access.log.1.gz');
writeFileSync(plain, Buffer.concat([Buffer.from([0xff, 0x00, 0x0a]), Buffer.from(line('电费') + line('=1+1'))]));
writeFileSync(zipped, gzipSync(line('电费') + line('=1+1')));

test('logs, compressed or not, make one report, and a table that spreadsheets read', async () => {
  const csv = join(root, 'asked.csv');
  const { code, output } = await runAsked(plain, zipped, '--csv', csv);
  assert.equal(code, 0, output);
  assert.match(output, /^2 次 {2}近义 {2}电费 {2}→ 小政〔2025〕1号 /mu);
  assert.match(output, /读了 5 行，搜索 4 次，2 种问法/u);
  assert.doesNotMatch(output, /203\.0\.113\.7|zhang/u);
  const table = readFileSync(csv, 'utf8');
  assert.ok(table.startsWith('\uFEFF次数,问法,回答,第一条\r\n2,电费,近义,'), table);
  // No formula.
  assert.match(table, /^2,'=1\+1,/mu);
});

test('only the last days count where so many are given', async () => {
  const { code, output } = await runAsked('--days', '0.001', plain);
  assert.equal(code, 0, output);
  assert.match(output, /搜索 0 次/u);
});

test('without a log, with an unknown option or one that is no number, the command says how it is used', async () => {
  for (const options of [[], ['--day', '3', plain], ['--days', 'x', plain], ['--days', '0', plain]]) {
    const { code, output } = await runAsked(...options);
    assert.equal(code, 1);
    assert.match(output, /用法：npm run asked/u);
  }
});

test('what cannot be read or written fails the command, which names it and says why', async () => {
  const unzipped = join(root, 'plain.gz');
  writeFileSync(unzipped, 'plain');
  for (const [options, says] of [
    [[join(root, 'none.log')], /^读不了日志“.*none\.log”：没有这个文件或文件夹$/mu],
    [[join(root, 'none.log.gz')], /^读不了日志“.*none\.log\.gz”：没有这个文件或文件夹$/mu],
    [[root], /^读不了日志“.*”：这是文件夹，要写文件$/mu],
    [[unzipped], /^读不了日志“.*plain\.gz”：不是完整的 \.gz 文件$/mu],
    [[plain, '--csv', join(root, 'none', 'asked.csv')], /^写不了“.*asked\.csv”：没有这个文件或文件夹$/mu],
  ] as const) {
    const { code, output } = await runAsked(...options);
    assert.equal(code, 1);
    assert.match(output, says);
  }
});

test('with faulty content the command says what the check says', async () => {
  const faulty = join(root, 'faulty');
  writeFolder(faulty, { 'units/yi.yaml': 'name: 区乙办\n' });
  const { code, output } = await runScript('scripts/asked.ts', faulty, plain);
  assert.equal(code, 1);
  assert.match(output, /units\/yi\.yaml:1 {2}kind\n/u);
  assert.doesNotMatch(output, /\n {4}at /u);
});

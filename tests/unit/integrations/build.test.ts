import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { filesIn } from '../../../src/integrations/site-files.ts';
import { archivePath, dataPath, planPath } from '../../../src/routes/paths.ts';
import { indexFolder } from '../../../src/search/shared/index-layout.ts';
import { writeFiles } from '../../fixtures/county.ts';
import { checkWith, filesWith, replace } from '../../fixtures/mini.ts';
import { build, projectWith } from '../../fixtures/project.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans;
const published = { 'site.yaml': replace('base: /', 'origin: https://www.example.gov.cn\nbase: /') };
const content = Object.fromEntries(filesWith(published));
const root = projectWith(content);
const site = join(root, 'dist');
const read = (file: string) => readFileSync(join(site, file));

before(async () => {
  const { built, output } = await build(root);
  assert.ok(built, output);
});

test('`astro build` makes all of the site: pages, search, documents, pictures, lists, worker and archive', () => {
  assert.ok(plan);
  const expected = [
    `${planPath(plan)}index.html`,
    `${planPath(plan)}index.md`,
    `${dataPath(plan)}tasks.docx`,
    `${dataPath(plan)}datapackage.json`,
    'share/index.png',
    'sitemap.xml',
    'feed.xml',
    'llms.txt',
    `${indexFolder}pagefind.js`,
    `${indexFolder}catalogue.json`,
    'sw.js',
    archivePath,
  ];
  assert.deepEqual(
    expected.filter((file) => !existsSync(join(site, file))),
    [],
  );
});

test('what is compressed for a server is the file', () => {
  const html = read('index.html');
  assert.deepEqual(brotliDecompressSync(read('index.html.br')), html);
  assert.deepEqual(gunzipSync(read('index.html.gz')), html);
});

test('the archive holds the site without compressed copies', () => {
  const packed = unzipSync(read(archivePath));
  const expected = filesIn(site).filter((file) => !/\.(?:gz|br)$/u.test(file) && file !== archivePath);
  assert.deepEqual(Object.keys(packed).sort(), expected);
  assert.deepEqual(Buffer.from(packed['index.html'] ?? assert.fail()), read('index.html'));
});

test('the worker keeps every page and the search, each with the hash of its bytes, and no download', () => {
  const worker = read('sw.js').toString();
  const urls = [...worker.matchAll(/\{"url":"([^"]+)","revision":(?:"[^"]+"|null),"integrity":"sha256-/gu)].map(
    ([, url = '']) => url,
  );
  const pages = filesIn(site).filter((file) => file.endsWith('/index.html'));
  assert.deepEqual(
    pages.filter((page) => !urls.includes(page)),
    [],
  );
  assert.ok(urls.includes(`${indexFolder}catalogue.json`) && urls.some((url) => url.startsWith('_astro/')));
  assert.deepEqual(
    urls.filter((url) => /\.(?:docx|xlsx|csv|png|zip|md|br|gz)$|^404|^sw\.js/u.test(url)),
    [],
  );
});

test('faulty content stops a build with the report, however long, and the last site stays', async () => {
  const before = filesIn(site);
  const faulty = Array.from({ length: 600 }, (_, index): [string, Buffer] => [
    `units/u${index}.yaml`,
    Buffer.from(`name: 区第${index}局\nkind: 单位\n`),
  ]);
  writeFiles(join(root, 'content'), Object.fromEntries(faulty));
  const { built, output } = await build(root);
  assert.ok(!built);
  assert.match(output, /内容检查没有通过/u);
  assert.match(output, /content\/units\/u599\.yaml:2[^\n]*\n {2}查到：“单位”/u);
  assert.ok(Buffer.byteLength(output) > 65_536);
  assert.match(output, /600 个文件，600 处问题。/u);
  assert.doesNotMatch(output, /^\s*at /mu);
  assert.deepEqual(filesIn(site), before);
});

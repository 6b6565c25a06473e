import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { decompress } from 'fzstd';
import { type CopyDescription, unpackFiles } from '../../../src/browser/copy-format.ts';
import { archiveNoteName } from '../../../src/exports/archive-note.ts';
import { filesIn } from '../../../src/integrations/site-files.ts';
import { copyDescriptionPath, offlineWorkerPath } from '../../../src/routes/offline-paths.ts';
import { archivePath, dataPath, planPath, unitDutiesPath } from '../../../src/routes/paths.ts';
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

test('`astro build` makes all of the site: pages, search, documents, pictures, lists, copy for reading offline and archive', () => {
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
    `${indexFolder}catalogue.json`,
    offlineWorkerPath,
    copyDescriptionPath,
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

test('the archive holds the site without compressed copies, and first a note on how to open it', () => {
  const { [archiveNoteName]: note, ...packed } = unzipSync(read(archivePath));
  assert.match(Buffer.from(note ?? assert.fail()).toString(), /python3 -m http\.server/u);
  const expected = filesIn(site).filter((file) => !/\.(?:gz|br)$/u.test(file) && file !== archivePath);
  assert.deepEqual(Object.keys(packed).sort(), expected);
  assert.deepEqual(Buffer.from(packed['index.html'] ?? assert.fail()), read('index.html'));
});

test('the copy for reading without a network holds every page, and what pages load, as built, and no download', () => {
  const { file, transferred, stored, edition }: CopyDescription = JSON.parse(read(copyDescriptionPath).toString());
  const packed = read(file);
  assert.equal(packed.length, transferred);
  assert.ok(file.includes(edition), 'another edition has another address');
  const files = unpackFiles(decompress(packed));
  assert.equal(
    files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    stored,
  );
  const pages = filesIn(site).filter((name) => name.endsWith('index.html'));
  assert.deepEqual(
    files
      .filter(({ type }) => type.startsWith('text/html'))
      .map(({ path }) => `${path}index.html`)
      .sort(),
    pages,
  );
  for (const { path, bytes } of files)
    assert.deepEqual(Buffer.from(bytes), read(path === '' || path.endsWith('/') ? `${path}index.html` : path), path);
  const paths = files.map(({ path }) => path);
  for (const path of [`${indexFolder}catalogue.json`, 'reading.js', unitDutiesPath])
    assert.ok(paths.includes(path), path);
  assert.deepEqual(
    paths.filter((path) =>
      /\.(?:docx|xlsx|csv|png|zip|md|br|gz)$|^_astro\/.*\.bin$|^404|^sw\.js|^offline\./u.test(path),
    ),
    [],
  );
});

test('the workers are classic scripts in one file, as browsers of the floor know no other', () => {
  for (const worker of [offlineWorkerPath, 'sw.js'])
    assert.doesNotMatch(read(worker).toString(), /\bimport\b|\bexport\b|\brequire\b/u, worker);
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

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { forget, Kept, nameOf } from '../../../scripts/publish/kept.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-kept-'));
after(() => rmSync(root, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array) => new TextDecoder().decode(found);
const folderFor = (name: string) => join(root, name);

test('what was made is not made again from the same, by another thread neither', async () => {
  const folder = folderFor('again');
  const from = { unit: '区司法局', tasks: [1, 2] };
  await new Kept(folder).of(from, () => bytes('首次'));
  const found = await new Kept(folder).of(structuredClone(from), () => assert.fail('又做了一次'));
  assert.equal(text(found), '首次');
});

test('one word that is other, and it is made anew', async () => {
  const kept = new Kept(folderFor('other'));
  await kept.of(['区司法局', '2025年底'], () => bytes('甲'));
  assert.equal(text(await kept.of(['区司法局', '2026年底'], () => bytes('乙'))), '乙');
});

test('values that refer to each other have a name of their own', () => {
  const loop = (title: string) => {
    const measure: { title: string; tasks: unknown[] } = { title, tasks: [] };
    measure.tasks.push({ measure });
    return measure;
  };
  assert.equal(nameOf(loop('甲')), nameOf(loop('甲')));
  assert.notEqual(nameOf(loop('甲')), nameOf(loop('乙')));
});

test('what fails is not kept', async () => {
  const folder = folderFor('failed');
  const kept = new Kept(folder);
  await assert.rejects(
    kept.of('a', () => Promise.reject(new Error('没有做成'))),
    /没有做成/u,
  );
  assert.equal(text(await kept.of('a', () => bytes('做成'))), '做成');
  assert.equal(readdirSync(folder).length, 1);
});

test('what a build did not ask for is forgotten, and what a stopped build left half', async () => {
  const folder = folderFor('forgotten');
  const kept = new Kept(folder);
  await kept.of('old', () => bytes('旧'));
  await kept.of('used', () => bytes('在用'));
  writeFileSync(join(folder, 'half.new'), '');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const since = Date.now();
  await kept.of('used', () => assert.fail('又做了一次'));
  forget(folder, since);
  assert.equal(readdirSync(folder).length, 1);
  assert.equal(text(await kept.of('used', () => assert.fail('忘了在用的'))), '在用');
});

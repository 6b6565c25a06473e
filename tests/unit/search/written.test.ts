import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { searchIndex } from '../../../src/search/build/index-files.ts';
import { entryToken, type Field, fields, phraseOf } from '../../../src/search/shared/index-tokens.ts';
import { indexFolder } from '../../../src/search/shared/paths.ts';
import { wordsOf } from '../../../src/search/shared/tokenizer.ts';
import { writeFolder } from '../../fixtures/mini.ts';
import { catalogue, handbook, records } from './handbook.ts';
import { openWritten } from './opened-index.ts';
import { indexOf } from './token-index.ts';

const site = await mkdtemp(join(tmpdir(), 'search-'));
after(() => rm(site, { recursive: true }));
const written = await searchIndex(handbook);
writeFolder(site, Object.fromEntries(written.files.map(({ path, content }) => [path, content])));
const index = await openWritten(join(site, indexFolder), catalogue.stored.index);

test('everything in the handbook is indexed', () => {
  assert.equal(written.records, records.length);
});

const memory = indexOf(records);
const fieldNames = Object.keys(fields) as Field[];

for (const length of [1, 2, 3])
  for (const field of fieldNames)
    test(`the written index answers as the one in memory, for rows of ${length} from every text among ${field}, which may not hold them`, async () => {
      const phrases = new Set<string>();
      for (const { titles, words, vocabulary } of records)
        for (const text of [...titles, ...words, ...vocabulary]) {
          const units = wordsOf(text);
          for (let at = 0; at + length <= units.length; at += 7)
            phrases.add(phraseOf(units.slice(at, at + length), field));
        }
      for (const phrase of phrases) assert.deepEqual(await index.find(phrase), await memory.find(phrase), phrase);
    });

test('the written index answers as the one in memory for entries of the thesaurus', async () => {
  for (const position of handbook.thesaurus.keys()) {
    const entry = entryToken(position);
    assert.deepEqual(await index.find(entry), await memory.find(entry), entry);
  }
});

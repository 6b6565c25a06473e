import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { indexFolder } from '../../../src/search/paths.ts';
import { wordsOf } from '../../../src/search/text.ts';
import { entryToken, phraseOf } from '../../../src/search/tokens.ts';
import { writeSearchIndex } from '../../../src/search/write.ts';
import { catalogue, handbook, records } from './handbook.ts';
import { openWritten } from './opened-index.ts';
import { indexOf } from './token-index.ts';

const site = await mkdtemp(join(tmpdir(), 'search-'));
after(() => rm(site, { recursive: true }));
const written = await writeSearchIndex(handbook, site);
const index = await openWritten(join(site, indexFolder), catalogue.stored.index);

test('everything in the handbook is indexed', () => {
  assert.equal(written.records, records.length);
});

test('the written index answers as the one in memory, for rows of words from every text and for entries of the thesaurus', async () => {
  const memory = indexOf(records);

  const phrases = new Set<string>();
  for (const { titles, words } of records)
    for (const text of [...titles, ...words]) {
      const units = wordsOf(text);
      for (let at = 0; at + 3 <= units.length; at += 3) phrases.add(phraseOf(units.slice(at, at + 3), 'words'));
    }
  for (const position of handbook.thesaurus.keys()) phrases.add(entryToken(position));
  for (const phrase of phrases) assert.deepEqual(await index.find(phrase), await memory.find(phrase), phrase);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codedThesaurus, meaningsIn } from '../../../src/search/shared/coded-thesaurus.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';

const thesaurus = Array.from({ length: 400 }, (_, at) => ({
  words: [`税${at}号`, `${at}`, `word${at} and more`],
  means: [`meaning ${at}`],
}));
const coded = codedThesaurus(thesaurus);
const meaningsOf = meaningsIn(coded);

test('every word leads to what it means, and hardly any other word does', () => {
  for (const { words, means } of thesaurus)
    for (const word of words) assert.deepEqual(meaningsOf(tokenTexts(word)), means, word);
  const others = Array.from({ length: 20_000 }, (_, at) => meaningsOf([`other${at}`]));
  assert.ok(others.filter(Boolean).length <= 2);
  assert.equal(meaningsIn(codedThesaurus([]))(['税']), undefined);
});

test('the longest word is known, in tokens, and a word takes three bytes', () => {
  assert.equal(coded.longest, 4);
  assert.ok(Buffer.from(coded.codes, 'base64').length < 3 * 1200);
});

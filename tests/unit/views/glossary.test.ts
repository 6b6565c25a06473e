import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import { contentFolder } from '../../../src/loader/folder.ts';
import { quotedIn } from '../../../src/text/quotations.ts';
import { termsOf } from '../../../src/views/glossary.ts';

const handbook = loadHandbook(contentFolder);
const terms = termsOf(handbook);

test('every quoted term of the source is found', () => {
  for (const plan of handbook.plans) {
    const source = readFileSync(join(contentFolder, 'plans', plan.id, 'source.txt'), 'utf8').replace(/\s+/gu, '');
    const known = new Set(terms.map(({ term }) => term));
    const quoted = [...source.matchAll(/“([^“”]+)”/gu)].map(([, words = '']) => words);
    assert.ok(quoted.length > 0);
    assert.deepEqual(
      quoted.filter((term) => !known.has(term)),
      [],
    );
  }
});

test('each term stands in every sentence and place that is given for it', () => {
  for (const { term, sentences } of terms) {
    assert.ok(sentences.length > 0, term);
    for (const { text, places } of sentences) {
      assert.ok(quotedIn(text).includes(term), term);
      for (const place of places) assert.ok(place.text.includes(text), term);
    }
  }
});

test('what the document says of a term is said in one of its sentences', () => {
  for (const { term, sentences, sayings } of terms)
    for (const { words } of sayings)
      if (words)
        assert.ok(
          sentences.some(({ text }) => text.includes(words)),
          term,
        );
});

test('a term that a note takes for a fault has that note, and stands behind the sound form', () => {
  const doubtful = terms.filter(({ notes }) => notes.length > 0);
  assert.ok(doubtful.length > 0);
  for (const { term, notes } of doubtful)
    for (const { note } of notes) {
      assert.ok((note.reading ?? '').length > 0, term);
      const sound = terms.findIndex(
        (other) => other.notes.length === 0 && (note.suggestion ?? '').includes(other.term),
      );
      if (sound >= 0) assert.ok(sound < terms.findIndex((other) => other.term === term), term);
    }
});

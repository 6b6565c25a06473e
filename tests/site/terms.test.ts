import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagePath, pagesOf } from '../../src/routes/pagination.ts';
import { collationPath, measurePath, noteAnchor, termAnchor, termsPath } from '../../src/routes/paths.ts';
import { quotedAt } from '../../src/text/quotations.ts';
import { isExplained, termsOf } from '../../src/views/glossary.ts';
import { handbook, pageAt } from './built-site.ts';

test('every term has its place on the page of terms, with each place where it stands', () => {
  for (const { number, items } of pagesOf(handbook.plans)) {
    const { $ } = pageAt(pagePath(termsPath, number));
    for (const { term, sentences } of termsOf({ plans: items })) {
      const section = $('[data-term]').filter((_, element) => $(element).attr('data-term') === term);
      assert.equal(section.length, 1, term);
      assert.equal(section.attr('id'), termAnchor(term));
      assert.equal(section.find('li a').length, sentences.flatMap(({ places }) => places).length, term);
    }
  }
});

test('a term that a note takes for a fault stands with that note and the way to the record', () => {
  for (const { number, items } of pagesOf(handbook.plans)) {
    const { $ } = pageAt(pagePath(termsPath, number));
    for (const { term, notes } of termsOf({ plans: items })) {
      const section = $('[data-term]').filter((_, element) => $(element).attr('data-term') === term);
      for (const { plan, note } of notes) {
        assert.ok(section.text().includes(note.remark), term);
        assert.equal(section.find(`a[href$="${collationPath(plan)}#${noteAnchor(note)}"]`).length, 1, term);
      }
    }
  }
});

test('a term in the text of a measure leads to its place where more is said of it there, and nowhere else', () => {
  for (const plan of handbook.plans)
    for (const measure of plan.measures) {
      const { $ } = pageAt(measurePath(measure));
      const linked = new Set(
        $('.official-body a.term')
          .toArray()
          .map((link) => $(link).text()),
      );
      // Where an editor's note stands on the words, the note is the link.
      const annotated = measure.notes.flatMap(({ reading }) => {
        const start = reading ? measure.text.indexOf(reading) : -1;
        return reading && start >= 0 ? { start, end: start + reading.length } : [];
      });
      for (const { term, start, end } of quotedAt(measure.text))
        if (!annotated.some((note) => note.start < end && start < note.end))
          assert.equal(linked.has(term), isExplained(plan, term, measure), `措施${measure.number}：${term}`);
    }
});

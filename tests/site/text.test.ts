import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CheerioAPI } from 'cheerio';
import { dutiesIn } from '../../src/model/duties.ts';
import { notesFor } from '../../src/model/notes.ts';
import { anchorSuffix } from '../../src/model/plan.ts';
import { measureParagraph, measuresAt, unitsBracket, unitsStatement } from '../../src/model/printed-form.ts';
import type { Measure } from '../../src/model/types.ts';
import { pagePath } from '../../src/routes/pagination.ts';
import {
  collationPath,
  measureAnchor,
  measurePath,
  noteAnchor,
  planPath,
  printPath,
  provisionAnchor,
  searchPath,
  targetAnchor,
  targetsPath,
  taskAnchor,
  tasksPath,
  topicPath,
  unitPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { supportFor, supportPages } from '../../src/views/support.ts';
import { environmentAnchor } from '../../src/views/table-of-contents.ts';
import { fileFor, handbook, pageAt, pageOfDuties, pages, rowsOf } from './built-site.ts';

const plain = (text: string) => text.replace(/\s+/gu, '');

/** The words in an element without the white space of layout; signs of the editor's are drawn and no text. */
const words = ($: CheerioAPI, selector: string) => plain($(selector).text());

for (const plan of handbook.plans) {
  test(`${plan.id}: each measure's page holds its text and units to the letter`, () => {
    for (const measure of plan.measures) {
      const { $ } = pageAt(measurePath(measure));
      if (measure.printed) {
        const withoutHead = measure.printed.map((block) =>
          block.kind === 'table'
            ? block.rows.flat(2).map(({ text }) => text)
            : block.stretches.flatMap(({ kind, text }) => (kind === 'label' || kind === 'title' ? [] : [text])),
        );
        assert.equal(words($, '.official-body'), plain(withoutHead.flat().join('')));
      } else {
        assert.equal(words($, '.official-body'), plain(measure.text));
        assert.ok(words($, '.official').endsWith(plain(unitsStatement(measure))));
      }
      assert.equal($('h1').text(), measure.title);
    }
  });

  test(`${plan.id}: the plan's page holds the whole text in document order`, () => {
    const { $ } = pageAt(planPath(plan));
    const text = words($, '.official');
    let place = 0;
    const textOf = (measure: Measure) =>
      measure.printed ? measureParagraph(measure).replaceAll('｜', '') : measure.text + unitsBracket(measure);
    const expected = plan.blocks.flatMap((block) =>
      block.kind === 'measures'
        ? measuresAt(plan, place++).flatMap(({ measures }) => measures.map(textOf))
        : block.kind === 'table'
          ? block.rows.flat()
          : [block.text],
    );
    let at = 0;
    for (const part of expected.map(plain)) {
      const found = text.indexOf(part, at);
      assert.ok(found >= at, `缺：${part.slice(0, 30)}…`);
      at = found + part.length;
    }
  });

  test(`${plan.id}: each line of a measure on the plan's page is the printed line, its blanks included`, () => {
    const { $ } = pageAt(planPath(plan));
    for (const measure of plan.measures) {
      const first = $(`#${measureAnchor(measure)}`);
      // A table has its cells for lines.
      if (!first.is('p')) continue;
      assert.equal(first.text(), measureParagraph(measure).split('\n')[0], `措施${measure.number}`);
    }
  });

  test(`${plan.id}: the contents lead to each chapter and measure on the plan's own page`, () => {
    const { $ } = pageAt(planPath(plan));
    const led = $('nav[aria-label=目录] a')
      .toArray()
      .map((link) => $(link).attr('href'));
    // Of a plan that is kept as printed the headings of environments are headings of the body.
    const environments = new Set(plan.environments.map((environment) => environmentAnchor(plan, environment)));
    const places = $('.official :is(h2, h3, p)[id], .official table[id]')
      .toArray()
      .filter(
        (place) => $(place).is('h2, [id^=environment-], [id^=measure-]') || environments.has(place.attribs.id ?? ''),
      )
      .map((place) => `#${$(place).attr('id')}`);
    assert.deepEqual(led, places);
    for (const { number } of plan.measures) assert.ok(led.includes(`#${measureAnchor({ number })}`), `措施${number}`);
  });

  test(`${plan.id}: a note on the running text is marked where it stands on the plan's page`, () => {
    const { $ } = pageAt(planPath(plan));
    for (const note of notesFor(plan, { kind: 'body' }).filter(({ reading }) => reading))
      assert.equal($(`.official a.note-ref[href="#${noteAnchor(note)}"]`).length, 1, note.id);
  });

  const ofList = { skip: plan.annex ? false : 'the document has no list' };
  test(
    `${plan.id}: every task stands with its words, units and mark on its measure's page and in the list`,
    ofList,
    () => {
      const list = pageAt(tasksPath(plan)).$;
      for (const task of plan.tasks) {
        const row = `#${taskAnchor(task)}`;
        for (const $ of [list, pageAt(measurePath(task.measure)).$]) {
          assert.ok(words($, row).includes(plain(task.text)), `第${task.number}项`);
          assert.equal(words($, row).includes('自主创新举措'), task.innovation, `第${task.number}项`);
          assert.deepEqual(
            $(`${row} ul a[href^="${handbook.site.base}units/"]`)
              .not('[data-editorial] a')
              .toArray()
              .map((link) => $(link).text()),
            task.units.map(({ name }) => name),
            `第${task.number}项`,
          );
        }
      }
      assert.equal(list('tr[id^=task-]').length, plan.tasks.length);
    },
  );

  test(`${plan.id}: the ledger shows each target and limit with the words that it comes from`, () => {
    const { $ } = pageAt(targetsPath(plan));
    for (const item of [...plan.targets, ...plan.limits])
      assert.ok(words($, `#${targetAnchor(item)}`).includes(plain(item.text)), item.id);
  });

  test(`${plan.id}: every annotated reading is marked where it stands and recorded with its basis`, () => {
    const record = pageAt(collationPath(plan)).$;
    for (const correction of plan.corrections) assert.equal(record(`#note-${correction.id}`).length, 1, correction.id);
    for (const provision of [...plan.measures, ...plan.tasks])
      for (const note of provision.notes.filter(({ reading }) => reading)) {
        const { $ } = pageAt(measurePath(provision.kind === 'task' ? provision.measure : provision));
        assert.equal($(`a.note-ref[href="#note-${note.id}"]`).length, 1, note.id);
        assert.ok($(`#note-${note.id}`).text().includes(note.basis), note.id);
      }
  });

  test(`${plan.id}: every note on a task leads from its row to the record, in the list and on its measure's page`, () => {
    for (const task of plan.tasks)
      for (const path of [tasksPath(plan), measurePath(task.measure)]) {
        const { $ } = pageAt(path);
        const led = $(`#${taskAnchor(task)} [role=note] a`)
          .toArray()
          .map((link) => $(link).attr('href')?.replace(/^.*#/u, ''));
        assert.deepEqual(led.toSorted(), task.notes.map((note) => noteAnchor(note)).toSorted(), `第${task.number}项`);
      }
  });

  test(`${plan.id}: a unit's page lists exactly the tasks whose cells name it`, () => {
    for (const unit of handbook.units) {
      assert.deepEqual(
        rowsOf(pageOfDuties(unit, plan), plan, 'li[id^=task-]'),
        dutiesIn(plan, unit).tasks.map((task) => taskAnchor(task, anchorSuffix(handbook, plan))),
        unit.name,
      );
    }
  });

  test(`${plan.id}: the page for paper holds every task`, () => {
    const text = words(pageAt(printPath(plan)).$, 'main');
    for (const task of plan.tasks) assert.ok(text.includes(plain(task.text)), `第${task.number}项`);
  });
}

test('the index of units leads to every entry of the registry', () => {
  const { $ } = pageAt(unitsPath);
  const { base } = handbook.site;
  for (const unit of handbook.units) assert.ok($(`main a[href="${base}${unitPath(unit)}"]`).length > 0, unit.name);
});

test('each need leads to exactly its tasks, and of documents without a list to its measures', () => {
  for (const topic of handbook.topics) {
    const shown = supportPages(handbook, topic).flatMap(({ number }) => {
      const { $ } = pageAt(pagePath(topicPath(topic), number));
      return $('li:is([id^=task-], [id^=measure-])')
        .toArray()
        .map((card) => $(card).attr('id'));
    });
    const parts = supportFor(handbook, topic).flatMap(({ plan, measures }) =>
      measures.flatMap((one) => one.parts.map((part) => provisionAnchor(part, anchorSuffix(handbook, plan)))),
    );
    assert.deepEqual(shown, parts, topic.name);
    assert.ok(parts.length > 0, topic.name);
  }
});

test('where the lines of headings may break is no part of their text, on the page or in its twin', () => {
  const headed = pages.filter(({ $ }) => $('h1 wbr').length > 0);
  assert.ok(headed.length > 0);
  for (const { address, $ } of headed) {
    const heading = $('h1').text().trim();
    const twin = fileFor(`${address}index.md`);
    const [first = ''] = twin ? readFileSync(twin, 'utf8').split('\n') : [];
    if (twin) assert.ok(first.startsWith('# ') && first.includes(heading), address);
  }
});

test('the search page asks for questions to be noted where the site says so alone, and says which it is', () => {
  const { $ } = pageAt(searchPath);
  const isNoted = $('#search-form').attr('data-log-queries') !== undefined;
  assert.equal(isNoted, handbook.site.logQueries);
  assert.equal(words($, '[data-search-privacy]').includes('请求服务器一次'), isNoted);
  assert.equal(words($, '[data-search-privacy]').includes('除此以外不会发出'), !isNoted);
});

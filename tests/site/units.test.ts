import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { dutiesIn, dutiesOf, isAssignedTo, namedBodies, namedUnits, pairsIn, unitsIn } from '../../src/model/duties.ts';
import { anchorSuffix } from '../../src/model/plan.ts';
import { idsOf, isFormer } from '../../src/model/succession.ts';
import type { Plan } from '../../src/model/types.ts';
import {
  dataPath,
  handoutPath,
  provisionAnchor,
  reportPath,
  taskAnchor,
  tasksPath,
  unitDutiesPath,
  unitPath,
  unitPrintPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { kindRemarks, unitKinds } from '../../src/schema/unit.ts';
import { planCitation } from '../../src/views/citation.ts';
import { hasLeads, leadsOf } from '../../src/views/roles.ts';
import { type FilterRow, meets, readFilter, taskConditions } from '../../src/views/row-filters.ts';
import { summaryOf } from '../../src/views/unit-duties.ts';
import { unitFacts } from '../../src/views/unit-facts.ts';
import { fileFor, handbook, pageAt, pageOfDuties, pageWithPlan, plansWithList } from './built-site.ts';

const { base } = handbook.site;
const read = (path: string): string => {
  const file = fileFor(base + path);
  assert.ok(file, path);
  return readFileSync(file, 'utf8');
};

/** A plan's part of a page that all plans share. */
const sectionOf = (plan: Plan) => `section[aria-label="${planCitation(plan)}"]`;

const facetsOf = (plan: Plan): Map<number, FilterRow> =>
  new Map(
    plan.tasks.map((task) => [
      task.number,
      {
        values: {
          unit: idsOf(task.units.map(({ unit }) => unit)),
          with: idsOf(task.units.map(({ unit }) => unit)),
          lead: leadsOf(task).map(({ id }) => id),
          environment: [String(task.measure.environment?.number)],
          measure: [String(task.measure.number)],
        },
      },
    ]),
  );

/** The tasks that a link into the filtered list leads to. */
function tasksBehind(plan: Plan, address: string): number[] {
  const { pathname, searchParams } = new URL(address, 'http://handbook.test');
  assert.equal(pathname, base + tasksPath(plan));
  const filter = readFilter(searchParams, taskConditions);
  return [...facetsOf(plan)].filter(([, facets]) => meets(facets, filter)).map(([number]) => number);
}

for (const plan of handbook.plans) {
  test(`${plan.id}: page, matrix, open data, summary and table to take away count the same tasks, or measures, for every unit`, () => {
    const rows: { id: string; tasks: number[] }[] = JSON.parse(read(`${dataPath(plan)}units.json`));
    const summaries = JSON.parse(read(unitDutiesPath));
    const index = pageWithPlan(unitsPath, plan).$;
    for (const unit of handbook.units) {
      const { tasks, measures, provisions, partners } = dutiesIn(plan, unit);
      const page = pageOfDuties(unit, plan).$;
      const figure = (name: string) => {
        const terms = page(`${sectionOf(plan)} [data-unit-figures] dt`);
        const term = terms.filter((_, one) => page(one).text().startsWith(name));
        return term.length > 0 ? Number.parseInt(term.parent().find('dd').text(), 10) : 0;
      };
      assert.equal(figure('任务'), tasks.length, unit.name);
      assert.equal(figure('措施'), measures.length, unit.name);
      assert.equal(figure('协同单位'), namedBodies(partners).length, unit.name);
      assert.equal(page(`${sectionOf(plan)} li[id^=task-]`).length, tasks.length, unit.name);
      // A plan has no row, file or sheet for a unit that it does not name.
      if (tasks.length + measures.length === 0) continue;

      // A unit that is there no more has its row with the one that has its duties.
      const matrixRow = index(`#matrix-${plan.id} tr[data-unit="${unit.id}"]`);
      const cells = matrixRow
        .find('td')
        .toArray()
        .map((cell) => Number(index(cell).text().trim()));
      assert.deepEqual([matrixRow.length, isFormer(unit)], isFormer(unit) ? [0, true] : [1, false], unit.name);
      if (!isFormer(unit)) assert.equal(cells.pop(), provisions.length, unit.name);
      assert.equal(
        cells.reduce((total, cell) => total + cell, 0),
        isFormer(unit) || plan.environments.length === 0 ? 0 : provisions.length,
        unit.name,
      );

      const numbers = tasks.map(({ number }) => number);
      assert.deepEqual(rows.find(({ id }) => id === unit.id)?.tasks, numbers, unit.name);
      assert.deepEqual(summaries[unit.id], JSON.parse(JSON.stringify(summaryOf(handbook, unit))), unit.name);
      const table: string[][] = parse(read(handoutPath(plan, unit, 'csv')), { bom: true, from_line: 2 });
      assert.equal(table.length, provisions.length, unit.name);
      // Measures have the numbers that the document prints.
      if (plan.annex)
        assert.deepEqual(
          table.map(([number]) => Number(number)),
          numbers,
          unit.name,
        );
    }
  });

  test(`${plan.id}: every number of the matrix leads to as many tasks in the list, those of its unit and environment`, () => {
    const { $ } = pageWithPlan(unitsPath, plan);
    const links = $(`#matrix-${plan.id} td a[href]`).toArray();
    assert.equal(links.length > 0, plan.annex !== undefined && unitsIn(plan).length > 0);
    for (const link of links)
      assert.equal(
        tasksBehind(plan, $(link).attr('href') ?? '').length,
        Number($(link).text()),
        $(link).attr('aria-label'),
      );
  });

  test(`${plan.id}: every pair stands once, with the tasks that its number leads to`, () => {
    const { $ } = pageWithPlan(unitsPath, plan);
    const shown = $(`#pairs-${plan.id} li`).toArray();
    const pairs = pairsIn(plan);
    assert.equal(shown.length, pairs.length);
    for (const [index, pair] of pairs.entries()) {
      const link = $(shown[index]).find(`a[href^="${base}${tasksPath(plan)}"]`);
      assert.equal(link.length, plan.annex ? 1 : 0);
      const count = $(shown[index]).children().last();
      assert.equal(Number.parseInt(count.text(), 10), pair.provisions.length);
      if (!plan.annex) continue;
      assert.deepEqual(
        tasksBehind(plan, link.attr('href') ?? ''),
        pair.provisions.map(({ number }) => number),
      );
    }
  });

  test(`${plan.id}: from a unit each task that it shares with another is one click away`, () => {
    for (const unit of handbook.units) {
      const { $ } = pageOfDuties(unit, plan);
      for (const { unit: partner, provisions } of dutiesIn(plan, unit).partners) {
        const item = $(`${sectionOf(plan)} li`).filter(
          (_, li) => $(li).find(`> p > a[href="${base}${unitPath(partner)}"]`).length > 0,
        );
        assert.equal(item.length, 1, `${unit.name}、${partner.name}`);
        for (const task of provisions)
          assert.equal(
            item.find(`a[href="#${provisionAnchor(task, anchorSuffix(handbook, plan))}"]`).length,
            1,
            `${unit.name}、${partner.name}`,
          );
      }
    }
  });
}

for (const plan of plansWithList) {
  test(`${plan.id}: a row of the list carries what it can be filtered by`, () => {
    const { $ } = pageAt(tasksPath(plan));
    for (const task of plan.tasks) {
      const row = $(`#${taskAnchor(task)}`);
      assert.equal(row.attr('data-units'), idsOf(task.units.map(({ unit }) => unit)).join(' '));
      if (hasLeads(plan))
        assert.equal(
          row.attr('data-leads'),
          leadsOf(task)
            .map(({ id }) => id)
            .join(' '),
        );
      assert.equal(row.attr('data-environment'), task.measure.environment && String(task.measure.environment.number));
      assert.equal(row.attr('data-measure'), String(task.measure.number));
      assert.equal(row.attr('data-innovation') !== undefined, task.innovation);
      assert.equal(row.attr('data-target') !== undefined, task.targets.length > 0);
    }
  });

  test(`${plan.id}: the numbers beside the options of the filters are true before any script runs`, () => {
    const { $ } = pageAt(tasksPath(plan));
    const facets = [...facetsOf(plan).values()];
    for (const option of $('[data-task-filters] option[value!=""]').toArray()) {
      const name = $(option).closest('select').attr('name') ?? '';
      const filter = readFilter(new URLSearchParams({ [name]: $(option).attr('value') ?? '' }), taskConditions);
      const left = facets.filter((row) => meets(row, filter)).length;
      assert.equal($(option).text(), `${$(option).attr('data-label')}（${left}）`);
    }
  });

  test(`${plan.id}: a unit named in one of the two places alone is marked so, with a way to the comparison`, () => {
    for (const unit of handbook.units) {
      const { $ } = pageOfDuties(unit, plan);
      const differing = plan.measures.filter(
        (measure) => isAssignedTo(measure, unit) !== measure.tasks.some((task) => isAssignedTo(task, unit)),
      );
      assert.equal($(`${sectionOf(plan)} .lined .only`).length, differing.length, unit.name);
    }
  });
}

test('names that are no single body say so on their page and in the index', () => {
  for (const unit of handbook.units.filter(({ kind }) => kind !== 'unit')) {
    const text = pageAt(unitPath(unit)).$('main header').text();
    assert.ok(text.includes(unitKinds[unit.kind]), unit.name);
    assert.ok(text.includes('编辑注') && text.includes(unit.note ?? kindRemarks[unit.kind] ?? ''), unit.name);
  }
  const named = namedUnits(handbook);
  const counted = `${named.filter(({ kind }) => kind === 'unit').length}个单位`;
  assert.ok(
    pageAt(unitsPath)
      .$('main header')
      .text()
      .includes(named.length > 0 ? counted : '没有写明责任单位'),
  );
});

test('what the registry says of a unit stands on its sheet for paper, and on its page what its title and names do not say', () => {
  const words = (path: string) => pageAt(path).$('main').text().replace(/\s+/gu, '');
  for (const unit of handbook.units)
    for (const { field, label, text } of unitFacts(unit)) {
      const fact = `${label}${text}`.replace(/\s+/gu, '');
      if (dutiesOf(handbook, unit).length > 0)
        assert.ok(words(unitPrintPath(unit)).includes(fact), `${unit.name} ${fact}`);
      // On the page reforms have their links between the words.
      if (field !== 'kind' && field !== 'aliases' && field !== 'successor')
        assert.ok(words(unitPath(unit)).includes(fact), `${unit.name} ${fact}`);
    }
});

test('every printed name of a unit is on its page', () => {
  for (const unit of handbook.units) {
    const text = pageAt(unitPath(unit)).$('main').text();
    for (const name of [unit.name, ...unit.aliases]) assert.ok(text.includes(name), name);
  }
});

test('every unit page leads to its sheet for paper and its files', () => {
  for (const unit of handbook.units)
    for (const { plan } of dutiesOf(handbook, unit)) {
      const leads = (path: string) => pageOfDuties(unit, plan).$(`main a[href="${base}${path}"]`).length;
      assert.ok(leads(unitPrintPath(unit)) > 0, unit.name);
      for (const path of [
        ...['xlsx', 'docx', 'csv'].map((format) => handoutPath(plan, unit, format)),
        ...['xlsx', 'docx'].map((format) => reportPath(plan, unit, format)),
      ])
        assert.equal(leads(path), 1, `${unit.name} ${path}`);
    }
});

test('pages of the desk stay light: 30 kB, the list 60 kB, compressed', () => {
  const kilobytes = (path: string) => gzipSync(pageAt(path).html).length / 1000;
  for (const path of [unitsPath, ...handbook.units.map(unitPath)]) assert.ok(kilobytes(path) <= 30, path);
  for (const plan of plansWithList) assert.ok(kilobytes(tasksPath(plan)) <= 60, plan.id);
});

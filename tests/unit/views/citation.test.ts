import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handbookOf } from '../../../src/model/assemble.ts';
import { documentOf, planCitation, referenceOf, sourceOf } from '../../../src/views/citation.ts';
import { countyWithNext, edited, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { checkWith } from '../../fixtures/mini.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const [mini = assert.fail()] = checkWith().handbook.plans;
const plans = [mini, ...Object.values(shapes).map((shape) => planOfShape(shape))];

test('a measure of points is cited by number and title as the body prints them', () => {
  const [measure = assert.fail()] = mini.measures;
  assert.equal(sourceOf(measure), `${mini.issuer}《${mini.title}》（${mini.number}）“1.${measure.title}”`);
});

test('a row is cited by its number in the annexed list', () => {
  const [task = assert.fail()] = mini.tasks;
  assert.equal(sourceOf(task), `${mini.issuer}《${mini.title}》（${mini.number}）附件“任务清单”第1项`);
});

test('a list that is not called 任务清单 is cited by its own title', () => {
  const annex = { ...mini.annex, title: '重点工作分工表', columns: mini.annex?.columns ?? [] } as typeof mini.annex;
  const plan = { ...mini, annex } as typeof mini;
  const [task = assert.fail()] = mini.tasks;
  assert.match(sourceOf({ ...task, plan }), /附件“重点工作分工表”第1项$/u);
});

test('what is cited is printed in every shape: the document, then the number in its own way, a title only where there is one', () => {
  for (const plan of plans)
    for (const provision of [...plan.measures, ...plan.tasks]) {
      const source = sourceOf(provision);
      assert.ok(source.startsWith(documentOf(plan)), source);
      const place = source.slice(documentOf(plan).length);
      assert.notEqual(place, '');
      assert.doesNotMatch(place, /措施\d/u, 'the handbook has its own way of counting, the document has none such');
      if (provision.kind !== 'measure' || provision.titled === 'printed') continue;
      assert.ok(!place.includes(provision.title) || provision.mark === '', source);
    }
});

test('a list of references names issuer, title, number, type and day; of many issuers the first three', () => {
  assert.equal(referenceOf(mini), '小区办公室. 小方案: 小政〔2025〕1号[A/OL]. (2025-03-28)');
  const { issuer: _, number: __, issuedOn: ___, ...bare } = mini;
  assert.equal(referenceOf(bare as typeof mini), '小方案[A/OL]. ');
  const issued = (issuer: string) => ({ ...mini, issuer });
  assert.match(referenceOf(issued('甲、乙、丙')), /^甲, 乙, 丙\. 小方案/u);
  assert.match(referenceOf(issued('甲、乙、丙、丁')), /^甲, 乙, 丙, 等\. 小方案/u);
  assert.match(documentOf(issued('甲、乙、丙、丁')), /^甲、乙、丙等《小方案》/u);
});

test('documents of one title and without numbers are told apart by their short titles', () => {
  const titled = (text: string) => text.replace(/^title: .*$/mu, 'title: 方案').replace(/^number: .*\n/mu, '');
  const both = [newerPlan, olderPlan].map((id) => [`plans/${id}/plan.mdx`, titled] as const);
  const cited = (edits: typeof both) => {
    const files = edited(countyWithNext, Object.fromEntries(edits));
    return handbookOf(Object.entries(files).map(([path, bytes]) => ({ path, bytes }))).plans;
  };
  for (const plan of cited(both)) {
    assert.equal(planCitation(plan), `《方案》（${plan.shortTitle}）`);
    assert.equal(plan.cited, planCitation(plan));
  }
  // A number tells them apart already.
  assert.equal(cited(both.slice(0, 1)).find(({ id }) => id === newerPlan)?.cited, '《方案》');
});

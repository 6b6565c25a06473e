import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureCalled } from '../../../src/model/references.ts';
import { carriedOut, carriedOutBy } from '../../../src/views/carried-out.ts';
import { countyWithNext, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const { plans } = handbookFrom(countyWithNext);
const [older, newer] = [olderPlan, newerPlan].map((id) => plans.find((plan) => plan.id === id) ?? assert.fail());
const [lower] = newer?.measures ?? [];

test('a measure names the upper document as its own does, and the provision by the number that is printed there', () => {
  assert.ok(older && lower);
  const [document, ...others] = carriedOut(plans, lower);
  assert.deepEqual(others, []);
  assert.equal(document?.plan, older);
  assert.equal(document?.title, older.title);
  const [provision] = document?.provisions ?? [];
  assert.equal(provision?.call, '第四条');
  assert.equal(provision?.measure?.mark, '第四条');
  assert.deepEqual(provision?.measure && carriedOutBy(plans, provision.measure), [lower]);
});

test('of an upper document that is not there the numbers stand as the editor wrote them', () => {
  assert.ok(newer && lower);
  const [{ number = '' } = {}] = lower.carriesOut;
  const alone = carriedOut([newer], { ...lower, carriesOut: [{ number, measures: ['二（三）', 5] }] });
  assert.deepEqual(
    alone.map(({ plan, provisions }) => [plan, provisions]),
    [
      [
        undefined,
        [
          { call: '二（三）', measure: undefined },
          { call: '第5条措施', measure: undefined },
        ],
      ],
    ],
  );
});

test('a number that several measures have means one only with that of its chapter', () => {
  const plan = planOfShape(
    shapes['a measure of one sentence, units on lines of their own with a time, numbers that begin anew'],
  );
  for (const measure of plan.measures) {
    assert.equal(measureCalled(plan, measure.reference), measure);
    assert.equal(measureCalled(plan, measure.number), measure);
    const twins = plan.measures.filter(({ mark }) => mark === measure.mark);
    assert.equal(measureCalled(plan, measure.mark), twins.length > 1 ? undefined : measure);
  }
  assert.ok(new Set(plan.measures.map(({ mark }) => mark)).size < plan.measures.length);
});

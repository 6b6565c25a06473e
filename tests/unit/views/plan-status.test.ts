import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorSuffix, leadingPlan } from '../../../src/model/plan.ts';
import { statusOn } from '../../../src/model/status.ts';
import type { Status } from '../../../src/schema/plan.ts';
import { statusLabel, statusNotice } from '../../../src/views/plan-status.ts';
import { countyWithNext, handbookFrom, newerPlan } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const newer = handbook.plans.find(({ id }) => id === newerPlan) ?? assert.fail();
const older = handbook.plans.find(({ id }) => id !== newerPlan) ?? assert.fail();
const withStatus = (status: Status, day = '2099-01-01') => ({ ...older, ...statusOn(status, day) });

test('a plan in force says nothing of its status', () => {
  assert.deepEqual([statusLabel(newer), statusNotice(handbook, newer)], [undefined, undefined]);
});

test('a plan that was replaced names the other, and the day only where the editor gives it', () => {
  const replaced = { kind: 'replaced', by: newerPlan, basis: '据某文件。' } as const;
  const notice = statusNotice(handbook, withStatus(replaced));
  assert.equal(notice?.successor, newer);
  assert.equal(notice?.sentence, `本文件已由《${newer.title}》（${newer.number}）代替。`);
  assert.equal(notice?.basis, '据某文件。');
  const dated = statusNotice(handbook, withStatus({ ...replaced, on: '2026-03-01' }));
  assert.match(dated?.sentence ?? '', /^本文件自2026年3月1日起已由/u);
});

test('a plan that ended says from which day, and names no other', () => {
  const notice = statusNotice(handbook, withStatus({ kind: 'ended', on: '2025-12-31', basis: '据某公告。' }));
  assert.equal(notice?.label, '已终止');
  assert.equal(notice?.sentence, '本文件自2025年12月31日起已终止。');
  assert.equal(notice?.successor, undefined);
});

test('until its day a plan that is to end is in force, and every sentence stays true', () => {
  const ended = { kind: 'ended', on: '2030-03-31', basis: '据。' } as const;
  const before = withStatus(ended, '2030-03-30');
  assert.equal(before.status.kind, 'in-force');
  assert.equal(statusLabel(before), '有效，至2030年3月31日');
  assert.equal(statusNotice(handbook, before)?.sentence, '本文件自2030年3月31日起终止，此前有效。');
  assert.equal(statusNotice(handbook, before)?.basis, '据。');
  assert.equal(withStatus(ended, '2030-03-31').status.kind, 'ended');
  const replaced = withStatus({ kind: 'replaced', by: newerPlan, on: '2030-04-01', basis: '据。' }, '2026-11-30');
  assert.equal(statusLabel(replaced), '有效，至2030年4月1日');
  const sentence = `本文件自2030年4月1日起由《${newer.title}》（${newer.number}）代替，此前有效。`;
  assert.deepEqual(
    [statusNotice(handbook, replaced)?.sentence, statusNotice(handbook, replaced)?.successor],
    [sentence, newer],
  );
});

test('a period of validity has its last day', () => {
  const until = { kind: 'ended', until: '2030-03-31', basis: '据。' } as const;
  const last = withStatus(until, '2030-03-31');
  assert.equal(last.status.kind, 'in-force');
  assert.equal(statusLabel(last), '有效，至2030年3月31日');
  assert.equal(statusNotice(handbook, last)?.sentence, '本文件有效期至2030年3月31日。');
  const over = withStatus(until, '2030-04-01');
  assert.equal(statusLabel(over), '已终止');
  assert.equal(statusNotice(handbook, over)?.sentence, '本文件有效期至2030年3月31日，已期满。');
});

test('the handbook leads to the newest plan in force, and to the newest where none is', () => {
  const ended = { kind: 'ended', on: '2026-01-01', basis: '据。' } as const;
  assert.equal(leadingPlan(handbook), newer);
  assert.equal(leadingPlan({ plans: [{ ...newer, status: ended }, older] }), older);
  const over = [newer, older].map((plan) => ({ ...plan, status: ended }));
  assert.equal(leadingPlan({ plans: over }), over[0]);
});

test('a newer plan takes no anchor from the plan that was there before it', () => {
  assert.equal(anchorSuffix(handbook, older), '');
  assert.equal(anchorSuffix({ plans: [older] }, older), '');
  assert.notEqual(anchorSuffix(handbook, newer), '');
});

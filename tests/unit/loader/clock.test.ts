import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { today } from '../../../src/loader/clock.ts';
import { dayInChina } from '../../../src/text/dates.ts';

const { SOURCE_DATE_EPOCH: before } = process.env;
afterEach(() => {
  mock.timers.reset();
  if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
  else process.env.SOURCE_DATE_EPOCH = before;
});

test('today is the day in China', () => {
  delete process.env.SOURCE_DATE_EPOCH;
  mock.timers.enable({ apis: ['Date'], now: new Date('2030-03-31T16:00:00Z') });
  assert.equal(today(), '2030-04-01');
});

test('SOURCE_DATE_EPOCH sets another day, in seconds', () => {
  const moment = new Date('2030-01-02T03:04:05Z');
  process.env.SOURCE_DATE_EPOCH = String(moment.getTime() / 1000);
  assert.equal(today(), dayInChina(moment));
});

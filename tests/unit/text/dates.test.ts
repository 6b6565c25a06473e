import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAfter, dayInChina, dayPattern, dayText, readDay } from '../../../src/text/dates.ts';
import { chineseDigits, chineseNumeral } from '../../../src/text/numerals.ts';

const days: [string, string | undefined][] = [
  ['2025年3月28日', '2025-03-28'],
  ['2025年03月08日', '2025-03-08'],
  ['二〇二五年三月二十八日', '2025-03-28'],
  ['二零二五年十二月二十日', '2025-12-20'],
  ['二○二五年十月十日', '2025-10-10'],
  ['二〇二五年十一月廿八日', '2025-11-28'],
  ['2025年三月1日', '2025-03-01'],
  ['2025年2月29日', undefined],
  ['2024年2月29日', '2024-02-29'],
  ['2025年13月1日', undefined],
  ['2025年0月1日', undefined],
  ['三月二十八日', undefined],
  ['', undefined],
];
for (const [printed, day] of days)
  test(`“${printed}” is ${day ?? 'no day'}`, () => assert.equal(readDay(printed), day));

test('every day reads back from figures and from Chinese numerals', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, number] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const numerals = `${chineseDigits(year)}年${chineseNumeral(month)}月${chineseNumeral(number)}日`;
      for (const printed of [dayText(iso), numerals]) {
        assert.equal(readDay(printed), iso, printed);
        assert.match(printed, new RegExp(`^${dayPattern}$`, 'u'));
      }
    }),
  );
});

test('the day in China begins eight hours before that of UTC', () => {
  assert.equal(dayInChina(new Date('2026-11-30T15:59:59Z')), '2026-11-30');
  assert.equal(dayInChina(new Date('2026-11-30T16:00:00Z')), '2026-12-01');
});

test('the day after the last of a month or year', () => {
  assert.deepEqual(['2028-02-28', '2026-12-31'].map(dayAfter), ['2028-02-29', '2027-01-01']);
});

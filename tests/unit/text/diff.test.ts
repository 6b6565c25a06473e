import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffTexts } from '../../../src/text/diff.ts';

/** Shown as `同〔左｜右〕同`. */
const shown = (left: string, right: string) =>
  diffTexts(left, right)
    .map((stretch) => (stretch.same ? stretch.text : `〔${stretch.left}｜${stretch.right}〕`))
    .join('');

/** Short texts over few characters, so that they have much in common. */
const text = fc.string({ unit: fc.constantFrom('推', '行', '动', '，', '。', '“', '”', '1', '0'), maxLength: 24 });

test('a comparison loses no character of either text', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const stretches = diffTexts(left, right);
      assert.equal(stretches.map((stretch) => (stretch.same ? stretch.text : stretch.left)).join(''), left);
      assert.equal(stretches.map((stretch) => (stretch.same ? stretch.text : stretch.right)).join(''), right);
    }),
  );
});

test('stretches alternate between same and different, and none is empty', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      for (const [index, stretch] of diffTexts(left, right).entries()) {
        assert.notEqual(stretch.same, diffTexts(left, right)[index - 1]?.same);
        assert.notEqual(stretch.same ? stretch.text : stretch.left + stretch.right, '');
      }
    }),
  );
});

test('equal texts have no difference', () => {
  fc.assert(
    fc.property(text, (words) => {
      assert.ok(diffTexts(words, words).every(({ same }) => same));
    }),
  );
});

const readings = [
  ['a replaced word is one difference', '办理指导细则》', '办理指导意见》', '办理指导〔细则｜意见〕》'],
  [
    'words with one common character are one difference',
    '专项治理，加快',
    '专项整治，加快',
    '专项〔治理｜整治〕，加快',
  ],
  [
    'characters that changed places are one difference',
    '打造区域物流智运',
    '打造区物流域智运',
    '打造区〔域物流｜物流域〕智运',
  ],
  [
    'two words apart stay two differences',
    '规范管理和服务标准化',
    '规范化管理和标准化',
    '规范〔｜化〕管理和〔服务｜〕标准化',
  ],
  [
    'an added clause begins where the clause begins',
    '创新，推行流动服务站点，推动实现',
    '创新，推动实现',
    '创新，〔推行流动服务站点，｜〕推动实现',
  ],
  ['punctuation between two differences keeps them apart', '甲一，二乙', '丙一，三乙', '〔甲｜丙〕一，〔二｜三〕乙'],
] as const;
for (const [title, left, right, expected] of readings) test(title, () => assert.equal(shown(left, right), expected));

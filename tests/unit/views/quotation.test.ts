import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isQuotationForm, type QuotationForm, quotation, quotationForms } from '../../../src/views/quotation.ts';

const document = '甲办《方案》（甲发〔2030〕1号）';
const place = '附件“任务清单”第15项';
const source = document + place;
const reference = '甲办. 方案: 甲发〔2030〕1号[A/OL]. (2030-01-02)';
const accessed = '2031-02-03';
const address = 'https://example.gov.cn/plans/a/measures/04/#task-15';
const from = { document, place, reference, address, accessed };
const forms = Object.keys(quotationForms) as QuotationForm[];

test('the form of official writing names the document, its number and the place before the words', () => {
  assert.equal(quotation({ words: '办好会。', ...from }, 'official'), `${source}：“办好会。”`);
});

test('the address stands on a line of its own', () => {
  assert.equal(quotation({ words: '办好会。', ...from }, 'address'), `${source}：“办好会。”\n${address}`);
});

test('each of several paragraphs opens with a mark, and the last one closes', () => {
  assert.equal(
    quotation({ ...from, words: '一。\n二。', document: '《甲》', place: '' }, 'official'),
    '《甲》：“一。\n“二。”',
  );
});

test('Markdown quotes the words and links the source', () => {
  assert.equal(
    quotation(
      { ...from, words: '一。\n2. 二*。', document: '《甲》', place: '[一]', address: 'https://a.cn/(b)' },
      'markdown',
    ),
    '> 一。\n>\n> 2\\. 二\\*。\n>\n> —— [《甲》\\[一\\]](https://a.cn/%28b%29)',
  );
});

test('without words the source stands alone', () => {
  assert.deepEqual(
    forms.map((form) => quotation({ ...from, words: '', document: '《甲》', place: '' }, form)),
    ['《甲》', `《甲》\n${address}`, `${reference}[${accessed}]. ${address}.`, `[《甲》](${address})`],
  );
});

test('what is copied is the words in order and the source, in every form', () => {
  const sign = fc.constantFrom(...'甲乙“”‘’《》（）。，、；：　%*_#>-1.)[]&~`\\');
  const line = fc.string({ unit: sign, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom(...forms), (lines, form) => {
      const text = quotation({ words: lines.join('\n'), ...from }, form);
      if (form === 'markdown') {
        const shown = text
          .split('\n')
          .filter((one) => one !== '>')
          .map((one) => one.replace(/^> /u, '').replace(/\\([!-/:-@[-`{-~])/gu, '$1'));
        assert.deepEqual(shown, [...lines, `—— [${source}](${address})`]);
        return;
      }
      const quoted = `${lines.map((one) => `“${one}`).join('\n')}”`;
      if (form === 'reference') {
        assert.equal(text, `${quoted}（${place}）\n${reference}[${accessed}]. ${address}.`);
        return;
      }
      assert.equal(text, `${source}：${quoted}${form === 'address' ? `\n${address}` : ''}`);
    }),
  );
});

test('what a device holds and is no form is refused', () => {
  for (const value of ['', 'bibtex', 'toString', null, undefined, 1]) assert.ok(!isQuotationForm(value));
  for (const form of forms) assert.ok(isQuotationForm(form));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CopiedCell, clipboardContent } from '../../../src/views/clipboard-content.ts';

const cell = (text: string, rows = 1, isHead = false): CopiedCell => ({ text, rows, isHead, columns: 1 });

test('words within a paragraph stay within it', () => {
  assert.deepEqual(clipboardContent([{ tag: 'p', text: '甲<乙' }]), { text: '甲<乙', html: '<span>甲&lt;乙</span>' });
});

test('paragraphs and headings are lines of text and elements without attributes', () => {
  const { text, html } = clipboardContent([
    { tag: 'h1', text: '题' },
    { tag: 'p', text: '甲' },
  ]);
  assert.equal(text, '题\n甲');
  assert.equal(html, '<meta charset="utf-8"><h1>题</h1><p>甲</p>');
});

test('a table has tabs between its cells and one line for each row, and keeps its merged cells', () => {
  const rows = [
    [cell('序号', 1, true), cell('措施', 1, true), cell('内容', 1, true)],
    [cell('1'), cell('甲', 2), cell('一。\n二\t三')],
    [cell('2'), null, cell('四')],
  ];
  const { text, html } = clipboardContent([{ rows }]);
  assert.equal(text, '序号\t措施\t内容\n1\t甲\t一。 二 三\n2\t\t四');
  assert.equal(
    html,
    '<meta charset="utf-8"><table border="1"><tr><th>序号</th><th>措施</th><th>内容</th></tr>' +
      '<tr><td>1</td><td rowspan="2">甲</td><td>一。<br>二\t三</td></tr><tr><td>2</td><td>四</td></tr></table>',
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReceived } from '../../../src/import/document-text.ts';
import { withoutBorders, withoutMarkup } from '../../../src/import/markdown.ts';

const lines: [string, string][] = [
  ['## 一、任务', '一、任务'],
  ['> 引文', '引文'],
  ['- 甲', '甲'],
  ['1. 便利准入', '1. 便利准入'],
  ['3. 便利准入', '3. 便利准入'],
  ['**便利**准入，__甲__', '便利准入，甲'],
  ['snake__case', 'snake__case'],
  ['\\*推行\\[甲\\]', '*推行[甲]'],
  ['| 甲 | 乙\\|丙 | 丁<br>戊 |', '甲\t乙|丙\t丁 戊'],
  ['|---|:-:|---|', ''],
];
for (const [marked, text] of lines)
  test(`“${marked}” is the text “${text}”`, () => assert.equal(withoutMarkup(marked), text));

test('only rows of a table that is drawn with a rule below its head are cells of plain text', () => {
  assert.equal(withoutBorders('| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n完'), '甲\t乙\n\n丙\t丁\n完');
  assert.equal(withoutBorders('| 甲 |\n| 乙 |'), '| 甲 |\n| 乙 |');
});

test('comments of a Markdown file are no words of the document, and are told with their lines', async () => {
  const text = '# 大方案\n\n<!-- 编者：待核\n第二行 -->\n一、总则\n';
  const { text: read, findings } = await readReceived('方案.md', Buffer.from(text));
  assert.equal(read, '大方案\n\n\n\n一、总则\n');
  assert.deepEqual(
    findings.map(({ kind, line, found }) => [kind, line, found]),
    [['unread', 3, '编者：待核\n第二行']],
  );
});

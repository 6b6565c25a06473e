import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { measurePath, planPath, printPath, taskAnchor, tasksPath, topicPath } from '../../src/routes/paths.ts';
import type { Files } from '../fixtures/county.ts';
import { both, filesWith, replace, unsourced } from '../fixtures/mini.ts';
import { buildSiteToTest } from '../fixtures/project.ts';

/*
 * The site of a small plan with words that a careless page would take for markup, link or count wrongly. What is asked of the official
 * words of every site is asked of it too: those tests read the folders from the environment when they are loaded.
 */
const text = '在𠮷祥街道推行<b onclick=x>分支</b>R&D机构“一&lt;证”，切实降低企业用电成本，压缩到<3日。';
const body = '登录https://www.example.gov.cn/办理，在𠮷祥街道推行“百日办结”，解决突处问题。';
const address = '办法见https://www.example.gov.cn/policy，𠮷祥街道要落实责人。';
const rows = [
  ['单位', '时限'],
  ['区甲局', '<3日'],
  ['𠮷祥街道', '“百日”内'],
];
const table = rows
  .map((cells) => `| ${cells.join(' | ').replaceAll('<', '\\<')} |`)
  .toSpliced(1, 0, '| --- | --- |')
  .join('\n');

const files = filesWith({
  ...unsourced,
  'plans/mini/plan.mdx': both(
    replace('各单位要落实责任。', `${address}\n\n${table}`),
    replace('annex:', 'terms:\n  - term: 百日办结\n    explanation: { text: 百日之内办完, source: 《甲》 }\nannex:'),
  ),
  'plans/mini/measures/01.mdx': replace('text: 切实降低企业用电成本。', `text: '${text}'`),
  'plans/mini/measures/02.mdx': replace('\n推行“百日办结”，解决突处问题。', `\n${body}`),
  'plans/mini/corrections.yaml': both(
    replace(
      'kind: restored\n    where: { part: body }\n    reading: 落落实\n    suggestion: 落实',
      'kind: misreading\n    where: { part: body }\n    reading: 责人\n    suggestion: 责任',
    ),
    replace(
      '  - id: t01-cells',
      '  - id: t02-tag\n    kind: misreading\n    where: { task: 2 }\n    reading: <b onclick=x>分支</b>\n    suggestion: 分支\n    basis: 误录。\n    certainty: high\n  - id: t01-cells',
    ),
  ),
});
const content: Files = Object.fromEntries(files);
await buildSiteToTest(content);

for (const suite of ['official', 'text', 'html']) await import(`./${suite}.test.ts`);
const { fileFor, handbook, pageAt, pages } = await import('./built-site.ts');

const { base } = handbook.site;
const [plan] = handbook.plans;
const [, task] = plan?.tasks ?? [];
const measure = plan?.measures.at(-1);
assert.ok(plan && task && measure);
const marked = (path: string, selector: string) => {
  const { $ } = pageAt(path);
  return $(selector)
    .toArray()
    .map((element) => $(element).text());
};

test('words that look like markup are the same words on every page, and no page has an element of theirs', () => {
  const topic = task.topics[0] ?? assert.fail();
  for (const path of [tasksPath(plan), measurePath(task.measure), topicPath(topic)])
    assert.deepEqual(marked(path, `#${taskAnchor(task)} p[data-official=""]`), [text], path);
  assert.ok(marked(printPath(plan), '.paper-table td').includes(text));
  for (const { address, $ } of pages) assert.equal($('b[onclick], [onclick]').length, 0, address);
});

test('the name of a note quotes the reading to the letter', () => {
  const { $ } = pageAt(measurePath(task.measure));
  const label = $(`#${taskAnchor(task)} a.note-ref`).attr('aria-label');
  assert.equal(label, '编辑注：“<b onclick=x>分支</b>”疑误');
});

test('after a rare character each mark is on its own words', () => {
  assert.deepEqual(marked(measurePath(measure), '.official-body .sic'), ['突处问题']);
  assert.deepEqual(marked(measurePath(measure), '.official-body .term'), ['百日办结']);
  assert.deepEqual(marked(planPath(plan), '.official-body > p > .sic'), ['突处问题', '责人']);
});

test('a printed address is text, not a link', () => {
  for (const path of [planPath(plan), printPath(plan), measurePath(measure)]) {
    const { $ } = pageAt(path);
    assert.equal($('a[href*="example.gov.cn"]').length, 0, path);
    assert.ok($('[data-official]').text().includes('https://www.example.gov.cn/'), path);
  }
});

test('a table of the running text is one on screen, on paper and in the twin', () => {
  for (const [path, within] of [
    [planPath(plan), '.official-body'],
    [printPath(plan), '.paper'],
  ] as const) {
    const { $ } = pageAt(path);
    const found = $(`${within} > table tr`).toArray();
    assert.deepEqual(
      found.map((row) =>
        $(row)
          .children('th, td')
          .toArray()
          .map((cell) => $(cell).text()),
      ),
      rows,
      path,
    );
  }
  const twin = readFileSync(fileFor(`${base}${planPath(plan)}index.md`) ?? assert.fail(), 'utf8');
  assert.match(twin, /\n\| 单位 \| 时限 \|\n\| -+ \| -+ \|\n\| 区甲局 \| \\?<3日 \|\n/u);
});

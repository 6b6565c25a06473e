import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saying } from '../../fixtures/cases.ts';
import { checkWith } from '../../fixtures/mini.ts';

/* Addresses of pages as people write them, in the files of redirects and of what was published. */

const means = '应为：网址里网站名称以后的部分，前面没有 /，末尾有 /，例如 support/tax/';

for (const from of [
  '/units/a/',
  'units/a',
  'https://www.example.gov.cn/units/a/',
  'units/a.yaml',
  'content/units/a.yaml',
])
  test(`the old address written as ${from}`, () =>
    assert.deepEqual(
      checkWith({ 'redirects.yaml': `redirects:\n  - from: ${from}\n    to: units/jia/\n` }).problems.map(saying),
      [`redirects.yaml:2 redirects[1].from 查到：“${from}” ${means} 改法：写成 units/a/`],
    ));

test('the file of a topic stands for its page', () =>
  assert.deepEqual(
    checkWith({
      'redirects.yaml': 'redirects:\n  - from: support/electricity/\n    to: topics/power.yaml\n',
    }).problems.map(saying),
    [`redirects.yaml:3 redirects[1].to 查到：“topics/power.yaml” ${means} 改法：写成 support/power/`],
  ));

test('a merge conflict in the list of published addresses is one problem', () =>
  assert.deepEqual(
    checkWith({ 'published.txt': '# 网址\n<<<<<<< HEAD\nunits/jia/\n=======\nunits/yi/\n>>>>>>> x\n' }).problems.map(
      saying,
    ),
    [
      'published.txt:2 查到：合并冲突的标记（第2到6行）：两个人改了同一处 应为：只留一种写法 改法：留下要的一段，删去不要的和 <<<<<<<、=======、>>>>>>> 三行',
    ],
  ));

test('what is no address in that list was not written by the command', () =>
  assert.deepEqual(checkWith({ 'published.txt': 'units/jia/\nunits/yi\n' }).problems.map(saying), [
    'published.txt:2 查到：“units/yi” 应为：一行一个网址，由 npm run published 写出 改法：删去这一行，再运行 npm run published；不要手改',
  ]));

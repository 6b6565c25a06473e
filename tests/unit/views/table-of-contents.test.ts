import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaptersOf, headingAnchors } from '../../../src/views/table-of-contents.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';

const [points = assert.fail(), articles = assert.fail()] = handbookFrom(countyWithNext).plans;

test('the contents hold the chapters of the running text, and the environments where the measures stand', () => {
  const [first, ...others] = chaptersOf(points);
  assert.deepEqual([first?.title, first?.environment], ['一、重点任务', undefined]);
  assert.deepEqual(
    others.map(({ anchor, environment }) => [anchor, environment?.short]),
    [
      ['environment-1', '要素'],
      ['environment-2', '开放'],
      [headingAnchors(points)[1], undefined],
    ],
  );
});

test('where a plan counts chapters, its environments stand among them under their own numbers', () => {
  assert.deepEqual(
    chaptersOf(articles).map(({ title }) => title),
    ['第一章　总则', '第二章　准入', '第三章　要素', '第四章　服务', '第五章　附则'],
  );
});

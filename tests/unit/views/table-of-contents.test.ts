import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureAnchor } from '../../../src/routes/paths.ts';
import { chaptersOf, headingAnchors, sectionContents } from '../../../src/views/table-of-contents.ts';
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

test('the contents of a unit’s page name its sections, and below them the measures with their number and their place on the page', () => {
  const [measure = assert.fail()] = articles.measures;
  const unnumbered = { ...measure, mark: '' };
  const sections = [
    { title: '目标', anchor: 'targets_x' },
    { title: '要素', anchor: 'environment-1_x', measures: [measure, unnumbered] },
  ];
  const item = { title: measure.title, anchor: measureAnchor(measure, '_x') };
  assert.deepEqual(sectionContents(sections, '_x'), [
    { title: '目标', anchor: 'targets_x', items: [] },
    { title: '要素', anchor: 'environment-1_x', items: [{ mark: measure.mark, ...item }, item] },
  ]);
  assert.notEqual(measureAnchor(measure, '_x'), measureAnchor(measure));
});

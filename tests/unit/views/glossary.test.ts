import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isExplained, placeCounts, termPlaces, termsOf, termsOfMeasure } from '../../../src/views/glossary.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';
import { both, checkWith, replace, unsourced } from '../../fixtures/mini.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const handbook = handbookFrom(countyWithNext);
const terms = termsOf(handbook);
const named = (wanted: string, among = terms) => among.find(({ term }) => term === wanted) ?? assert.fail(wanted);

test('terms stand in the order of the documents, the newest first', () => {
  assert.deepEqual(
    terms.map(({ term }) => term),
    ['线上码头', '一窗办结', '一照多址', '用工专班'],
  );
});

test('a term has each sentence that holds it once, with every place that reads the same', () => {
  const { sentences } = named('一照多址');
  assert.deepEqual(
    sentences.map(({ text, places }) => [text, places.map(({ task }) => task?.number)]),
    [['开展“一照多址”登记，分支机构不再另办执照。', [undefined, 2]]],
  );
  assert.equal(placeCounts(terms).get('一照多址'), 2);
});

test('what the document says of a term is in one of its sentences', () => {
  const { sayings, sentences } = named('用工专班');
  assert.deepEqual(
    sayings.map(({ words }) => words),
    ['每个工厂指定一名联络员'],
  );
  assert.ok(sentences.some(({ text }) => text.includes('每个工厂指定一名联络员')));
  assert.deepEqual(named('一照多址').sayings, []);
});

test('sentences that differ in punctuation alone are one, and the places that print it otherwise are known', () => {
  const { handbook } = checkWith({
    ...unsourced,
    'plans/mini/measures/02.mdx': replace('，解决突出问题。', '、解决突处问题。'),
  });
  assert.deepEqual(
    termsOf(handbook).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    ['推行“百日办结”，解决突处问题。'],
  );
  assert.deepEqual(
    termsOf(handbook)[0]?.sentences[0]?.places.map(({ task, isRepunctuated }) => [task?.number, isRepunctuated]),
    [
      [undefined, false],
      [3, true],
    ],
  );
});

test('more is said of a term where it is explained, in doubt, or used outside the measure', () => {
  const { handbook } = checkWith({
    ...unsourced,
    'plans/mini/plan.mdx': both(
      replace(
        'annex:',
        'terms:\n  - term: 一表\n  - term: 一键\n    explanation: { text: 一按, source: 《甲》 }\nannex:',
      ),
      replace('各单位要落实责任。', '各单位要落实“百日办结”责任。'),
    ),
    'plans/mini/measures/01.mdx': replace('\n深化融资机制，', '\n深化“一键”“一表”“一证”机制，'),
    'plans/mini/corrections.yaml': replace(
      'corrections:\n',
      'corrections:\n  - id: m01-zheng\n    kind: misreading\n    where: { measure: 1 }\n    reading: 一证\n    suggestion: 一照\n    basis: 据。\n    certainty: high\n',
    ),
  });
  const [plan = assert.fail()] = handbook.plans;
  const [first, second] = plan.measures;
  assert.deepEqual(
    ['一键', '一表', '一证'].map((term) => isExplained(plan, term, first)),
    [true, false, true],
  );
  // Each of the two is outside the other.
  assert.deepEqual([isExplained(plan, '百日办结', second), isExplained(plan, '百日办结', undefined)], [true, true]);
  assert.deepEqual(first && termsOfMeasure(first), ['一键', '一证']);
});

test('a term that a note takes for a fault has that note, and stands behind the sound form', () => {
  const { handbook } = checkWith({
    ...unsourced,
    'plans/mini/measures/01.mdx': replace('\n深化融资机制，', '\n深化“百日办洁”机制，'),
    'plans/mini/corrections.yaml': replace(
      'corrections:\n',
      'corrections:\n  - id: m01-jie\n    kind: misreading\n    where: { measure: 1 }\n    reading: 百日办洁\n    suggestion: 百日办结\n    basis: 据。\n    certainty: high\n',
    ),
  });
  assert.deepEqual(
    termsOf(handbook).map(({ term, notes }) => [term, notes.map(({ note }) => note.id)]),
    [
      ['百日办结', []],
      ['百日办洁', ['m01-jie']],
    ],
  );
});

test('each text of a plan is looked at once, in as many places as its measures stand', () => {
  for (const plan of Object.values(shapes).map(planOfShape)) {
    const titles = termPlaces(plan).flatMap(({ text, measure, task }) =>
      measure?.title === text && !task ? text : [],
    );
    assert.deepEqual(
      titles,
      plan.measures.map(({ title }) => title),
    );
  }
});

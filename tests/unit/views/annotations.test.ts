import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Measure, Plan } from '../../../src/model/types.ts';
import {
  type Annotation,
  annotationsOf,
  bodyAnnotations,
  endnoteRefs,
  endnotesOf,
  segments,
} from '../../../src/views/annotations.ts';
import { both, type Changes, checkWith, replace, unsourced } from '../../fixtures/mini.ts';

/** A leaf of the tree that a component shows: words under the annotations around them, or a place. */
interface Leaf {
  text: string;
  around: Annotation[];
}

/** The tree of a text as it is shown: each piece is cut again at what stands in it. */
const leaves = (text: string, annotations: readonly Annotation[], start = 0, around: Annotation[] = []): Leaf[] =>
  segments(text, annotations, start).flatMap(({ annotation, inner, ...piece }) => {
    const own = annotation ? [...around, annotation] : around;
    return inner.length > 0 ? leaves(piece.text, inner, piece.start, own) : [{ text: piece.text, around: own }];
  });
const textOf = (found: readonly Leaf[]) => found.map(({ text }) => text).join('');
const under = (found: readonly Leaf[], one: Annotation) => textOf(found.filter(({ around }) => around.includes(one)));

const span = (start: number, end: number, kind: 'figure' | 'sic' = 'figure'): Annotation => ({ kind, start, end });
const term = (start: number, end: number): Annotation => ({ kind: 'term', start, end, path: 'terms/' });
const place = (start: number, label = `${start}`): Annotation => ({
  kind: 'note-ref',
  start,
  end: start,
  path: '#note',
  label,
});

/** How a text is shown, in short: [figure], {sic}, <term>, ^ at places and _ at gaps. */
function drawn(text: string, annotations: readonly Annotation[], start = 0): string {
  const brackets = { figure: '[]', sic: '{}', term: '<>', gap: '_', 'note-ref': '^', 'row-ref': '^' };
  return segments(text, annotations, start)
    .map(({ text, start, annotation, inner }) => {
      const [open = '', close = ''] = annotation ? brackets[annotation.kind] : '';
      return `${open}${inner.length > 0 ? drawn(text, inner, start) : text}${close}`;
    })
    .join('');
}

test('annotations nest, links outermost; those that cross are cut, links never', () => {
  const table: [string, Annotation[], string][] = [
    ['甲乙丙丁戊', [], '甲乙丙丁戊'],
    ['甲乙丙丁戊', [span(1, 3)], '甲[乙丙]丁戊'],
    ['甲乙丙丁戊', [span(1, 4), span(2, 3, 'sic')], '甲[乙{丙}丁]戊'],
    ['甲乙丙丁戊', [span(0, 3), span(2, 5, 'sic')], '[甲乙{丙}]{丁戊}'],
    ['甲乙丙丁戊', [span(0, 3), term(2, 5)], '[甲乙]<[丙]丁戊>'],
    ['甲乙丙丁戊', [term(1, 4), span(2, 3)], '甲<乙[丙]丁>戊'],
    ['甲乙丙丁戊', [span(1, 3, 'sic'), place(3)], '甲{乙丙}^丁戊'],
    ['甲乙丙丁戊', [place(1), span(1, 3)], '甲^[乙丙]丁戊'],
    ['甲乙', [place(2, 'a'), place(2, 'b'), place(0)], '^甲乙^^'],
    ['', [place(0)], '^'],
    ['甲乙丙', [{ kind: 'gap', start: 1, end: 1 }], '甲_乙丙'],
  ];
  for (const [text, annotations, expected] of table) assert.equal(drawn(text, annotations), expected);
});

test('a part of a text has what stands in that part; a place on the border belongs to the part before', () => {
  const annotations = [span(1, 4), place(3)];
  assert.equal(drawn('甲乙丙', annotations), '甲[乙丙]^');
  assert.equal(drawn('丁戊', annotations, 3), '[丁]戊');
});

/** Texts with signs of one and two UTF-16 code units, and annotations anywhere, inside surrogate pairs too. */
const signs = fc
  .array(fc.constantFrom('甲', '乙', '“', '”', '𠮷', '&', '<', '1'), { maxLength: 24 })
  .map((all) => all.join(''));
const annotated = signs.chain((text) => {
  const offset = fc.nat(text.length);
  const annotation = fc
    .tuple(offset, offset, fc.constantFrom('figure' as const, 'sic' as const))
    .map(([a, b, kind]) => (a === b ? place(a) : span(Math.min(a, b), Math.max(a, b), kind)));
  return fc.record({ text: fc.constant(text), border: offset, annotations: fc.array(annotation, { maxLength: 6 }) });
});
const whole = (text: string, offset: number) => ((text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset);

test('the pieces of a text are the text; each annotation is on its own words, each place is there once, no pair is split', () => {
  fc.assert(
    fc.property(annotated, ({ text, annotations }) => {
      const found = leaves(text, annotations);
      assert.equal(textOf(found), text);
      for (const one of annotations) {
        const { start, end } = one;
        assert.equal(under(found, one), text.slice(whole(text, start), whole(text, end)));
        if (start === end) assert.equal(found.filter(({ around }) => around.includes(one)).length, 1);
      }
      for (const { text } of found) assert.ok(text.isWellFormed());
    }),
  );
});

test('a text cut in two carries the same as the whole', () => {
  fc.assert(
    fc.property(annotated, ({ text, annotations, border }) => {
      const cut = whole(text, border);
      const parts = [...leaves(text.slice(0, cut), annotations), ...leaves(text.slice(cut), annotations, cut)];
      const found = leaves(text, annotations);
      assert.equal(textOf(parts), text);
      for (const one of annotations) assert.equal(under(parts, one), under(found, one));
    }),
  );
});

/** The plan of a small handbook with changes. */
const explained = replace(
  'annex:',
  'terms:\n  - term: 百日办结\n    explanation: { text: 百日之内办完, source: 《甲》 }\nannex:',
);
const planWith = ({ 'plans/mini/plan.mdx': change, ...others }: Changes): Plan =>
  checkWith({
    ...unsourced,
    'plans/mini/plan.mdx': typeof change === 'function' ? both(explained, change) : explained,
    ...others,
  }).handbook.plans[0] ?? assert.fail();
const measureOf = ({ measures }: Plan, number: number): Measure =>
  measures.find((one) => one.number === number) ?? assert.fail();

test('the numbers of targets and limits, quoted terms and doubtful readings stand where the text has them', () => {
  const plan = planWith({});
  const [task] = measureOf(plan, 1).tasks;
  assert.ok(task);
  assert.equal(drawn(task.text, annotationsOf(task)), '深化融资机制，全年组织银企对接会[不少于50场]。');
  const measure = measureOf(plan, 2);
  assert.equal(drawn(measure.text, annotationsOf(measure)), '推行“<[百日]办结>”，解决{突处问题}^。');
  assert.equal(
    drawn(
      measure.text,
      annotationsOf(measure, { home: true, rows: [{ end: measure.text.length, tasks: measure.tasks }] }),
    ),
    '推行“<[百日]办结>”，解决{突处问题}^。^',
  );
});

test('after a character beyond the basic plane the marks stand on their own words', () => {
  const plan = planWith({
    'plans/mini/measures/02.mdx': replace('\n推行“百日办结”，', '\n在𠮷祥街道推行“百日办结”，'),
  });
  const measure = measureOf(plan, 2);
  assert.equal(drawn(measure.text, annotationsOf(measure)), '在𠮷祥街道推行“<[百日]办结>”，解决{突处问题}^。');
});

test('a note leads to the page of its measure, on that page to its place there; its name quotes the reading', () => {
  const measure = measureOf(planWith({}), 2);
  const refs = [annotationsOf(measure), annotationsOf(measure, { home: true })].map((all) =>
    all.find(({ kind }) => kind === 'note-ref'),
  );
  assert.deepEqual(
    refs.map((ref) => ref && 'path' in ref && [ref.path, 'label' in ref && ref.label]),
    [
      ['plans/mini/measures/02/#note-m02-chu', '编辑注：“突处问题”疑误'],
      ['#note-m02-chu', '编辑注：“突处问题”疑误'],
    ],
  );
});

const gap = (reading: string, suggestion: string): Changes => ({
  'plans/mini/corrections.yaml': replace(
    'kind: misreading\n    where: { measure: 2 }\n    reading: 突处问题\n    suggestion: 突出问题',
    `kind: gap\n    where: { measure: 2 }\n    reading: ${reading}\n    suggestion: ${suggestion}`,
  ),
});

test('a gap stands where the reading stops agreeing with what is suggested, its note behind the reading', () => {
  const measure = measureOf(planWith(gap('突处问题', '突出的问题')), 2);
  assert.equal(drawn(measure.text, annotationsOf(measure)), '推行“<[百日]办结>”，解决突_处问题^。');
});

test('a quoted term that is in doubt is no link, as its note is one', () => {
  const plan = planWith({
    'plans/mini/corrections.yaml': replace(
      'reading: 突处问题\n    suggestion: 突出问题',
      'reading: 百日办结”，\n    suggestion: 百日办结”',
    ),
  });
  const measure = measureOf(plan, 2);
  assert.equal(drawn(measure.text, annotationsOf(measure)), '推行“{[百日]办结”，}^解决突处问题。');
});

test('notes and terms of the running text stand at their offsets in all of its texts, cells of tables among them', () => {
  const plan = planWith({
    'plans/mini/plan.mdx': replace(
      '各单位要落实责任。',
      '| 单位 | 时限 |\n| --- | --- |\n| 区甲局 | “百日办结” |\n\n各单位要落实责人。',
    ),
    'plans/mini/corrections.yaml': replace(
      'kind: restored\n    where: { part: body }\n    reading: 落落实\n    suggestion: 落实',
      'kind: misreading\n    where: { part: body }\n    reading: 责人\n    suggestion: 责任',
    ),
  });
  const texts = plan.blocks.flatMap((block) =>
    block.kind === 'measures' ? [] : block.kind === 'table' ? block.rows.flat() : [block.text],
  );
  let start = 0;
  const shown = texts.map((text) => {
    start += text.length;
    return drawn(text, bodyAnnotations(plan), start - text.length);
  });
  assert.deepEqual(shown.slice(-5), ['单位', '时限', '区甲局', '“<百日办结>”', '各单位要落实{责人}^。']);
});

test('on paper each note has a number, behind its reading or, where it is on all of the text, behind that', () => {
  const [task] = measureOf(planWith({}), 1).tasks;
  const { notes } = measureOf(planWith({}), 2);
  assert.ok(task);
  const endnotes = endnotesOf([...notes, ...task.notes]);
  const numbers = (text: string, own: typeof notes) =>
    endnoteRefs(text, own, endnotes).map((one) => [one.start, 'label' in one && one.label]);
  assert.deepEqual(numbers('解决突处问题。', notes), [[6, '注1']]);
  assert.deepEqual(numbers('解决突出问题。', notes), [[7, '注1']]);
  assert.deepEqual(numbers(task.text, task.notes), [[task.text.length, '注2']]);
  assert.deepEqual(numbers('', task.notes), [[0, '注2']]);
});

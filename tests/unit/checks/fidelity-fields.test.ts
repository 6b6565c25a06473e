import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../../../src/checks/fidelity/compare.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import type { Plan } from '../../../src/model/types.ts';
import type { Correction } from '../../../src/schema/correction.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const documents: { plan: Plan; source: string }[] = [
  ...Object.values(shapes).map((shape) => ({ plan: planOfShape(shape), source: shape.source })),
  ...handbookFrom(countyWithNext).plans.map((plan) => ({
    plan,
    source: Buffer.from(countyWithNext[contentFiles.source(plan.id)] ?? assert.fail()).toString('utf8'),
  })),
];

const swapped =
  (one: 'heading' | 'noticeTitle' | 'title' | 'addressees' | 'issuer', other: typeof one | 'issuedText') =>
  (plan: Plan): boolean => {
    const [first, second] = [plan[one], plan[other]];
    if (first === undefined || second === undefined) return false;
    Object.assign(plan, { [one]: second, [other]: first });
    return true;
  };

const reversed = (lines: string[] | undefined): boolean => (lines ?? []).length > 1 && lines?.reverse() !== undefined;

/** The row of a list whose number is merged with the one above. */
const mergedRow = ({ tasks, annex }: Plan) => (annex?.measure ? tasks.find(({ label }) => label === '') : undefined);

/** The measures of the first environment, or all. */
const measuresOf = ({ environments: [first], measures }: Plan) => first?.measures ?? measures;

/**
 * Ways in which a content is not its document although it has all of its characters, or nearly. Each changes a plan and tells whether
 * it could.
 */
const ways: Record<string, (plan: Plan) => boolean> = {
  'heading and title': swapped('heading', 'title'),
  'title and title of the notice': swapped('title', 'noticeTitle'),
  'heading and title of the notice': swapped('heading', 'noticeTitle'),
  'title and addressees': swapped('title', 'addressees'),
  'title of the notice and addressees': swapped('noticeTitle', 'addressees'),
  'issuer and date': swapped('issuer', 'issuedText'),
  'the paragraphs of the notice': ({ notice }) => reversed(notice),
  'a paragraph of the notice and the title': (plan) => {
    const [first] = plan.notice ?? [];
    if (first === undefined) return false;
    plan.notice = [plan.title, ...(plan.notice ?? []).slice(1)];
    plan.title = first;
    return true;
  },
  'the lines of the signature': ({ signature }) => reversed(signature),
  'the lines above the list': ({ annex }) => reversed(annex?.lines),
  'the columns of the list': ({ annex }) => annex?.text !== undefined && reversed(annex.columns),
  'two measures': (plan) => {
    const measures = measuresOf(plan);
    const [first, second] = measures;
    if (!first || !second) return false;
    measures.splice(0, 2, second, first);
    return true;
  },
  'two paragraphs that are one': ({ measures }) => {
    const [first, second] = measures.find(({ printed }) => (printed?.length ?? 0) > 1)?.printed ?? [];
    if (first?.kind !== 'paragraph' || second?.kind !== 'paragraph') return false;
    first.stretches.push(...second.stretches.splice(0));
    return true;
  },
  'the place of the measures': ({ blocks }) => {
    const at = blocks.findIndex(({ kind }) => kind === 'measures');
    if (at === blocks.length - 1) return false;
    blocks.push(...blocks.splice(at, 1));
    return true;
  },
  'two rows of the list': ({ tasks, annex }) => {
    const [first, second] = tasks;
    if (!annex?.text || !first || !second) return false;
    tasks.splice(0, 2, second, first);
    return true;
  },
  'the words of a row and those of the column before': (plan) => {
    const row = mergedRow(plan);
    if (!row) return false;
    Object.assign(row, { cells: { [plan.annex?.measure ?? '']: row.text }, text: '' });
    return true;
  },
  'the lines below the list': ({ annex }) => annex !== undefined && annex.below.splice(0).length > 0,
};

for (const [name, change] of Object.entries(ways))
  test(`${name}: what stands in another place than the document has it is found`, () => {
    const changed = documents.flatMap(({ plan, source }) => {
      const copy = structuredClone(plan);
      return change(copy) ? [{ copy, source }] : [];
    });
    assert.ok(changed.length > 0);
    for (const { copy, source } of changed) assert.ok(differences(copy, source).length > 0, copy.title);
  });

test('a number that only a web page has is the one in the line left out, whole', () => {
  const { plan, source } = documents.find((one) => one.plan.number !== undefined) ?? assert.fail();
  const number = plan.number ?? '';
  const page = `发文字号：${number}　发布日期：2030-03-02`;
  const left: Correction = { id: 'page', kind: 'left-out', reading: page, basis: '', certainty: 'high' };
  const found = (own: string) =>
    differences(
      { ...structuredClone(plan), number: own, corrections: [...plan.corrections, left] },
      `${page}\n${source.replace(`${number}\n`, '')}`,
    );
  assert.deepEqual(found(number), []);
  assert.ok(found(number.slice(1)).length > 0);
});

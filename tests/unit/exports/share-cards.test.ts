import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { cardFor, cardPath, shareCards } from '../../../src/exports/meta/share-cards.ts';
import { readFont, Setter } from '../../../src/exports/setter.ts';
import { drawPicture } from '../../../src/exports/share-picture.ts';
import type { Plan } from '../../../src/model/types.ts';
import {
  measurePath,
  planPath,
  supportPath,
  targetsPath,
  tasksPath,
  termsPath,
  unitPath,
  unitPrintPath,
  unitsPath,
} from '../../../src/routes/paths.ts';
import { pathOf, subjectsOf } from '../../../src/views/page-subject.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook: draft } = checkWith();
const handbook = { ...draft, site: { ...draft.site, origin: 'https://www.example.gov.cn' } };
const [plan] = handbook.plans as [Plan];
const cards = shareCards(handbook);
const font = readFont();

test('there is a card for each plan, kind of page and unit, each with a picture of its own', () => {
  const pages = ['', unitsPath, supportPath, termsPath, planPath(plan), tasksPath(plan), targetsPath(plan)];
  assert.deepEqual(cards.map(({ page }) => page).sort(), [...pages, ...handbook.units.map(unitPath)].sort());
  assert.equal(new Set(cards.map(cardPath)).size, cards.length);
});

test('without an origin no picture is drawn, as no page can name it', () => {
  assert.deepEqual(shareCards(draft), []);
});

test('every page has a card that is among those made: its own, that of its plan, its unit or the home page', () => {
  const pageFor = new Map(subjectsOf(handbook).map((subject) => [pathOf(subject), cardFor(handbook, subject)]));
  for (const card of pageFor.values()) assert.ok(cards.some((one) => isDeepStrictEqual(one, card)));
  for (const { page } of cards) assert.equal(pageFor.get(page)?.page, page);
  for (const measure of plan.measures) assert.equal(pageFor.get(measurePath(measure))?.page, planPath(plan));
  for (const unit of handbook.units) assert.equal(pageFor.get(unitPrintPath(unit))?.page, unitPath(unit));
  assert.equal(cardFor(handbook, { kind: 'not-found' }).page, '');
});

test('the card of a unit counts what all plans ask of it', () => {
  const facts = (id: string) => cards.find(({ page }) => page === unitPath({ id }))?.facts;
  assert.deepEqual(facts('jia'), ['2项任务　1条措施　1个量化目标']);
  assert.deepEqual(facts('bumen'), ['1条措施']);
});

test('the font that comes with the project has every character of the pictures', () => {
  const words = cards.flatMap(({ kicker, title, facts }) => [kicker, title, ...facts]).join('') + handbook.site.name;
  assert.deepEqual(
    [...new Set(words)].filter((one) => !font.some((part) => part.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))),
    [],
  );
});

test('the same words give the same picture', () => {
  const [picture] = cards;
  assert.ok(picture);
  const setter = new Setter(font);
  assert.equal(drawPicture(setter, picture, 'x'), drawPicture(new Setter(font), picture, 'x'));
  assert.notEqual(drawPicture(setter, picture, 'x'), drawPicture(setter, { ...picture, title: '别的' }, 'x'));
});

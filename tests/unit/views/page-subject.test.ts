import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardFor } from '../../../src/exports/meta/share-cards.ts';
import type { Handbook, Plan } from '../../../src/model/types.ts';
import { sitePages } from '../../../src/routes/site-pages.ts';
import {
  issuedOn,
  pageFacts,
  pathOf,
  type Subject,
  subjectPlan,
  subjectsOf,
  twinPath,
} from '../../../src/views/page-subject.ts';
import { planLinks, planSections, sharedSections } from '../../../src/views/site-map.ts';
import { countyWithNext, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const county = handbookFrom(countyWithNext);
const [plan = assert.fail()] = handbook.plans;
const [measure = assert.fail()] = plan.measures;
/** Five plans of the same content, as which they stand on three pages. */
const many: Handbook = {
  ...handbook,
  plans: [1, 2, 3, 4, 5].map((at) => ({ ...plan, id: `p${at}`, shortTitle: `方案${at}`, number: `${at}号` })),
};
const all = [handbook, county, many].flatMap((book) => subjectsOf(book).map((subject) => ({ book, subject })));

test('every page has a path and a title of its own, a description and a breadcrumb that ends in itself', () => {
  for (const book of [handbook, county]) {
    const subjects: Subject[] = [...subjectsOf(book), { kind: 'not-found' }];
    const facts = subjects.map((subject) => pageFacts(book, subject));
    assert.equal(new Set(subjects.map(pathOf)).size, subjects.length);
    assert.equal(new Set(facts.map(({ title }) => title)).size, subjects.length);
  }
  for (const { book, subject } of all) {
    const { title, description, crumbs } = pageFacts(book, subject);
    const path = pathOf(subject);
    assert.ok(title && description.length >= 8, path);
    assert.equal(crumbs.length === 0, subject.kind === 'home', path);
    assert.equal(crumbs.at(-1)?.path, undefined, path);
    assert.doesNotMatch(title + description, /undefined|null|NaN|\[object/u, path);
  }
});

test('the crumbs above a page lead to pages', () => {
  for (const book of [handbook, county]) {
    const paths = new Set(subjectsOf(book).map(pathOf));
    for (const subject of subjectsOf(book))
      for (const { path } of pageFacts(book, subject).crumbs.slice(0, -1))
        assert.ok(path !== undefined && paths.has(path.split('#', 1)[0] ?? ''), `${pathOf(subject)} → ${path}`);
  }
});

test('a page says what it is about, its plan and its part', () => {
  assert.deepEqual(pageFacts(handbook, { kind: 'measure', measure }), {
    title: '措施1 强化要素',
    description: '小方案措施1“强化要素”：文件原文、任务清单第1—2项、责任单位和量化目标。',
    crumbs: [
      { name: '方案', path: 'plans/mini/' },
      { name: '（一）市场', path: 'plans/mini/#environment-1' },
      { name: '措施1' },
    ],
  });
  assert.equal(pageFacts(many, { kind: 'measure', measure }).title, '措施1 强化要素 方案');
  const listless = { ...plan, annex: undefined, tasks: [] };
  assert.doesNotMatch(pageFacts(handbook, { kind: 'print', plan: listless }).description, /清单/u);
  assert.equal(pageFacts(handbook, { kind: 'collation', plan: listless }).title, '更正记录 方案');
});

test('pages over which plans are spread are told apart by title and path', () => {
  const units = subjectsOf(many).filter(({ kind }) => kind === 'units');
  assert.deepEqual(units.map(pathOf), ['units/', 'units/2/', 'units/3/']);
  assert.deepEqual(
    units.map((subject) => pageFacts(many, subject).title),
    ['责任单位', '责任单位（第2页）', '责任单位（第3页）'],
  );
});

test('official text has the day of its document, every other page none', () => {
  for (const { subject } of all) {
    const isText = ['plan', 'tasks', 'print', 'measure'].includes(subject.kind);
    assert.equal(issuedOn(subject), isText ? subjectPlan(subject)?.issuedOn : undefined, pathOf(subject));
    assert.ok(!isText || subjectPlan(subject), pathOf(subject));
  }
  const [newer, older] = [newerPlan, olderPlan].map(
    (wanted) => county.plans.find(({ id }) => id === wanted) ?? assert.fail(),
  );
  assert.equal(
    subjectPlan({ kind: 'comparison', newer: newer ?? assert.fail(), older: older ?? assert.fail() }),
    newer,
  );
});

test('plans, task lists, measures, units and updates have a Markdown twin beside the page', () => {
  for (const { subject } of all) {
    const hasTwin = ['plan', 'tasks', 'measure', 'unit', 'updates'].includes(subject.kind);
    if (!hasTwin) assert.equal(twinPath(subject), undefined, pathOf(subject));
  }
  assert.equal(twinPath({ kind: 'tasks', plan }), 'plans/mini/tasks/index.md');
});

test('the site map leads to every page but sheets for paper, downloads of a plan and itself', () => {
  for (const book of [handbook, county]) {
    const sections = [...planSections(book, book.plans), ...sharedSections(book)];
    const linked = sections.flatMap(({ links, parts }) => [...links, ...parts.flatMap((part) => part.links)]);
    const expected = subjectsOf(book)
      .filter(({ kind }) => !['unit-print', 'plan-data', 'sitemap'].includes(kind))
      .map(pathOf);
    assert.deepEqual(linked.map(({ path }) => path).toSorted(), expected.toSorted());
    assert.equal(linked.find(({ path }) => path === '')?.name, sitePages.home.name);
  }
});

test('a plan leads to its own pages and to what is compared with it, without a list to none of that', () => {
  const [newer = assert.fail(), older = assert.fail()] = county.plans;
  const paths = new Set(subjectsOf(county).map(pathOf));
  const links = planLinks(older, [{ newer, older }]);
  for (const { path, caption } of links) assert.ok(paths.has(path) && caption !== '', path);
  assert.ok(links.some(({ name }) => name === `与${newer.shortTitle}比较`));
  assert.deepEqual(
    planLinks({ ...older, annex: undefined }, []).map(({ name }) => name),
    ['一页概览', '量化目标', '更正记录', '词语', '打印全文', '文档下载'],
  );
});

test('a plan without list, units, targets and terms is said to have none of them', () => {
  const { annex: _, ...record } = plan;
  const bare: Plan = {
    ...record,
    numbering: 'printed',
    targets: [],
    limits: [],
    tasks: [],
    corrections: [],
    measures: [],
  };
  bare.measures = plan.measures.map((one) => ({
    ...one,
    plan: bare,
    ...{ units: [], mentions: [], tasks: [], targets: [], limits: [] },
    ...{ title: '措施', text: '正文。' },
  }));
  const book = { ...handbook, plans: [bare], units: [] };
  const [first = assert.fail()] = bare.measures;
  const said = (subject: Subject) => pageFacts(book, subject).description;
  assert.equal(said({ kind: 'targets', plan: bare }), '小方案：文件没有提出量化目标。');
  assert.doesNotMatch(said({ kind: 'overview', plan: bare }), /责任单位|目标/u);
  assert.doesNotMatch(said({ kind: 'measure', measure: first }), /责任单位|目标|任务/u);
  assert.match(said({ kind: 'collation', plan: bare }), /没有记下差错。$/u);
  assert.equal(said({ kind: 'plan-data', plan: bare }), `${bare.title}的措施，可下载 CSV 和 JSON。`);
  assert.equal(said({ kind: 'units' }), '收录的文件没有写明责任单位。');
  const { annex: __, ...unlisted } = plan;
  assert.doesNotMatch(pageFacts({ ...handbook, plans: [unlisted] }, { kind: 'units' }).description, /任务/u);
  const captions = planLinks(bare, []).map(({ name, caption }) => `${name}：${caption}`);
  assert.ok(captions.includes('一页概览：措施列于一页，可打印、可下载图片'), captions.join());
  assert.ok(captions.includes('量化目标：文件没有提出量化目标'));
  assert.ok(captions.includes('打印全文：全文，公文版式'));
  assert.ok(!captions.some((one) => one.startsWith('词语：')));
  assert.deepEqual(cardFor(book, { kind: 'targets', plan: bare }).facts, ['文件没有提出量化目标']);
  assert.deepEqual(cardFor(book, { kind: 'units' }).facts, ['收录的文件没有写明责任单位']);
  const parts = sharedSections({ ...book, topics: handbook.topics.filter(({ kind }) => kind === 'need') });
  assert.deepEqual(
    parts.flatMap((section) => section.parts.map(({ title }) => title)),
    ['按需求'],
  );
});

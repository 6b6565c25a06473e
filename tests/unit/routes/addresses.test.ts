import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedPairs } from '../../../src/model/compared-pairs.ts';
import { addressesOf, movedPaths, redirected } from '../../../src/routes/addresses.ts';
import { comparePath, measurePath, planPath, tasksPath, topicPath, unitPath } from '../../../src/routes/paths.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';

const to = (from: string, end: string) => ({ from, to: end });

test('the addresses of a handbook are those of its plans, measures, units and topics, and its own pages', () => {
  const handbook = handbookFrom(countyWithNext);
  const pairs = comparedPairs(handbook);
  const addresses = addressesOf(handbook, pairs);
  const [plan = assert.fail()] = handbook.plans;
  const some = [
    planPath(plan),
    tasksPath(plan),
    ...plan.measures.map(measurePath),
    ...pairs.map(comparePath),
    ...handbook.units.map(unitPath),
    ...handbook.topics.map(topicPath),
    'units/',
  ];
  for (const address of some) assert.ok(addresses.includes(address), address);
  assert.deepEqual(addresses, [...new Set(addresses)].sort());
});

test('a redirect takes along what lies below it, the nearest one first, and over several to the end', () => {
  const redirects = [to('units/a/', 'units/b/'), to('units/b/', 'units/c/'), to('units/a/print/', 'units/d/print/')];
  assert.equal(redirected('units/a/', redirects), 'units/c/');
  assert.equal(redirected('units/a/2/', redirects), 'units/c/2/');
  assert.equal(redirected('units/a/print/', redirects), 'units/d/print/');
  assert.equal(redirected('units/ab/', redirects), 'units/ab/');
  assert.equal(redirected('units/a/', [to('units/a/', 'units/b/'), to('units/b/', 'units/a/')]), undefined);
});

test('with a plan its data move', () => {
  assert.equal(redirected('data/plans/a/tasks.json', [to('plans/a/', 'plans/b/')]), 'data/plans/b/tasks.json');
  assert.equal(redirected('data/units/a/', [to('units/a/', 'units/b/')]), 'data/units/a/');
});

test('the addresses of before are those below a redirect that hold a page or file now, and none that is there', () => {
  const redirects = [to('units/a/', 'units/b/'), to('units/b/', 'units/c/')];
  assert.deepEqual(movedPaths(['units/c/', 'units/c/print/', 'units/b/', 'units/d/'], redirects), [
    to('units/a/', 'units/c/'),
    to('units/a/print/', 'units/c/print/'),
    to('units/b/print/', 'units/c/print/'),
  ]);
});

test('the files of a redirected unit in the data of each plan move with it, and those of no other', () => {
  const data = 'data/plans/p/units/';
  const files = ['c.docx', 'c-report.xlsx', 'cc.docx', 'd.docx'].map((name) => data + name);
  assert.deepEqual(
    movedPaths(files, [to('units/a/', 'units/b/'), to('units/b/', 'units/c/'), to('support/x/', 'units/d/')]),
    [
      to(`${data}a.docx`, `${data}c.docx`),
      to(`${data}a-report.xlsx`, `${data}c-report.xlsx`),
      to(`${data}b.docx`, `${data}c.docx`),
      to(`${data}b-report.xlsx`, `${data}c-report.xlsx`),
    ],
  );
});

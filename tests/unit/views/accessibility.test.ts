import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { oldestBrowsers } from '../../../src/integrations/browser-floor.ts';
import {
  accessibilityChecks,
  auditedStatements,
  browserFloor,
  checkedStatements,
  triedEngines,
} from '../../../src/views/accessibility.ts';
import { looks } from '../../e2e/looks.ts';
import { engines } from '../../engines/engines.ts';

test('what the accessibility statement says was checked, tests check', () => {
  const specs = globSync('tests/e2e/*.spec.ts').map((file) => readFileSync(file, 'utf8'));
  for (const tag of Object.keys(checkedStatements))
    assert.ok(
      specs.some((spec) => spec.includes(`'${tag}'`)),
      `no browser test is tagged ${tag}`,
    );
  for (const file of Object.keys(auditedStatements))
    assert.match(readFileSync(`tests/audit/${file}`, 'utf8'), /^test\(/mu, file);
  for (const look of accessibilityChecks.looks) assert.ok(look in looks, look);
});

test('the browsers that it names are those that the build is made for', () => {
  for (const [floor, env] of [
    ['all', 'defaults'],
    ['reading', 'reading'],
  ] as const)
    assert.deepEqual(
      Object.fromEntries(Object.entries(browserFloor[floor]).map(([name, version]) => [name, Number(version)])),
      oldestBrowsers(env),
    );
});

test('the engines that it names are those in which the journeys are made', () => {
  assert.deepEqual(
    engines.map(({ name }) => name),
    [...triedEngines],
  );
  assert.deepEqual(
    engines.filter(({ belowFloor }) => belowFloor).map(({ name }) => name),
    triedEngines.slice(-1),
  );
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkedStatements } from '../../../src/views/accessibility.ts';

test('what the accessibility statement says was checked, browser tests check', () => {
  const specs = globSync('tests/e2e/*.spec.ts').map((file) => readFileSync(file, 'utf8'));
  for (const tag of Object.keys(checkedStatements))
    assert.ok(
      specs.some((spec) => spec.includes(`'${tag}'`)),
      `no browser test is tagged ${tag}`,
    );
});

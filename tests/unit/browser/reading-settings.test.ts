import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elder, isElder, names, settingsFrom } from '../../../src/browser/reading/settings.ts';

test('长者模式 is on when all of its settings are, and not when any one is missing', () => {
  assert.ok(isElder(elder));
  assert.ok(isElder({ ...elder, size: 'larger' }));
  assert.ok(!isElder({}));
  for (const name of names) {
    const { [name]: _, ...others } = elder;
    assert.ok(!isElder(others), `without ${name}`);
    assert.ok(!isElder({ [name]: elder[name] }), `with ${name} alone`);
  }
});

test('what is no setting is dropped, wherever it came from', () => {
  assert.deepEqual(settingsFrom({ size: 'larger', contrast: 'low', pointer: 1, other: 'x' }), { size: 'larger' });
  assert.deepEqual(settingsFrom({ size: '', spacing: 'wide' }), { spacing: 'wide' });
  assert.deepEqual(settingsFrom({}), {});
});

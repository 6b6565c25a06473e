import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elder, isElder, settingsFrom, withElder } from '../../../src/browser/reading/settings.ts';

test('长者模式 is on when all of its settings are, and not when any one is missing', () => {
  assert.ok(isElder(elder));
  assert.ok(isElder({ ...elder, size: 'larger' }));
  assert.ok(!isElder({}));
  for (const name of Object.keys(elder) as (keyof typeof elder)[]) {
    const { [name]: _, ...others } = elder;
    assert.ok(!isElder(others), `without ${name}`);
    assert.ok(!isElder({ [name]: elder[name] }), `with ${name} alone`);
  }
});

test('长者模式 on and off leaves alone what is no part of it, and makes no text smaller', () => {
  assert.deepEqual(withElder({ shortcut: 'off' }, true), { ...elder, shortcut: 'off' });
  assert.deepEqual(withElder({ size: 'larger' }, true), { ...elder, size: 'larger' });
  assert.deepEqual(withElder({ ...elder, shortcut: 'off' }, false), { shortcut: 'off' });
  assert.deepEqual(withElder(elder, false), {});
});

test('what is no setting is dropped, wherever it came from', () => {
  assert.deepEqual(settingsFrom({ size: 'larger', contrast: 'low', pointer: 1, other: 'x' }), { size: 'larger' });
  assert.deepEqual(settingsFrom({ size: '', spacing: 'wide' }), { spacing: 'wide' });
  assert.deepEqual(settingsFrom({}), {});
});

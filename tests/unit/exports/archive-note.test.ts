import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveNote } from '../../../src/exports/archive-note.ts';

const noteFor = (base: string) => archiveNote({ name: '某手册', base });

test('the note gives the address at which the handbook opens, below its base', () => {
  assert.match(noteFor('/'), /http:\/\/localhost:8000\/\r\n/u);
  assert.doesNotMatch(noteFor('/'), /新建文件夹/u);
  assert.match(noteFor('/zt/yshj/'), /新建文件夹 zt\/yshj，/u);
  assert.match(noteFor('/zt/yshj/'), /http:\/\/localhost:8000\/zt\/yshj\/\r\n/u);
});

test('the note is text for Notepad: a byte order mark, and both signs at every end of line', () => {
  assert.ok(noteFor('/').startsWith('\uFEFF某手册\r\n'));
  assert.doesNotMatch(noteFor('/'), /(?<!\r)\n/u);
});

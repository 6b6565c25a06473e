import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileSize } from '../../../src/text/file-size.ts';

test('a size is told in kilobytes, from a megabyte on in those, and never too small', () => {
  assert.deepEqual([1, 1024, 1025, 1023 * 1024, 1024 * 1024, 1024 * 1024 + 1, 3.4 * 1024 * 1024].map(fileSize), [
    '1 KB',
    '1 KB',
    '2 KB',
    '1023 KB',
    '1.0 MB',
    '1.1 MB',
    '3.4 MB',
  ]);
});

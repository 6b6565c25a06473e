import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packFiles, unpackFiles } from '../../../src/browser/copy-format.ts';

test('what is packed comes back, byte for byte and in order', () => {
  const file = fc.record(
    {
      path: fc.string({ unit: 'binary' }),
      type: fc.constantFrom('text/html; charset=utf-8', 'application/octet-stream'),
      bytes: fc.uint8Array(),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(file), (files) => {
      // As unpacked bytes lie: somewhere in a larger buffer.
      const packed = packFiles(files);
      const within = new Uint8Array(packed.length + 7);
      within.set(packed, 7);
      assert.deepEqual(unpackFiles(within.subarray(7)), files);
    }),
  );
});

test('a copy that ends too soon is refused', () => {
  const packed = packFiles([{ path: 'a/', type: 'text/css', bytes: new Uint8Array(9) }]);
  for (const length of [packed.length - 1, 20, 3]) assert.throws(() => unpackFiles(packed.subarray(0, length)));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { qrCode } from '../../../src/views/qr-code.ts';

/** Reads a drawn code as a camera would: each module as three by three pixels. */
function read({ size, path }: ReturnType<typeof qrCode>): string {
  const scale = 3;
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/gu))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      data.fill(0, (row * width + Number(x) * scale) * 4, (row * width + (Number(x) + Number(length)) * scale) * 4);
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return decodeQR({ width, height: width, data });
}

test('a QR code is read as the text that it was made of', () => {
  for (const text of ['https://www.example.gov.cn/yshj/units/jing/', `https://www.example.gov.cn/${'a'.repeat(200)}/`])
    assert.equal(read(qrCode(text)), text);
});

test('a QR code has a light margin of four modules on each side', () => {
  const { size, path } = qrCode('https://www.example.gov.cn/');
  const runs = [...path.matchAll(/M(\d+) (\d+)\.5h(\d+)/gu)].map(([, ...numbers]) => numbers.map(Number));
  const least = (values: number[]) => Math.min(...values);
  assert.equal(least(runs.map(([x = 0]) => x)), 4);
  assert.equal(least(runs.map(([, y = 0]) => y)), 4);
  assert.equal(least(runs.map(([x = 0, , length = 0]) => size - x - length)), 4);
});

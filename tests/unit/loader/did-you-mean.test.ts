import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean } from '../../../src/loader/did-you-mean.ts';

test('the nearest known name is offered, whatever the order of the names, and none that is unlike', () => {
  const known = ['区财政局', '区经科局', '区税务局'];
  for (const names of [known, known.toReversed()]) {
    assert.equal(didYouMean('区财政据', names), '最接近的是“区财政局”');
    // Two of its four characters differ from each name.
    assert.equal(didYouMean('区科技局', names), '最接近的是“区税务局”');
  }
  assert.equal(didYouMean('市中级人民法院', known), '没有相近的');
  assert.equal(didYouMean('区财政局', []), '目前一个也没有');
});

test('the name that stands whole in another is nearest to it', () => {
  assert.equal(didYouMean('区经科局', ['区交通局', '区经科局（经信局）']), '最接近的是“区经科局（经信局）”');
});

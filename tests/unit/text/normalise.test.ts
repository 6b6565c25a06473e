import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lettersOf, normalise, tidyBlanks, withoutBlanks } from '../../../src/text/normalise.ts';

const examples: [(text: string) => string, string, string][] = [
  [normalise, 'ＡＢ　c\n“１”', 'abc“1”'],
  [withoutBlanks, ' 一\u3000二\t3 ', '一二3'],
  [lettersOf, '（一）办理 2 件，“减30%”。', '一办理2件减30'],
  [tidyBlanks, '　推行 一网 通办 。', '推行一网通办。'],
  [tidyBlanks, '3 个  APP  for  free', '3个APP for free'],
  [tidyBlanks, '第一条  便利 准入', '第一条 便利准入'],
  [tidyBlanks, '第十二章　总 则', '第十二章　总则'],
  [tidyBlanks, '', ''],
];
for (const [form, text, formed] of examples)
  test(`${form.name} makes “${formed}” of ${JSON.stringify(text)}`, () => assert.equal(form(text), formed));

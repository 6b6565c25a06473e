import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReceived } from '../../../src/import/document-text.ts';
import { ImportFault } from '../../../src/import/finding.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';
import { countyWithNext, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { articles, asText, items } from '../../fixtures/documents.ts';
import { assertNothingInvented, assertNothingLost } from '../../fixtures/nothing-lost.ts';
import { received } from '../../fixtures/received.ts';
import { shapes } from '../../fixtures/shapes.ts';

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? assert.fail()).toString('utf8');
const sources = [olderPlan, newerPlan].map((plan) => countyWithNext[contentFiles.source(plan)]);
const printed = [
  ...Object.values(shapes).map(({ source }) => source),
  ...Object.values(received).map(({ lines }) => lines.join('\n')),
];
const documents = [...[...sources, asText(articles), asText(items)].map(textOf), ...printed];
const registry = new UnitRegistry([]);

const garble = fc.oneof(
  fc.constantFrom(
    '（',
    '）',
    '（责任单位：',
    '。',
    '\t',
    '\n',
    '1. ',
    '第一条 ',
    '*',
    '<b>',
    '{',
    '`',
    '|',
    '---',
    '\u0000',
    '\u3000',
    '附件',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** What can befall a document on its way. */
const mishaps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(400) }),
    fc.record({ kind: fc.constant('double' as const), at: fc.nat(), length: fc.nat(400) }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
    fc.record({ kind: fc.constant('garble' as const), at: fc.nat(), words: garble }),
  ),
  { minLength: 1, maxLength: 6 },
);

function befall(
  text: string,
  mishap: { kind: string; at: number; length?: number; to?: number; words?: string },
): string {
  const at = mishap.at % (text.length + 1);
  const piece = text.slice(at, at + (mishap.length ?? 0));
  if (mishap.kind === 'cut') return text.slice(0, at) + text.slice(at + piece.length);
  if (mishap.kind === 'double') return text.slice(0, at) + piece + text.slice(at);
  if (mishap.kind === 'garble') return text.slice(0, at) + mishap.words + text.slice(at);
  const lines = text.split('\n');
  const [line = ''] = lines.splice(mishap.at % lines.length, 1);
  lines.splice((mishap.to ?? 0) % (lines.length + 1), 0, line);
  return lines.join('\n');
}

test('of a document that is cut, doubled, shuffled or corrupted, every sentence is in the draft or in the report', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), mishaps, (text, all) =>
      assertNothingLost(all.reduce(befall, text).toWellFormed()),
    ),
    { numRuns: 60 },
  );
});

test('of a document whose lines are shuffled, every sentence is in the draft or in the report', () => {
  const shuffled = fc
    .constantFrom(...documents)
    .map((text) => text.split('\n'))
    .chain((lines) => fc.shuffledSubarray(lines, { minLength: Math.floor(lines.length / 2) }));
  fc.assert(
    fc.property(shuffled, (lines) => assertNothingLost(lines.join('\n'))),
    { numRuns: 20 },
  );
});

test('of any text at all, every sentence is in the draft or in the report', () => {
  const lines = fc.array(fc.oneof(garble, fc.constantFrom(...documents.flatMap((text) => text.split('\n')))), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(lines, (text) => assertNothingLost(text.join('\n').toWellFormed())),
    { numRuns: 200 },
  );
});

/** A signature between two lines that are no sentences: the lines beside it are no paragraph. */
const signedWithin = [
  '关于发展比赛的意见',
  '比赛很重要，提出如下意见。',
  '一、丰富活动',
  '（一）办好联赛。组织联赛。（区甲局负责）',
  '区甲局、区丙局按职责分工负责）',
  '甲部',
  '2030年3月1日',
  '）完善投入。拓宽渠道。（区甲局、区丙局按职责分工负责）',
  '甲部',
  '2030年3月1日',
].join('\n');
/** A number between the lines of a title, and a signature between two rows of a table: neither are the lines beside it one. */
const numberWithin = ['甲区人民政府办公室文', '甲政办〔2030〕1号', '件', '关于发展比赛的意见', '一、办好联赛。'].join(
  '\n',
);
const signedTable = [
  '比赛意见',
  '一、补贴',
  '对象\t标准',
  '甲部',
  '2030年3月1日',
  '博士\t10万元',
  '甲部',
  '2030年3月1日',
].join('\n');

test('of a document that is cut, doubled, shuffled or corrupted, all that the draft gives as its words stands in it, in its order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...printed), mishaps, (text, all) =>
      assertNothingInvented(all.reduce(befall, text).toWellFormed()),
    ),
    {
      numRuns: 100,
      examples: [
        [signedWithin, []],
        [numberWithin, []],
        [signedTable, []],
      ],
    },
  );
});

test('any bytes are either read or refused in words for an editor', async () => {
  const names = fc.constantFrom('a.txt', 'a.md', 'a.docx', 'a.pdf', 'a');
  await fc.assert(
    fc.asyncProperty(names, fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
      try {
        const { text } = await readReceived(name, bytes);
        readDocument(text, registry);
      } catch (error) {
        assert.ok(error instanceof ImportFault && /\p{Script=Han}/u.test(error.message), String(error));
      }
    }),
    { numRuns: 200 },
  );
});

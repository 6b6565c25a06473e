import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReceived } from '../../../src/import/document-text.ts';
import { draftFiles } from '../../../src/import/draft.ts';
import { ImportFault } from '../../../src/import/finding.ts';
import { type ReadDocument, readDocument } from '../../../src/import/read-document.ts';
import { readProse } from '../../../src/loader/body.ts';
import { splitFrontmatter } from '../../../src/loader/frontmatter.ts';
import { readYaml } from '../../../src/loader/yaml.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';
import { articles, asText, items } from '../../fixtures/documents.ts';

const present = readFileSync('content/plans/2025-business-environment/source.txt', 'utf8');
const documents = [present, ...[articles, items].map((source) => Buffer.from(asText(source)).toString('utf8'))];
const registry = new UnitRegistry([]);

const scalars = (data: unknown): string[] =>
  data && typeof data === 'object' ? Object.values(data).flatMap(scalars) : [String(data)];

/** Data as the check reads them. */
function dataOf(text: string, file: string): unknown {
  const { data, problems } = readYaml(text, file, 1);
  assert.deepEqual(problems, [], text);
  return data;
}

/** All words that the draft's files hold, as their readers read them. */
function wordsOfFiles({ draft }: ReadDocument): string[] {
  return [...draftFiles('next', draft)].flatMap(([file, text]) => {
    if (file.endsWith('.yaml')) return scalars(dataOf(text, file));
    const parts = splitFrontmatter(text, file);
    assert.ok('data' in parts, `${file}：${text}`);
    const { blocks, problems } = readProse(parts.body, file, 1);
    assert.deepEqual(problems, [], parts.body);
    const data = dataOf(parts.data, file) as Record<string, unknown>;
    return [
      ...scalars(data),
      `${data.title}${blocks.map((block) => ('text' in block ? block.text : '')).join('')}${data.units ?? ''}`,
    ];
  });
}

/** Letters and figures, without the numbers of headings and rows that the handbook counts itself. */
const essence = (words: string) => words.replace(/[^\p{L}\p{M}\p{N}\p{So}]/gu, '');
const counted =
  /^(?:附件\s*\d*[：:]?|第[〇零一二三四五六七八九十百\d]+[编章节条]|[（(]?[〇零一二三四五六七八九十百]+[）)、]+|[（(]?[\d.．]+[.．、）)]?)/u;
const labels = /(?:责任|牵头|配合)(?:单位|部门)[：:]/u;

function assertNothingLost(text: string): void {
  const read = readDocument(text, registry);
  const told = read.findings.flatMap(({ found, why }) => [found, why]);
  const kept = [...wordsOfFiles(read), ...told].map(essence).join('\n');
  for (const line of text.replace(/<\/?[a-z][^<>]*>/giu, (tag) => tag.replace(/[^\n]/gu, '')).split(/\r\n|\r|\n/u))
    for (const sentence of line.split(/[。！？；;!?\t]/u)) {
      const parts = sentence.replace(/\s/gu, '').replace(counted, '').split(labels).map(essence);
      const whole = essence(sentence);
      assert.ok(kept.includes(whole) || parts.every((part) => kept.includes(part)), `丢了“${sentence}”`);
    }
}

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
    { numRuns: 40 },
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

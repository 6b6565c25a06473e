import assert from 'node:assert/strict';
import { matchesGlob } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMap, isSeq, parseDocument, Scalar, stringify, visit } from 'yaml';
import { z } from 'zod';
import { normalForm } from '../../../src/loader/format.ts';
import { splitFrontmatter } from '../../../src/loader/frontmatter.ts';
import { readYaml } from '../../../src/loader/yaml.ts';
import { fileKindNames, fileKinds } from '../../../src/schema/content-types.ts';
import { checkFiles, mini } from '../../fixtures/mini.ts';

const kindOf = (path: string) => fileKindNames.find((kind) => matchesGlob(path, fileKinds[kind].pattern));

/** A folder in its normal form. */
const formed = (folder: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(folder).map(([path, text]) => {
      const kind = kindOf(path);
      const form = kind && normalForm(text, path, fileKinds[kind].schema);
      assert.ok(!kind || form !== undefined, path);
      return [path, form ?? text];
    }),
  );

const check = (folder: Readonly<Record<string, string>>) =>
  checkFiles(Object.entries(folder).map(([path, text]) => ({ path, bytes: Buffer.from(text) })));

/** What is read of a folder; on which line of its file a paragraph stands is no part of it. */
function handbookOf(folder: Readonly<Record<string, string>>) {
  const { handbook, problems } = check(folder);
  assert.deepEqual(problems, []);
  const read = structuredClone(handbook);
  for (const { blocks } of read.plans) for (const block of blocks) block.line = 0;
  return read;
}

/** The comments of a text, without the blanks around them. */
const comments = (text: string) => [...text.matchAll(/(?:^|\s)#(.*)$/gmu)].map(([, words = '']) => words.trim()).sort();

/** Numbers below a bound, always the same for a seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A file written carelessly: other order of fields, other quotes, other line ends, blanks and empty lines; no other meaning. */
function careless(path: string, text: string, random: (below: number) => number): string {
  const parts = splitFrontmatter(text, path);
  assert.ok(parts.ok);
  const document = parseDocument(parts.data);
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string' && random(3) === 0) node.type = Scalar.QUOTE_DOUBLE;
    },
    Collection: (_, node) => {
      if (isMap(node)) node.items.sort(() => random(3) - 1);
      if (isSeq(node) && node.items.length > 0 && node.items.every((item) => item instanceof Scalar))
        node.flow = random(2) === 0;
    },
  });
  const yaml = document.toString({ lineWidth: [0, 40, 80][random(3)] ?? 0, indentSeq: random(2) === 0 });
  const spaced = yaml.replace(/\n(?=\w)/gu, () => '\n'.repeat(1 + random(4)));
  // Beside a value the check refuses a comment, as words of the value may be meant.
  const remarked = spaced.replace(/\n(?=\w+: )/gu, (end) => (random(12) === 0 ? '\n# 说明  \n' : end));
  const whole = !path.endsWith('.mdx')
    ? remarked
    : `---\n${remarked}---\n\n\n${parts.body.replaceAll('\n', '  \n')}\n\n`;
  return random(2) === 0 ? whole.replaceAll('\n', '\r\n') : whole;
}

test('however carelessly the files are written, the normal form has the same handbook, keeps the comments, and is its own', () => {
  const wanted = handbookOf(mini);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomOf(seed);
      const written = Object.fromEntries(
        Object.entries(mini).map(([path, text]) => [path, kindOf(path) ? careless(path, text, random) : text]),
      );
      const form = formed(written);
      assert.deepEqual(handbookOf(form), wanted);
      assert.deepEqual(formed(form), form);
      for (const [path, text] of Object.entries(form)) {
        if (!kindOf(path)) continue;
        assert.doesNotMatch(text, /[ \t]$|\r|\n\n\n/mu);
        assert.deepEqual(comments(text), comments(written[path] ?? ''), path);
      }
    }),
    { numRuns: 25 },
  );
});

const words = fc.string({
  unit: fc.constantFrom(...' -:#[]{}<>&*!|\'"%@`,.，。？“”=+~^\\_0123456789eEoxTZyYnN区甲局'),
  maxLength: 12,
});
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    words,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('whatever data a file holds and however it is written, its normal form is read the same and is its own', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), value, { minKeys: 1, maxKeys: 4 }),
      fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'),
      fc.constantFrom('any', 'block', 'flow'),
      (data, defaultStringType, collectionStyle) => {
        const text = stringify(data, { defaultStringType, collectionStyle });
        const before = readYaml(text, 'x.yaml', 1);
        if (before.problems.length > 0) return;
        const form = normalForm(text, 'x.yaml', z.strictObject({ b: z.string(), a: z.string() }));
        assert.ok(form !== undefined);
        assert.deepEqual(readYaml(form, 'x.yaml', 1).data, before.data);
        assert.equal(normalForm(form, 'x.yaml', z.strictObject({ b: z.string(), a: z.string() })), form);
      },
    ),
    {
      numRuns: 250,
      examples: [
        [{ a: ' *+' }, 'PLAIN', 'any'],
        [{ a: { a: '局,*Z' } }, 'PLAIN', 'flow'],
      ],
    },
  );
});

const unit = (text: string) => normalForm(text, 'units/jia.yaml', fileKinds.units.schema);

test('fields stand in the order of the schema, unknown ones last', () => {
  assert.equal(unit('kind: unit\nx: 1\nname: 区甲局\n'), 'name: 区甲局\nkind: unit\nx: 1\n');
});

test('quotes stand only where a value needs them, and are single', () => {
  assert.equal(
    unit('name: "区甲局"\nkind: "unit"\nsearchTerms: ["100%", "%", "a, b", "2025-03-28", "是\'否"]\nnote: "a, b"\n'),
    "name: 区甲局\nkind: unit\nnote: a, b\nsearchTerms: [100%, '%', 'a, b', '2025-03-28', 是'否]\n",
  );
});

test('a long list keeps the rows in which the editor wrote it', () => {
  assert.equal(
    unit('name: 区甲局\nkind: unit\nsearchTerms: [ 甲,乙,\n      丙 ,  丁 ]\n'),
    'name: 区甲局\nkind: unit\nsearchTerms:\n  [\n    甲, 乙,\n    丙, 丁,\n  ]\n',
  );
});

test('a comment below an empty field stays where it is', () => {
  const text = 'name: 小手册\norigin:\n# 放在哪里\nbase: /\n';
  assert.equal(normalForm(text, 'site.yaml', fileKinds.site.schema), text);
});

test('a file that cannot be read is left alone', () => {
  assert.equal(unit('name: [区甲局\n'), undefined);
});

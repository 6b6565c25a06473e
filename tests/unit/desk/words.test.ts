import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alternativesOf, isObject, type Json, type JsonSchema, schemaAt } from '../../../src/desk/core/schema-at.ts';
import { inFormWords, meaningOf, reportInFormWords, withoutFiles, wordsOf } from '../../../src/desk/core/words.ts';
import { fileKindNames, fileKinds } from '../../../src/schema/content-types.ts';
import { editorSchemas, jsonSchemaOf } from '../../../src/schema/json-schema.ts';

/** Every part of a schema, with its place. */
function partsOf(schema: JsonSchema, place: string): [place: string, part: JsonSchema][] {
  const { properties = {}, items, additionalProperties } = schema;
  const inside = [
    ...Object.entries(properties),
    ...[['[]', items] as const, ['{}', additionalProperties] as const],
    ...(alternativesOf(schema) ?? []).map((one, at) => [`(${at})`, one] as const),
  ];
  return [
    [place, schema],
    ...inside.flatMap(([name, part]) => (isObject(part) ? partsOf(part as JsonSchema, `${place}.${name}`) : [])),
  ];
}
const parts = fileKindNames.flatMap((kind) => partsOf(jsonSchemaOf(fileKinds[kind].schema), kind));
const listed = parts.map(([place, part]) => {
  const values = (part.enum ?? ('const' in part ? [part.const] : [])) as Json[];
  return { place, part, values };
});

test('every field, and every value that a schema lists, is called by a Chinese name', () => {
  for (const { place, part, values } of listed) {
    for (const [key, field] of Object.entries(part.properties ?? {}))
      assert.match(String((field as JsonSchema).title), /\p{Script=Han}/u, `${place}.${key}`);
    for (const value of values)
      assert.match(meaningOf(value, part) ?? String(value), /\p{Script=Han}/u, `${place}: ${value}`);
  }
  assert.ok(listed.some(({ values }) => values.length > 0));
});

test('what a form says of a field does not say how YAML writes it; what VS Code says does', () => {
  const keys = parts.flatMap(([, part]) => Object.keys(part.properties ?? {}));
  const values = listed.flatMap(({ values }) => values.filter((value) => /^[a-z]/u.test(String(value))));
  const foreign = new RegExp(
    `(?<![\\w/.-])(?:${[...new Set([...keys, ...values, 'true', 'false'])].join('|')})(?![\\w/.-])|[[\\]{}]|\\.(?:yaml|mdx)|列表`,
    'u',
  );
  for (const [place, { description = '' }] of parts)
    assert.doesNotMatch(description.replaceAll(/`npm run [^`]*`/gu, ''), foreign, place);

  const texts = editorSchemas().map(([, text]) => text);
  assert.ok(texts.every((text) => !text.includes('"notation"')));
  const units = JSON.parse(new Map(editorSchemas()).get('units.json') ?? '').properties;
  for (const value of units.kind.enum) assert.match(units.kind.description, new RegExp(`\\b${value}\\b`, 'u'));
});

test('data are words: by the names of values and of what is chosen, days and yes and no', () => {
  const corrections = jsonSchemaOf(fileKinds.corrections.schema);
  const data = {
    corrections: [{ id: 'a', kind: 'gap', where: { part: 'body' }, reading: '甲', certainty: 'low' }],
  };
  const names = (choices: string, value: string) => (choices === 'topics' && value === 'tax' ? '办税' : undefined);
  assert.deepEqual(wordsOf(data, corrections, names), ['a', '缺字', '总体要求和保障措施', '甲', '存疑']);
  const measures = jsonSchemaOf(fileKinds.measures.schema);
  const measure = { topics: ['tax', 'other'], tasks: [{ innovation: true, topics: ['tax'] }] };
  assert.deepEqual(wordsOf(measure, measures, names), ['办税', 'other', '是', '办税']);
  assert.equal(schemaAt(measures, ['tasks', 0, 'innovation'], measure).type, 'boolean');
});

test('messages for those who write the file are said by the names of the form', () => {
  const plans = jsonSchemaOf(fileKinds.plans.schema);
  const status = { status: { kind: 'ended', on: '2030-01-01' } };
  const said = (message: string, path: (string | number)[]) => inFormWords(message, plans, path, status);
  assert.equal(said('on 和 until 两个中的一个', ['status']), '“从哪天起” 和 “有效期至” 两个中的一个');
  assert.equal(said('“kind”要写的是：ended', ['status', 'kind']), '“类别”要写的是：“已终止或有效期已满”');
  assert.equal(said('改正 suggestion', []), '改正 “应当是”');
  assert.equal(
    said('至少一个需求（kind: need）；没有写“title”：甲', []),
    '至少一个需求（“类别”写need）；没有写“标题”：甲',
  );
  // Names of files, addresses and the editor's own words stay.
  for (const message of [
    '对照 source.txt 改正',
    'https://a.gov.cn/title/ 打不开',
    '查到“title 甲”',
    'plan.mdx 读不出来',
  ])
    assert.equal(said(message, []), message);
});

test('at the desk, messages name files as its list does, and say what is done there', () => {
  const names = new Map([
    ['units/jia.yaml', '单位“甲局”'],
    ['plans/mini/measures/01.mdx', '措施1'],
  ]);
  const said = (message: string) => withoutFiles(message, names.keys(), (file) => names.get(file) ?? '');
  assert.equal(
    said('共 2 处：plans/mini/measures/01.mdx 第6行；content/units/jia.yaml'),
    '共 2 处：措施1 第6行；单位“甲局”',
  );
  assert.equal(said('没有写“topics”：plans/mini/measures/ 里的 01、02'), '没有写“topics”：措施01、02');
  assert.equal(
    said('写 content/topics 里的文件名，例如 topics: [tax]；都不归的，写 topics: []'),
    '选“分类”里的一个；都不归的，topics 一个不选',
  );
  assert.equal(said('如果是新单位，请在 content/units/ 新建一个文件'), '如果是新单位，请点“新建”登记');
  assert.equal(said('写成 [电费, 电价]'), '写成 电费, 电价，一行一项');
  assert.equal(said('[电费 电价]'), '“电费 电价”');
  assert.equal(said('如 `25` 红'), '如 25 红');
});

test('the report of an import is read at the desk by the names of its forms and buttons', () => {
  assert.equal(
    reportInFormWords('改短 `shortTitle`，写 `topics: []`，运行 `npm run check`，存成 `source.txt`'),
    '改短 “简称”，写 “分类”一个不选，运行 “检查”，存成 `source.txt`',
  );
  assert.equal(
    reportInFormWords('给每条措施写 `topics`：`content/topics` 里的文件名'),
    '给每条措施写 “分类”：登记了的分类',
  );
});

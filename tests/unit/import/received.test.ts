import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDocument } from '../../../src/import/import-document.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import { labelOf, readingOf } from '../../../src/model/printed-measure.ts';
import { unitItems } from '../../../src/model/unit-cells.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';
import { assertNothingInvented, assertNothingLost } from '../../fixtures/nothing-lost.ts';
import { type ReceivedCase, received } from '../../fixtures/received.ts';
import { shapeFolder, shapeId, shapes } from '../../fixtures/shapes.ts';

const registry = new UnitRegistry([]);

/** The cells of a field of units. */
const cells = (units: string | readonly { printed: string; reads?: string | undefined }[] | undefined): string[] =>
  typeof units === 'string' ? [units] : (units ?? []).map(readingOf);

/** The units of a cell with what each does, however the cell says it. */
const duties = (cell: string) => unitItems(cell).map(({ name, role = 'responsible' }) => `${name} ${role}`);

for (const [name, one] of Object.entries(received)) {
  const { lines, measures, record = {}, body, says = [] }: ReceivedCase = one;
  const text = `${lines.join('\n')}\n`;
  const { draft } = readDocument(text, registry);

  test(`${name}: the measures`, () => {
    assert.deepEqual(
      draft.measures.map(({ data, blocks: [first] }) => ({
        label: labelOf(first?.kind === 'paragraph' ? first.text : '', data.title).trim(),
        title: data.title,
        units: cells(data.units).map(duties),
      })),
      measures.map(({ label, title, units = [] }) => ({ label, title, units: units.map(duties) })),
    );
    for (const [index, { environment }] of measures.entries())
      if (environment !== undefined) assert.equal(draft.measures[index]?.data.environment, environment);
  });

  test(`${name}: the record, the body, what is reported, and that the draft is the document`, async () => {
    for (const [field, value] of Object.entries(record))
      assert.deepEqual(draft.record[field as keyof typeof draft.record], value, field);
    if (body)
      assert.deepEqual(
        draft.blocks.flatMap((block) => ('text' in block ? [block.text] : [])).filter((words) => body.includes(words)),
        body,
      );
    const { files, report } = await importDocument('方案.txt', Buffer.from(text), 'next', []);
    for (const words of says) assert.match(report, words);
    assert.equal(files.get(contentFiles.source('next')), text, report);
    assertNothingLost(text);
    assertNothingInvented(text);
  });
}

for (const [name, shape] of Object.entries(shapes))
  test(`${name}: imported, it has the bodies, titles, units and rows of the content that was written by hand`, async () => {
    const folder = shapeFolder(shape);
    const others = Object.entries(folder).filter(([path]) => !path.startsWith('plans/'));
    const content = others.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
    const { files } = await importDocument('方案.txt', Buffer.from(`${shape.source.trim()}\n`), shapeId, content);
    assert.ok(files.has(contentFiles.source(shapeId)));
    const bodyOf = (text: string) =>
      text
        .split(/^---$/mu)
        .slice(2)
        .join('---')
        .replace(/ *\| *:?-+:? */gu, '|-')
        .replace(/ +\|/gu, ' |')
        .trim();
    const written = Object.keys(folder).filter((path) => path.startsWith('plans/') && path.endsWith('.mdx'));
    for (const path of written) assert.equal(bodyOf(String(files.get(path))), bodyOf(folder[path] ?? ''), path);
    assert.equal([...files.keys()].filter((path) => path.endsWith('.mdx')).length, written.length);
  });

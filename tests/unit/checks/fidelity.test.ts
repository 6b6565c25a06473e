import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { differences } from '../../../src/checks/fidelity/compare.ts';
import type { Origin } from '../../../src/checks/fidelity/rows.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import type { Plan } from '../../../src/model/types.ts';
import { county, countyWithNext } from '../../fixtures/county.ts';
import { both, checkFiles, checkWith, mini, replace, unsourced } from '../../fixtures/mini.ts';

const { handbook } = checkFiles(Object.entries(countyWithNext).map(([path, bytes]) => ({ path, bytes })));
const sources = [
  { plan: checkWith().handbook.plans[0] as Plan, source: mini['plans/mini/source.txt'] ?? '' },
  ...handbook.plans.flatMap((plan) => {
    const source = countyWithNext[contentFiles.source(plan.id)];
    return source ? [{ plan, source: Buffer.from(source).toString('utf8') }] : [];
  }),
];

test('plans of points and plans kept as printed, with their corrections taken back, are their sources, character for character', () => {
  assert.ok(sources.length > 1);
  for (const { plan, source } of sources) assert.deepEqual(differences(plan, source), []);
});

/** Each official text of a plan, with where it stands and a way to put another in its place. */
function texts(plan: Plan): { origin: Origin; text: string; put(text: string): void }[] {
  const of = <Key extends string>(holder: Record<Key, string>, key: Key, origin: Origin) => ({
    origin,
    text: holder[key],
    put: (text: string) => {
      holder[key] = text as never;
    },
  });
  const restored = new Set(plan.corrections.flatMap((one) => (one.kind === 'unit-cells' ? one.rows : [])));
  return [
    ...(['heading', 'number', 'noticeTitle', 'addressees', 'title', 'issuer', 'issuedText'] as const).map((key) =>
      of(plan as Record<typeof key, string>, key, { kind: 'plan', path: [key] }),
    ),
    ...(plan.notice ?? []).map((text, index, notice) => ({
      origin: { kind: 'plan', path: ['notice'] } as const,
      text,
      put: (other: string) => {
        notice[index] = other;
      },
    })),
    ...plan.blocks.flatMap((block, index) =>
      block.kind === 'measures' ? [] : [of(block, 'text', { kind: 'block', index })],
    ),
    // In a plan that is kept as printed titles and units are quotations, which other rules look at.
    ...(plan.numbering === 'printed' ? [] : plan.environments).map((environment, index) =>
      of(environment, 'title', { kind: 'plan', path: ['environments', index, 'title'] }),
    ),
    ...plan.measures.flatMap((measure) => {
      const { number, printed } = measure;
      if (printed)
        return printed.flatMap((one, block) =>
          one.kind === 'table'
            ? []
            : one.stretches.map((stretch) => of(stretch, 'text', { kind: 'measure', number, field: 'text', block })),
        );
      return [
        of(measure, 'title', { kind: 'measure', number, field: 'title' }),
        of(measure, 'text', { kind: 'measure', number, field: 'text' }),
        of(measure, 'unitsText', { kind: 'measure', number, field: 'units' }),
      ];
    }),
    ...plan.tasks.flatMap((task) => [
      of(task, 'text', { kind: 'task', number: task.number, field: 'text' }),
      // Cells that were restored are compared as printed.
      ...(restored.has(task.number)
        ? []
        : (task.unitCells?.filter(({ words }) => words !== '') ?? []).map((cell) =>
            of(cell, 'words', { kind: 'task', number: task.number, field: 'units' }),
          )),
      ...(restored.has(task.number) || task.unitCells
        ? []
        : [of(task, 'unitsText', { kind: 'task', number: task.number, field: 'units' })]),
    ]),
  ];
}

/** Three ways in which one character goes wrong. */
const slips = {
  changed: (text: string, at: number) => `${text.slice(0, at)}龘${text.slice(at + 1)}`,
  added: (text: string, at: number) => `${text.slice(0, at)}龘${text.slice(at)}`,
  lost: (text: string, at: number) => text.slice(0, at) + text.slice(at + 1),
};

for (const { plan, source } of sources)
  test(`one character changed, added or lost anywhere in ${plan.number} is found, and its place is named`, () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom(...Object.values(slips)), (which, where, slip) => {
        const copy = structuredClone(plan);
        const all = texts(copy);
        const { origin, text, put } = all[which % all.length] ?? assert.fail();
        // Blanks do not count.
        fc.pre(text.charAt(where % text.length).trim() !== '');
        const wrong = slip(text, where % text.length);
        put(wrong);
        const found = differences(copy, source).map((difference) => JSON.stringify(difference.origin));
        assert.ok(found.includes(JSON.stringify(origin)), `${JSON.stringify(origin)} ${wrong}: ${found}`);
      }),
      { numRuns: 100 },
    );
  });

test('one character changed in a measure of the county fails the check, which names its file and line', () => {
  const rows = Object.entries(county)
    .filter(([path]) => /\/measures\/.*\.mdx$/u.test(path))
    .flatMap(([path, bytes]) => {
      const text = Buffer.from(bytes).toString('utf8');
      const [, body = ''] = text.split('\n---\n');
      return body.split('\n').flatMap((row) => (row === '' ? [] : [{ path, text, row }]));
    });
  fc.assert(
    fc.property(fc.constantFrom(...rows), fc.nat(), ({ path, text, row }, where) => {
      const at = text.lastIndexOf(row) + (where % row.length);
      const changed = { ...county, [path]: Buffer.from(slips.changed(text, at)) };
      const { problems } = checkFiles(Object.entries(changed).map(([name, bytes]) => ({ path: name, bytes })));
      const line = text.slice(0, at).split('\n').length;
      // A title or words for units that the body has not are told where these are quoted.
      const isQuoted = (problem: (typeof problems)[number]) => /^(?:title|units)/u.test(problem.path.join('.'));
      assert.ok(problems.some((problem) => problem.file === path && (problem.line === line || isQuoted(problem))));
    }),
    { numRuns: 20 },
  );
});

test('a changed line is compared with a line of the source if more than half of its words are there', () => {
  const compared = (line: string) =>
    checkWith({
      'plans/mini/plan.mdx': replace('各单位要落实责任。', '各单位要落实责任，加强督查。'),
      'plans/mini/corrections.yaml': (yaml) => yaml.replace(/ {2}- id: body-restored\n(?: {4}.*\n)+/u, ''),
      'plans/mini/source.txt': replace('各单位要落落实责任。', `另行通知。\n${line}`),
    }).problems.map(({ found, expected }) => `${found} ${expected}`);
  assert.deepEqual(compared('各单位要落实责任，按月报送。'), [
    '没有这一行 source.txt 第29行作“另行通知。”',
    '“各单位要落实责任，”之后是“加强督查。” source.txt 第30行作“各单位要落实责任，按月报送。”',
  ]);
  assert.deepEqual(compared('各单位要落实责任，形成合力，抓出成效，按月报送。'), [
    '“各单位要落实责任，加强督” source.txt 第29行作“另行通知。”',
    '没有这一行 source.txt 第30行作“各单位要落实责任，形成合”',
  ]);
});

test('a document that is kept in another form is not compared', () => {
  const changed = { 'plans/mini/measures/02.mdx': replace('推行“百日办结”，解决突处', '推广“百日办结”，解决突处') };
  assert.deepEqual(checkWith({ ...unsourced, ...changed }).problems, []);
  assert.equal(checkWith(changed).problems.length, 1);
});

test('several changes are all told', () => {
  const { problems } = checkWith({
    'plans/mini/measures/01.mdx': replace('title: 强化要素', 'title: 强化要点'),
    'plans/mini/measures/02.mdx': replace('突出问题。\n    units', '突出难题。\n    units'),
    'plans/mini/plan.mdx': replace('各单位要', '各部门要'),
  });
  assert.deepEqual(
    problems.map(({ file, path }) => `${file} ${path.join('.')}`.trim()),
    ['plans/mini/measures/01.mdx title', 'plans/mini/measures/02.mdx tasks.0.text', 'plans/mini/plan.mdx'],
  );
});

test('where a page ends inside the bracket of units, the place of a difference is named as elsewhere', () => {
  const broken = {
    'plans/mini/source.txt': replace('区乙办等相关部门）', '区乙\n\n办等相关部门）'),
    'plans/mini/corrections.yaml': (text: string) =>
      `${text}  - id: m02-break\n    kind: break\n    where: { measure: 2 }\n    reading: 区乙｜办等\n    basis: 换页处断开。\n    certainty: high\n`,
  };
  assert.deepEqual(checkWith(broken).problems, []);
  const places = (from: string, to: string) =>
    checkWith({ ...broken, 'plans/mini/measures/02.mdx': replace(from, to) }).problems.map(({ path }) =>
      path.join('.'),
    );
  assert.deepEqual(places('units: 区乙办等相关部门', 'units: 区乙办等有关部门'), ['units']);
  assert.deepEqual(places('title: 规范执法', 'title: 规范检查'), ['title']);
});

test('changes in one paragraph are all told, those within sight of another with it', () => {
  const { problems } = checkWith({
    'plans/mini/measures/01.mdx': replace('\n深化融资机制，全年组织银企', '\n深化融机制，全年組織银企'),
    'plans/mini/plan.mdx': (text) => text.replace('为改善环境，', '为改进环境，').replace('制定本方案', '制订本方案'),
  });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    [
      'plans/mini/measures/01.mdx “1.强化要素。深化融”之后是“机制，全年組織银企对接会”',
      'plans/mini/plan.mdx “为改”之后是“进环境，按照《大方案》（”',
      'plans/mini/plan.mdx “政〔2025〕2号），制”之后是“订本方案。”',
    ],
  );
});

for (const [title, change, cause] of [
  ['an empty measure', '', '文件是空的'],
  ['a missing measure', null, '没有这个文件'],
] as const)
  test(`with ${title} the text is not compared, and the check says so`, () => {
    const { problems, skipped } = checkWith({ 'plans/mini/measures/01.mdx': change });
    assert.deepEqual(
      problems.map(({ file, found }) => `${file} ${found}`),
      [`plans/mini/measures/01.mdx ${cause}`],
    );
    assert.ok(skipped.includes('fidelity'));
  });

test('a paragraph in another place is one problem, with the line where the source has it', () => {
  const { problems } = checkWith({
    'plans/mini/plan.mdx': (text) =>
      text.replace('为改善环境，按照《大方案》（大政〔2025〕2号），制定本方案。\n\n', '') +
      '\n为改善环境，按照《大方案》（大政〔2025〕2号），制定本方案。\n',
  });
  assert.deepEqual(
    problems.map(({ found, expected }) => `${found} ${expected}`),
    ['“为改善环境，按照《大方案”一行的位置不对 在 source.txt 第13行的位置'],
  );
});

test('a source that is cut short is one problem wherever it is cut, at its last line', () => {
  const source = mini['plans/mini/source.txt'] ?? '';
  const lines = source.trimEnd().split('\n');
  for (const kept of [5, 10, lines.length - 3]) {
    const { problems } = checkWith({ 'plans/mini/source.txt': `${lines.slice(0, kept).join('\n')}\n` });
    assert.deepEqual(
      problems.map(({ file, found }) => [file, found.replace(/\d+ 处.*/u, '')]),
      [['plans/mini/source.txt', '全文到这一行为止，而内容里还有 ']],
      `cut after line ${kept}`,
    );
  }
});

test('what is left out of the content is a line of the source, or begins one, and every other word still counts', () => {
  const corrections = (...readings: string[]) => ({
    'plans/mini/corrections.yaml': (text: string) =>
      `${text}${readings.map((reading, index) => `  - id: left-${index}\n    kind: left-out\n    reading: ${reading}\n    basis: 没有放处。\n    certainty: high\n`).join('')}`,
  });
  const more = {
    'plans/mini/source.txt': both(
      replace('\n小方案\n\n为', '\n2025年3月1日\n\n小方案\n\n为'),
      replace('附件\n', '指标\t单位\n附件\n'),
      replace('2025年3月28日印发', '小区委员会　2025年3月28日印发'),
    ),
  };
  const left = corrections('2025年3月1日', '指标│单位', '小区委员会');
  assert.deepEqual(checkWith({ ...more, ...left }).problems, []);
  assert.equal(checkWith({ ...more, ...corrections('2025年3月1日', '指标│单位') }).problems.length, 1);
  assert.equal(checkWith({ ...more, ...corrections('指标│单位', '小区委员会') }).problems.length, 1);
  const wrong = checkWith(corrections('2025年3月2日')).problems;
  assert.deepEqual(
    wrong.map(({ path }) => path.join('.')),
    ['corrections.7.reading'],
  );
});

/** The written rule: what may differ between content and source, and what may not. */
const rule: { title: string; edit: (source: string) => string; agrees: boolean }[] = [
  { title: 'tags of recognition', edit: replace('小方案\n\n为', '<ul style="x">小方案</ul>\n\n为'), agrees: true },
  {
    title: 'a tag over two lines',
    edit: replace('\n小区办公室文件', '\n<h3\n class="x">小区办公室文件</h3>'),
    agrees: true,
  },
  { title: 'blanks in a line', edit: replace('全年组织', '全年 组　织'), agrees: true },
  { title: 'blank lines', edit: replace('\n\n', '\n\n \n\n'), agrees: true },
  { title: 'a page number', edit: replace('小方案\n\n为', '小方案\n\n— 12 —\n\n第 3 页 共 9 页\n\n为'), agrees: true },
  { title: 'a number alone', edit: replace('小方案\n\n为', '小方案\n\n12\n\n为'), agrees: false },
  { title: 'issuer and date on one line', edit: replace('办公室\n\n2025', '办公室　2025'), agrees: true },
  {
    title: 'issuer and date below the notice',
    edit: both(
      replace('\n小区办公室\n\n2025年3月28日印发', ''),
      replace('\n小方案\n', '\n小区办公室\n\n2025年3月28日印发\n\n小方案\n'),
    ),
    agrees: true,
  },
  {
    title: 'issuer and date above the list',
    edit: both(replace('\n小区办公室\n', ''), replace('附件：', '小区办公室\n附件：')),
    agrees: true,
  },
  {
    title: 'issuer and date amid the text',
    edit: both(replace('\n小区办公室\n', ''), replace('二、保障', '小区办公室\n二、保障')),
    agrees: false,
  },
  { title: 'line ends of Windows', edit: (source) => source.replaceAll('\n', '\r\n'), agrees: true },
  { title: 'empty cells around a heading', edit: replace('<h3>一、市场环境</h3>', '\t\t一、市场环境\t'), agrees: true },
  { title: 'a line end in a paragraph', edit: replace('用电成本。（', '用电\n成本。（'), agrees: false },
  { title: 'a cell border in a row', edit: replace('3\t(二)规范执法', '3(二)规范执法'), agrees: false },
  { title: 'a whole line', edit: replace('各单位：\n', ''), agrees: false },
  { title: 'a line at the end', edit: (source) => `${source}又一行\n`, agrees: false },
  { title: 'words in angle brackets that are no tag', edit: replace('《大方案》', '《<大>方案》'), agrees: false },
];
for (const { title, edit, agrees } of rule)
  test(`${title} ${agrees ? 'may' : 'may not'} differ from the source`, () => {
    const { problems } = checkWith({ 'plans/mini/source.txt': edit(`\n${mini['plans/mini/source.txt']}`) });
    assert.equal(problems.length === 0, agrees, JSON.stringify(problems));
  });

const table = '| 单位 | 时限 |\n| --- | --- |\n| 区甲局 | 3日 |\n';
for (const [row, agrees] of [
  ['单位\t时限\n区甲局\t3日\n', true],
  ['单位\t时限\n区甲局\t3日内\n', false],
  ['单位时限区甲局3日\n', false],
] as const)
  test(`a table of the running text ${agrees ? 'agrees' : 'does not agree'} with ${JSON.stringify(row)}`, () => {
    const { problems } = checkWith({
      'plans/mini/plan.mdx': replace('各单位要', `${table}\n各单位要`),
      'plans/mini/source.txt': replace('各单位要', `${row}\n各单位要`),
    });
    assert.equal(problems.length === 0, agrees, JSON.stringify(problems));
  });

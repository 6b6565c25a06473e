import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDocument } from '../../../src/import/import-document.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import { readContent } from '../../../src/loader/read.ts';
import { assemble } from '../../../src/model/assemble.ts';
import { provisionCount } from '../../../src/model/plan.ts';
import type { Plan } from '../../../src/model/types.ts';
import { articles, asMarkdown, asText, asWord, decimals, items, type Source } from '../../fixtures/documents.ts';
import { checkFiles, day, filesWith } from '../../fixtures/mini.ts';

const content = [...filesWith({})].map(([path, bytes]) => ({ path, bytes }));

/** Imports a document beside the small folder. An editor's choice of topics stands in for the one that the draft asks for. */
async function imported(name: string, bytes: Uint8Array) {
  const { files, report } = await importDocument(name, bytes, 'next', content);
  const drafted = [...files].map(([path, file]) => ({
    path,
    bytes: typeof file === 'string' ? Buffer.from(file) : file,
  }));
  const chosen = drafted.map(({ path, bytes }) => ({
    path,
    bytes: path.includes('/measures/')
      ? Buffer.from(Buffer.from(bytes).toString('utf8').replace('\n', '\ntopics: [funding]\n'))
      : bytes,
  }));
  const { problems } = checkFiles([...content, ...chosen]);
  return {
    report,
    problems,
    before: checkFiles([...content, ...drafted]).problems,
    files,
    /** The plan, where its files are valid one by one. */
    get plan() {
      const { plans } = assemble(readContent([...content, ...chosen]).entries, day);
      return plans.find(({ id }) => id === 'next') ?? assert.fail();
    },
  };
}

/** The places of problems, by their last field. */
const fields = (problems: readonly { path: readonly PropertyKey[] }[]) => problems.map(({ path }) => path.join('.'));

const unitsOf = (provision: { units: Plan['measures'][number]['units'] }) =>
  provision.units.map(({ unit, role }) => `${unit.name} ${role}`);

async function asWritten(source: Source): Promise<[string, Uint8Array][]> {
  return [
    ['方案.txt', asText(source)],
    ['方案.md', asMarkdown(source)],
    ['方案.docx', await asWord(source)],
  ];
}

for (const [name, bytes] of await asWritten(articles))
  test(`chapters, articles and a five-column list are read from ${name}: measures, units by their roles, tasks, targets`, async () => {
    const { plan, problems, before } = await imported(name, bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual(fields(before), ['topics']);
    assert.deepEqual(
      plan.environments.map(({ title, measures }) => [title, ...measures.map((measure) => measure.title)]),
      [
        ['优化市场环境', '便利准入', '【融资服务】'],
        ['规范法治环境', '规范执法'],
      ],
    );
    assert.deepEqual(plan.measures.map(unitsOf), [
      ['区甲局 lead', '区乙办 support', '相关部门 support'],
      ['区甲局 lead', '区乙办 responsible'],
      ['区甲局 by-duty', '区乙办 by-duty'],
    ]);
    assert.deepEqual(
      plan.tasks.map(({ measure, text, innovation }) => [measure.number, text, innovation]),
      [
        [1, '推行“一网通办”。', false],
        [1, '全年新办企业不少于1200户。', false],
        [2, '深化融资机制，组织银企对接会50场以上。', false],
        [3, '推行“综合查一次”，办理时限不超过5天。', true],
      ],
    );
    assert.deepEqual(plan.tasks.map(unitsOf)[0], ['区甲局 lead', '区乙办 support', '相关部门 support']);
    assert.deepEqual(unitsOf(plan.tasks[1] ?? assert.fail()), ['区甲局 lead']);
    assert.deepEqual(
      plan.targets.map(({ operator, value, unit, period, provision }) => [
        operator,
        value,
        unit,
        period,
        provision.number,
      ]),
      [
        ['>=', 1200, '户', '全年', 2],
        ['>=', 50, '场', undefined, 3],
      ],
    );
    assert.deepEqual(
      plan.limits.map(({ kind, value, unit }) => [kind, value, unit]),
      [['deadline', 5, '天']],
    );
    assert.deepEqual(
      plan.blocks.map((block) => (block.kind !== 'measures' ? block.text : block.kind)),
      [
        '第一章 总则',
        '第一条 为改善环境，按照《大方案》（大政〔2025〕2号），制定本方案。',
        '第二章 优化市场环境',
        'measures',
        '第三章 规范法治环境',
        'measures',
        '第四章 保障措施',
        '第五条 各单位要落实责任，按季度报送进展。',
      ],
    );
    assert.equal(plan.issuedOn, '2026-03-02');
    assert.deepEqual(plan.basis, [{ title: '大方案', number: '大政〔2025〕2号' }]);
  });

for (const [name, bytes] of await asWritten(items))
  test(`measures with items of their own and a row that a page has broken are read from ${name}`, async () => {
    const { plan, problems, report } = await imported(name, bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      plan.measures.map(({ title, text }) => [title, text]),
      [
        ['便利准入', '1.推行一网通办。\n2.压减办理环节。'],
        ['融资服务', '（1）深化融资机制。\n（2）组织银企对接会。'],
      ],
    );
    assert.deepEqual(
      plan.tasks.map(({ text }) => text),
      ['推行一网通办，压减办理环节。', '深化融资机制，组织银企对接会。'],
    );
    assert.match(report, /办理环节。 —— (?:这一行接在清单上一项的文字后面|清单里没有序号的行，接在上一项后面)/u);
  });

test('decimals are numbers of measures, but not those of an amount at the beginning of a line', async () => {
  const { report, files } = await imported('方案.txt', asText(decimals));
  const measures = [1, 2, 3].map((number) => String(files.get(contentFiles.measure('next', number))));
  const field = (name: string) => measures.map((text) => new RegExp(`^${name}: (.+)$`, 'mu').exec(text)?.[1]);
  assert.deepEqual(field('title'), ['便利准入', '融资服务', '规范执法']);
  assert.deepEqual(field('environment'), ['市场环境', '市场环境', '法治环境']);
  assert.deepEqual(
    measures.map((text) => /^ {2}- printed: (.+)$/mu.exec(text)?.[1]),
    ['（责任单位：区甲局、区乙力）', '（责任单位：区乙办）', '（主办单位：区甲局；协办单位：区乙办）'],
  );
  assert.match(measures[0] ?? '', /^1\.1 便利准入。推行一网通办，培训1\.5万人。（责任单位：区甲局、区乙力）$/mu);
  assert.match(String(files.get(contentFiles.plan('next'))), /^number: 小政〔2026〕4号$/mu);
  assert.match(report, /小政\\\[2026\\\]4号 —— 发文字号改用六角括号/u);
  assert.match(report, /主办、协办、负责部门等读作牵头、配合、责任/u);
});

test('measures stand where all units are named below, though some of them name units again for each point', async () => {
  const mixed = [
    '小城区优化营商环境若干措施',
    '一、优化市场环境',
    '（一）便利企业开办',
    '1.推行一日办结。（责任单位：区甲局）',
    '2.推行全程网办。（责任单位：区乙办）',
    '（二）加强融资服务',
    '开展银企对接。（责任单位：区甲局）',
    '二、优化法治环境',
    '（三）规范行政检查',
    '减少入企检查。（责任单位：区乙办）',
  ].join('\n');
  const { files } = await imported('措施.txt', Buffer.from(mixed));
  const measures = [1, 2, 3].map((number) => String(files.get(contentFiles.measure('next', number))));
  assert.deepEqual(
    measures.map((text) => /^title: (.+)$/mu.exec(text)?.[1]),
    ['便利企业开办', '加强融资服务', '规范行政检查'],
  );
  assert.equal(measures[0]?.match(/printed:/gu)?.length, 2);
});

test('times in a bracket of units and brackets that are not read are reported', async () => {
  const text = Buffer.from(asText(decimals))
    .toString('utf8')
    .replace('（责任单位：区甲局、区乙力）', '（责任单位：区甲局，完成时限：2026年12月）')
    .replace('2. 法治环境', '1.3 引才聚才。成立专班。（以下简称“专班”，由区乙办牵头）。\n2. 法治环境');
  const { report, files } = await imported('方案.txt', Buffer.from(text));
  const [first, third] = [1, 3].map((number) => String(files.get(contentFiles.measure('next', number))));
  assert.match(first ?? '', /^ {4}reads: 区甲局$/mu);
  assert.match(report, /完成时限：2026年12月 —— 写在责任单位旁边，不是单位，只留在原文里/u);
  assert.doesNotMatch(third ?? '', /^units:/mu);
  assert.match(report, /由区乙办牵头） —— 末尾的括号没有读成责任单位/u);
});

test('where the plan and its list are both annexes of a notice, their names are words of the notice', async () => {
  const lines = [
    '甲县政府办公室关于印发助企方案的通知',
    '甲政办〔2026〕1号',
    '各镇政府：',
    '《助企方案》已经县政府同意，现印发给你们。',
    '附件：1.助企方案',
    '2.任务清单',
    '甲县政府办公室',
    '2026年1月5日',
    '附件1',
    '助企方案',
    '一、优化服务',
    '（一）便利准入。推行一网通办。（区甲局牵头）',
    '附件2',
    '任务清单',
    '序号\t任务\t牵头单位\t完成时限',
    '1\t推行一网通办\t区甲局\t6月底',
  ];
  const { files, plan } = await imported('方案.txt', Buffer.from(lines.join('\n')));
  assert.ok(files.has('plans/next/source.txt'));
  assert.deepEqual(plan.notice, ['《助企方案》已经县政府同意，现印发给你们。', '附件：1.助企方案', '2.任务清单']);
  assert.deepEqual(plan.annex?.lines, ['附件2', '任务清单']);
});

test('a row of a list that a page breaks is one task, and its lines and the repeated head are recorded as printed', async () => {
  const head = '序号\t任务\t具体措施\t牵头单位\t完成时限';
  const lines = [
    '助企方案',
    '一、优化服务',
    '（一）便利准入。推行一网通办。',
    '（二）融资服务。开展银企对接。',
    '附件',
    '任务清单',
    head,
    '1\t便利准入\t推行一网通办，压减\t区甲局、区\t6月底',
    head,
    '\t\t审批环节。\t乙办\t',
    '2\t融资服务\t开展银企对接。\t区乙办\t9月底',
  ];
  const { files, plan, problems, report } = await imported('方案.txt', Buffer.from(lines.join('\n')));
  assert.ok(files.has('plans/next/source.txt'), report);
  assert.deepEqual(
    plan.tasks.map(({ text, unitsText }) => [text, unitsText]),
    [
      ['推行一网通办，压减审批环节。', '区甲局、区乙办'],
      ['开展银企对接。', '区乙办'],
    ],
  );
  assert.deepEqual(
    plan.corrections.map(({ kind }) => kind),
    ['split-row'],
  );
  assert.match(report, /“区甲局、区乙办”.+清单里名称断开的地方/u);
  assert.deepEqual(fields(problems), []);
});

test('a bracket at the end of a line that names units belongs to a name of it', async () => {
  const text = Buffer.from(asText(decimals))
    .toString('utf8')
    .replace('2. 法治环境', '1.3 引才聚才。成立专班。\n配合单位：各镇（街道）\n2. 法治环境');
  const { report, files } = await imported('方案.txt', Buffer.from(text));
  assert.match(String(files.get(contentFiles.measure('next', 3))), /printed: 配合单位：各镇（街道）$/mu);
  assert.doesNotMatch(report, /没有读成责任单位/u);
});

test('a number that is no target is reported with the line of its measure', async () => {
  const text = Buffer.from(asText(articles))
    .toString('utf8')
    .replace('组织银企对接会50场以上。', '组织银企对接会3—5场。');
  const { report } = await imported('方案.txt', Buffer.from(text));
  assert.match(report, /第 \d+ 行：措施2：“组织银企对接会3—5场” —— “5场”是一个范围的一端，没有记作目标/u);
});

test('the check says of a draft nothing that the report has not said', async () => {
  const { before, report } = await imported('方案.txt', asText(decimals));
  // The unit is not registered, and topics are for the editor to choose.
  assert.deepEqual(fields(before), ['topics', 'units.0.printed']);
  for (const { found } of before) assert.ok(report.includes(/“(.+)”/u.exec(found)?.[1] ?? found), found);
});

test('a unit that is not known is reported with how often it stands there and the closest known name, and fails the check', async () => {
  const text = Buffer.from(asText(articles)).toString('utf8').replaceAll('区乙办', '区乙力');
  const { problems, report } = await imported('方案.txt', Buffer.from(text));
  assert.ok(report.includes('## 登记里没有的单位（1）\n\n“区乙力”（6 处），最接近的是“区乙办”\n'), report);
  assert.equal(problems.length, 1);
  assert.match(problems[0]?.found ?? '', /^单位“区乙力”不在登记里，共 6 处：/u);
});

/** A text in GB18030, whose signs of two bytes are found by reading all of them. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\x80' ? sign.charCodeAt(0) : (codes.get(sign) ?? assert.fail(sign)))),
  );
}

test('a document in GB18030, or with a byte order mark, is read as the same in UTF-8', async () => {
  const plain = await imported('方案.txt', asText(articles));
  const text = Buffer.from(asText(articles)).toString('utf8');
  for (const [bytes, encoding] of [
    [inGb18030(text), 'GB18030'],
    [Buffer.from(`\uFEFF${text}`), 'UTF-8（带 BOM）'],
  ] as const) {
    const { plan, report } = await imported('方案.txt', bytes);
    assert.deepEqual(plan, plain.plan);
    assert.ok(report.includes(`（${encoding}）`));
  }
});

test('what cannot be read is refused with what can', async () => {
  const refused = (name: string, bytes: Uint8Array) =>
    imported(name, bytes).then(
      () => assert.fail(),
      (error: Error) => error.message,
    );
  assert.match(await refused('方案.pdf', asText(articles)), /不认得“\.pdf”.*\.docx、\.txt 和 \.md/u);
  assert.match(await refused('方案.txt', Buffer.from('\uFEFF方案', 'utf16le')), /UTF-16.*应为 UTF-8.*GB18030/su);
  assert.doesNotMatch(await refused('方案.txt', Buffer.from('\uFEFF方案', 'utf16le')), /不是“带有 BOM|也不是“ANSI”/u);
  assert.match(await refused('方案.docx', Buffer.from('PK')), /打不开：不是 \.docx/u);
  assert.match(await refused('方案.txt', Buffer.from(' \n')), /没有文字/u);
  assert.match(await refused('方案.txt', Buffer.alloc(0)), /是空的/u);
});

test('page numbers and tags are dropped and reported, with their lines', async () => {
  const text = Buffer.from(asText(articles))
    .toString('utf8')
    .replace('推行“一网通办”，全年', '推行“一网\n— 3 —\n<h3>通办”，全年');
  const { plan, report } = await imported('方案.txt', Buffer.from(text));
  assert.equal(plan.measures[0]?.text, '推行“一网通办”，全年新办企业不少于1200户。');
  assert.match(report, /第 20 行：— 3 — —— 看作页码/u);
  assert.match(report, /第 21 行：\\<h3\\> —— 识别留下的标签/u);
});

test('articles are counted as such, in the words of the document', async () => {
  const { plan } = await imported('规定.txt', asText(articles));
  assert.equal(plan.words.measures, '条');
  assert.equal(provisionCount({ words: plan.words }, plan.measures.length), `${plan.measures.length}条`);
  assert.equal(provisionCount({ words: (await imported('方案.txt', asText(decimals))).plan.words }, 3), '3条措施');
});

test('an order of the State Council that the text names with its number is a basis of it', async () => {
  const text = Buffer.from(asText(articles)).toString('utf8').replaceAll('大政〔2025〕2号', '国令第722号');
  const { files } = await imported('方案.txt', Buffer.from(text));
  assert.match(String(files.get('plans/next/plan.mdx')), /basis:\n {2}- title: 大方案\n {4}number: 国令第722号\n/u);
});

test('who explains a document and since when it is in force are no titles of articles', async () => {
  const articlesOf =
    '第一条　办好联赛。组织联赛。\n第二条　本办法由甲局负责解释。\n第三条　本办法自2030年1月1日起施行，有效期5年。\n';
  const { plan } = await imported('方案.txt', Buffer.from(`甲县比赛办法\n${articlesOf}`));
  assert.deepEqual(plan.measures.map(({ text }) => text).slice(1), [
    '本办法由甲局负责解释。',
    '本办法自2030年1月1日起施行，有效期5年。',
  ]);
});

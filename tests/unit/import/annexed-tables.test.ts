import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDocument } from '../../../src/import/import-document.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';

const text = [
  '甲区助企方案',
  '一、任务',
  '（一）提高效率。推进改革。（责任单位：区甲局）',
  '（二）降低成本。落实政策。（责任单位：区乙局）',
  '附件：任务清单',
];

/** The rows of a list below the text, by their measures, with the list's columns. */
function read(...rows: string[]) {
  const { draft, findings } = readDocument(
    [...text, ...rows.map((row) => row.replaceAll('|', '\t'))].join('\n'),
    new UnitRegistry([]),
  );
  return {
    annex: draft.record.annex,
    tasks: draft.measures.flatMap(({ data }) => (data.tasks ?? []).map((task) => ({ measure: data.number, ...task }))),
    targets: draft.measures.flatMap(({ data }) => (data.targets ?? []).map(({ text: words, task }) => [words, task])),
    findings,
  };
}

test('columns of persons, sections, goals and times are kept as printed, and name no units', () => {
  const { annex, tasks, targets } = read(
    '序号|重点任务|工作目标|具体措施|牵头领导|牵头单位|配合单位|局内牵头科室|完成时限',
    '1|提高效率|办件1000件以上|推进并联审批。|张三|区甲局|区乙局|审批科|2024年6月',
    '2|降低成本||落实减税政策。|李四|区丙局|区丁局|预算科|持续推进',
  );
  assert.deepEqual(annex?.units, ['牵头单位', '配合单位']);
  assert.deepEqual([annex?.text, annex?.number, annex?.measure], ['具体措施', '序号', '重点任务']);
  assert.deepEqual(tasks, [
    {
      measure: 1,
      number: 1,
      text: '推进并联审批。',
      units: '牵头单位：区甲局；配合单位：区乙局',
      cells: {
        重点任务: '提高效率',
        工作目标: '办件1000件以上',
        牵头领导: '张三',
        局内牵头科室: '审批科',
        完成时限: '2024年6月',
      },
    },
    {
      measure: 2,
      number: 2,
      text: '落实减税政策。',
      units: '牵头单位：区丙局；配合单位：区丁局',
      cells: { 重点任务: '降低成本', 牵头领导: '李四', 局内牵头科室: '预算科', 完成时限: '持续推进' },
    },
  ]);
  assert.deepEqual(targets, [['办件1000件以上', 1]]);
});

test('rows whose number and title are merged are tasks of their own, unless their words go on in mid-sentence', () => {
  const head = '序号|重点任务|具体措施|牵头单位';
  const merged = read(head, '1|提高效率|压减环节。|区甲局', '||推行一网通办。|区乙局', '2|降低成本|落实政策。|区丙局');
  assert.deepEqual(
    merged.tasks.map(({ measure, number, label, text: words, units }) => [measure, number, label, words, units]),
    [
      [1, 1, undefined, '压减环节。', '区甲局'],
      [1, 2, '', '推行一网通办。', '区乙局'],
      [2, 3, '2', '落实政策。', '区丙局'],
    ],
  );
  const broken = read(head, '1|提高效率|压减环节，|区甲局', '||推行一网通办。|', '2|降低成本|落实政策。|区丙局');
  assert.deepEqual(
    broken.tasks.map(({ text: words }) => words),
    ['压减环节，推行一网通办。', '落实政策。'],
  );
  // Where no words have an end sign, or where what is filled beside them is filled anew, none is the rest of another.
  const plain = read(
    head,
    '1|提高效率|压减环节3个|区甲局',
    '||新增窗口5个|区甲局、区乙局',
    '2|降低成本|减税2项|区丙局',
  );
  const timed = read(
    '序号|重点任务|具体措施|牵头单位|完成时限',
    '1|提高效率|压减环节|区甲局|6月底',
    '||新增窗口|区乙局|9月底',
    '2|降低成本|落实政策。|区丙局|12月底',
  );
  assert.deepEqual(
    [plain, timed].map(({ tasks }) => tasks.map(({ text: words }) => words)),
    [
      ['压减环节3个', '新增窗口5个', '减税2项'],
      ['压减环节', '新增窗口', '落实政策。'],
    ],
  );
});

test('cells that stand one below the other are rows of as many as the head has, and no number among them is one of a page', async () => {
  const cells = ['序号', '重点任务', '具体措施', '责任单位', '1', '提高效率', '压减环节。', '区甲局'];
  const { tasks, findings } = read(...cells, '2', '降低成本', '落实政策。', '区乙局');
  assert.deepEqual(
    tasks.map(({ measure, text: words, units }) => [measure, words, units]),
    [
      [1, '压减环节。', '区甲局'],
      [2, '落实政策。', '区乙局'],
    ],
  );
  assert.ok(!findings.some(({ why }) => why.includes('页码')));
  const uneven = read(...cells, '2', '降低成本', '落实政策。');
  assert.deepEqual(
    uneven.findings.filter(({ kind }) => kind === 'unread').map(({ found }) => found),
    ['2', '降低成本', '落实政策。'],
  );
  assert.equal(uneven.tasks.length, 1);
});

test('a cell of units that says what each does is read, and kept as printed', () => {
  const { tasks } = read(
    '序号|重点任务|具体措施|责任单位',
    '1|提高效率|压减环节。|区甲局牵头，区乙局配合',
    '2|降低成本|落实政策。|区丙局（会同区丁局）',
  );
  assert.deepEqual(
    tasks.map(({ units }) => units),
    [
      [{ printed: '区甲局牵头，区乙局配合', reads: '牵头单位：区甲局；配合单位：区乙局' }],
      [{ printed: '区丙局（会同区丁局）', reads: '区丙局；会同单位：区丁局' }],
    ],
  );
});

test('a table in the text stays a table in its place, of a measure or of the plan', async () => {
  const document = [
    text[0],
    '目标如下：',
    '指标\t数值',
    '办件\t1000件',
    ...text.slice(1, 3),
    '按下表发放。',
    '对象\t标准',
    '博士\t10万元',
    text[3],
    '',
  ].join('\n');
  const { files } = await importDocument('方案.txt', Buffer.from(document), 'next', []);
  assert.match(
    String(files.get(contentFiles.plan('next'))),
    /\| 指标 \| 数值 +\|\n\| -+ \| -+ \|\n\| 办件 \| 1000件 \|/u,
  );
  assert.match(String(files.get(contentFiles.measure('next', 1))), /\| 博士 \| 10万元 \|/u);
  assert.equal(files.get(contentFiles.source('next')), document);
});

test('cells a line each are rows, also below headings above the first row, and where a heading has no rows', () => {
  const { tasks } = read(
    ...['序号', '措施', '内容', '责任单位', '一、提高效率方面（共1项）', '1', '提高效率', '推进改革。', '区甲局'],
    ...['二、其他方面（共2项）', '三、降低成本方面（共1项）', '2', '降低成本', '落实政策。', '区乙局'],
  );
  assert.deepEqual(
    tasks.map(({ measure, text: words, units }) => [measure, words, units]),
    [
      [1, '推进改革。', '区甲局'],
      [2, '落实政策。', '区乙局'],
    ],
  );
});

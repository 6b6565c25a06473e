import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDocument } from '../../../src/import/import-document.ts';

const report = async (...lines: string[]) =>
  (await importDocument('方案.txt', Buffer.from(lines.join('\n')), 'next', [])).report;

/** A document of as many measures, each with a doubtful bracket, a number that is no target and a unit of its own. */
const long = (measures: number) => [
  '甲区助企方案',
  '一、优化服务',
  ...Array.from({ length: measures }, (_, index) => {
    const unit = `区${String.fromCodePoint(0x4e00 + index)}局`;
    return `${index + 1}.提高第${index + 1}类效率。对从业人员1000人以上的企业给予补助，压减“环节${index}”3个。（${unit}会同区乙局负责，持续推进）`;
  }),
];

test('the report begins with what to do, in order and counted, and says the same kind once with its number of places', async () => {
  const words = await report(...long(20));
  const [, first = ''] = words.split(/^## /mu);
  assert.match(first, /^先做这些，按次序\n\n1\. 对照原件核对“没有把握的”（\d+ 处）/u);
  assert.match(first, /登记新单位（21 个）/u);
  assert.match(first, /给每条措施写 `topics`（20 条）/u);
  assert.match(
    words,
    /责任单位的写法：“…”后面的单位记作会同单位，20 处：|责任单位的写法：“会同”后面的单位记作会同单位，20 处：/u,
  );
  assert.equal(words.match(/^- .*会同/gmu)?.length, 1);
});

test('the report of a document of twenty measures has at most 3,000 characters', async () => {
  const words = await report(...long(20));
  assert.ok(words.length <= 3000, `${words.length}`);
});

test('a text without line ends, in traditional characters, or twice in one file is reported as that before all else', async () => {
  const single = await report(long(4).join(' '));
  assert.match(single, /^1\. 没有读出措施：全文没有分段。请先在每个编号/mu);
  assert.match(single, /全文没有分段 —— 请先在每个编号/u);
  const traditional = await report(
    '甲區助企方案',
    '一、優化服務',
    '（一）提高效率。推進改革。（責任單位：區發改局）',
    '（二）降低成本。落實政策。（區財政局牽頭，區稅務局配合）',
  );
  assert.match(traditional, /全文是繁体字 —— 请先转成简体再导入/u);
  const twice = await report(...long(6), ...long(6));
  assert.match(twice, /^1\. 没有读出措施：全文出现了不止一遍。请先删到只剩一遍/mu);
  const rows = long(4).map((line) => line.replaceAll('\n', '\t'));
  assert.match(await report(rows.join('\t')), /全文没有分段 —— 请先/u);
  for (const words of [single, traditional, twice]) assert.match(words, /0 条措施/u);
});

test('a text that is not Chinese, or whose full stops recognition took for points, is reported as that before all else', async () => {
  const english = await report('Opinions on shops', 'I. Tasks', '1. Open the market. (Led by the 甲局)');
  assert.match(english, /^1\. 没有读出措施：全文大半不是汉字。请先换成中文的原件/mu);
  const recognised = await report(...long(6).map((line) => line.replaceAll('。', '．')));
  assert.match(recognised, /^1\. 没有读出措施：句号成了“.”。请先对照原件校对/mu);
});

test('a document that breaks off or begins in the middle is reported, and a number that is not there', async () => {
  const broken = await report(
    '甲区方案',
    '一、任务',
    '（一）提高效率。推进改革。（区甲局负责）',
    '（二）降低成本。落实',
  );
  assert.match(broken, /第 4 行：（二）降低成本。落实 —— 最后一行没有写完，文件可能不全/u);
  const middle = await report('（三）提高效率。推进改革。（区甲局负责）', '（五）降低成本。落实政策。（区乙局负责）');
  assert.match(middle, /第 1 行：（三）提高效率。.* —— 编号不从头起/u);
  assert.match(middle, /第 2 行：（五）降低成本。.* —— 编号不连，前面是“（三）”/u);
  const whole = await report(...long(4));
  assert.doesNotMatch(whole, /编号不|没有写完/u);
});

test('which numbers are those of measures is told with how many stand one level below', async () => {
  const words = await report(
    '一、资金',
    '设立资金。',
    '二、范围',
    '（一）甲类。',
    '（二）乙类。',
    '（三）丙类。',
    '（四）丁类。',
    '三、兑现',
    '次年兑现。',
  );
  assert.match(words, /编号同级的 3 条当作措施；下一级编号另有 4 条，算在它们里面/u);
});

test('a document that is only a list is reported as that before all else', async () => {
  const words = await report('甲区任务清单', '序号\t任务\t责任单位', '1\t修好道路。\t区甲局');
  assert.match(words, /^1\. 没有读出措施：文件只有清单，没有写成段落的措施。请先把清单所附的正文/mu);
});

test('differences are counted, and only the first are shown', async () => {
  const cells = Array.from({ length: 12 }, (_, row) => [`${row + 1}`, '提高效率', `做第${row}件。`, '区甲局']).flat();
  const words = await report(...long(2), '序号', '重点任务', '具体措施', '责任单位', ...cells);
  assert.match(words, /草稿与文件有 \d+ 处不同（见下）/u);
  assert.match(words, /- 还有 \d+ 处/u);
});

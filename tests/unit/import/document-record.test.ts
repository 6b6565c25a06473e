import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecord } from '../../../src/import/document-record.ts';
import { linesOf } from '../../../src/import/lines.ts';

const read = (...lines: string[]) => readRecord(linesOf(lines.join('\n')).lines);
const rest = ({ rest }: ReturnType<typeof read>) => rest.map(({ text }) => text);
const reported = ({ findings }: ReturnType<typeof read>, kind: string) =>
  findings.filter((finding) => finding.kind === kind).map(({ found }) => found);

const body = ['小方案', '为改善环境，制定本方案。', '一、任务'];
const notice = ['小区办公室关于印发小方案的通知', '各单位：', '现印发给你们。'];
const recorded = {
  number: '小政〔2026〕3号',
  noticeTitle: '小区办公室关于印发小方案的通知',
  addressees: '各单位：',
  notice: ['现印发给你们。'],
  title: '小方案',
};

test('a title above the number, as web pages have it, is that of the notice', () => {
  const [title = '', ...more] = notice;
  const web = read(title, '小政〔2026〕3号', ...more, ...body);
  assert.deepEqual(web.record, recorded);
  assert.deepEqual(rest(web), body.slice(1));
});

test('what a web page prints above the title is reported, and neither heading nor title', () => {
  const web = read(
    '名称：关于印发小方案的通知',
    '索引号：123',
    '小区办公室文件',
    '小政〔2026〕3号',
    ...notice,
    ...body,
  );
  assert.deepEqual(web.record, { heading: '小区办公室文件', ...recorded, issuer: ['小区办公室'] });
  assert.deepEqual(reported(web, 'unread'), ['名称：关于印发小方案的通知', '索引号：123']);
});

test('a heading and a title of the notice may each run over lines', () => {
  const { record } = read(
    '小区委员会',
    '小区办公室文件',
    '小区办公室',
    '关于印发',
    '小方案的通知',
    '各单位：',
    ...body,
  );
  assert.equal(record.heading, '小区委员会小区办公室文件');
  assert.equal(record.noticeTitle, '小区办公室关于印发小方案的通知');
  const quoted = read(
    '小区委员会办公室 小区办公室',
    '印发《关于小事的方案》的通知',
    '各单位：',
    '现印发。',
    '关于小事的方案',
  );
  assert.equal(quoted.record.noticeTitle, '小区委员会办公室小区办公室印发《关于小事的方案》的通知');
});

test('a notice without addressees, and a plan that is sent out without a notice, have their titles', () => {
  const open = read('关于印发小方案的通知', '现印发给你们。', ...body).record;
  assert.deepEqual([open.noticeTitle, open.notice, open.title], ['关于印发小方案的通知', ['现印发给你们。'], '小方案']);
  const opinion = read('小区关于促进发展的若干意见', '小政〔2026〕3号', '各单位：', '为促进发展。').record;
  assert.deepEqual(opinion, {
    number: '小政〔2026〕3号',
    title: '小区关于促进发展的若干意见',
    addressees: '各单位：',
  });
});

test('the issuer is who signed the document, and what differs from it is reported', () => {
  const signed = ['小区政府', '2026年3月1日'];
  const document = read('小区政府文件', ...notice, ...signed, ...body, '小区政府办公室　2026年3月2日印发');
  const { issuer, issuedOn, issuedText } = document.record;
  assert.deepEqual([issuer, issuedOn, issuedText], [['小区政府'], '2026-03-02', '2026年3月2日印发']);
  assert.deepEqual(reported(document, 'uncertain'), ['印发机关作“小区政府办公室”']);
  assert.deepEqual(reported(document, 'unread'), ['2026年3月1日', '小区政府办公室']);
  assert.deepEqual(reported(read('大区政府文件', ...notice, ...signed, ...body), 'uncertain'), ['版头作“大区政府”']);
});

test('an issuer that is signed in one place and printed in another, but the same, is reported nowhere', () => {
  const same = read('大市小区政府文件', ...notice, ...body, '小区政府', '2026年3月2日印发');
  assert.deepEqual(same.record.issuer, ['小区政府']);
  assert.deepEqual(same.findings, []);
});

test('without a signature the heading says who issued the document, which is reported', () => {
  const unsigned = read('小区政府文件', ...notice, ...body);
  assert.deepEqual(unsigned.record.issuer, ['小区政府']);
  assert.deepEqual(reported(unsigned, 'uncertain'), ['小区政府']);
});

test('copies to others and the note on who may read are taken out of the text and reported', () => {
  const end = ['抄送：区委，区人大，', '区政协。', '小区政府　2026年3月2日印发'];
  const document = read(...notice, '（此件公开发布）', ...body, ...end);
  assert.deepEqual(document.record.notice, ['现印发给你们。']);
  assert.deepEqual(rest(document), body.slice(1));
  assert.deepEqual(reported(document, 'unread'), ['抄送：区委，区人大，区政协。', '（此件公开发布）']);
  const unended = read(...body, '抄送：区委，区人大', '小区政府　2026年3月2日印发');
  assert.deepEqual([unended.record.issuer, reported(unended, 'unread')], [['小区政府'], ['抄送：区委，区人大']]);
});

for (const [printed, day] of [
  ['二〇二六年三月二十八日', '2026-03-28'],
  ['二○二六年十二月二十日', '2026-12-20'],
  ['2026年3月2日', '2026-03-02'],
])
  test(`a document signed ${printed} is of ${day}`, () => {
    const document = read(...notice, ...body, '小区政府', `${printed}印发`);
    assert.deepEqual([document.record.issuedOn, document.record.issuedText], [day, `${printed}印发`]);
    assert.deepEqual(rest(document), body.slice(1));
  });

for (const [printed, number] of [
  ['小政〔2026〕3号', '小政〔2026〕3号'],
  ['小政[2026]3号', '小政〔2026〕3号'],
  ['小政（2026）第3号', '小政〔2026〕3号'],
  ['小政【2026】12号', '小政〔2026〕12号'],
  ['小政2026年3号', undefined],
])
  test(`“${printed}” is ${number ? `the number ${number}` : 'no number'}`, () => {
    const document = read(printed ?? '', ...notice, ...body);
    assert.equal(document.record.number, number);
    assert.equal(reported(document, 'restored').includes(printed ?? ''), number !== undefined && number !== printed);
  });

for (const note of ['（此件公开发布）', '此件主动公开', '公开方式：主动公开', '抄送：区委。', '抄报：区政府'])
  test(`“${note}” is no part of the text, which is reported`, () => {
    const document = read(...notice, ...body, note);
    assert.deepEqual([rest(document), reported(document, 'unread')], [body.slice(1), [note]]);
  });

const named = ['《小方案》已经区政府同意，现印发给你们。', '小区办公室', '2026年3月1日', ...body];

test('what a web page prints around a document is reported once for each line, and its number is read behind its label', () => {
  const web = read(
    '首页 > 政务公开',
    '小区办公室关于印发小方案的通知',
    '索 引 号 MB1/2026-1 发文日期 2026-03-01',
    '发布机构 小区办公室 文 号 小政〔2026〕3号',
    '发布时间：2026-03-02 来源：小区办公室 字体：【大 中 小】',
    '各单位：',
    ...named,
  );
  const { number, noticeTitle, addressees, notice: paragraphs, title } = web.record;
  assert.deepEqual(
    [number, noticeTitle, addressees, paragraphs, title],
    ['小政〔2026〕3号', '小区办公室关于印发小方案的通知', '各单位：', [named[0]], '小方案'],
  );
  assert.equal(reported(web, 'unread').length, 4);
  assert.deepEqual(rest(web), body.slice(1));
});

test('all below the first line that a web page prints under a document is the page’s, but no sentence is', () => {
  const foot = ['上一篇：某公告', '主办单位：某市政府办公室', '某ICP备12345678号', '地址：某路1号'];
  const web = read('小办公室关于印发小方案的通知', '各单位：', ...named, ...foot);
  assert.deepEqual(rest(web), body.slice(1));
  assert.equal(reported(web, 'unread').length, foot.length);
  const said = [...foot, '本方案由小区办公室解释。'];
  assert.deepEqual(rest(read('小办公室关于印发小方案的通知', '各单位：', ...named, ...said)), [
    ...body.slice(1),
    ...said,
  ]);
});

test('a notice may have points of its own, and the copy may begin with the addressees', () => {
  const points = read(
    '各单位：',
    '《小方案》已经区政府同意，并通知如下：',
    '一、要重视。',
    '二、要报告。',
    ...named.slice(1),
  );
  assert.deepEqual(points.record.notice, ['《小方案》已经区政府同意，并通知如下：', '一、要重视。', '二、要报告。']);
  assert.equal(points.record.noticeTitle, undefined);
  assert.deepEqual([points.record.title, points.record.addressees], ['小方案', '各单位：']);
});

test('several offices issue a document together: their names are its title’s, and their signature is kept line by line', () => {
  const joint = read(
    '大市甲局',
    '大市乙局',
    '关于印发小方案的通知',
    '各单位：',
    '现将《小方案》印发给你们。',
    '联系人：王某，电话：12345678',
    '大市甲局 大市乙局',
    ...named.slice(2),
  );
  const { noticeTitle, issuer, signature, notice: paragraphs } = joint.record;
  assert.equal(noticeTitle, '大市甲局大市乙局关于印发小方案的通知');
  assert.deepEqual(issuer, ['大市甲局', '大市乙局']);
  assert.deepEqual(signature, ['大市甲局 大市乙局', '2026年3月1日']);
  assert.deepEqual(paragraphs, ['现将《小方案》印发给你们。', '联系人：王某，电话：12345678']);
});

test('a title over several lines is one, whatever brackets its notice puts it in', () => {
  const { record } = read(
    '关于印发《小区落实〈大意见〉实施方案》的通知',
    '各单位：',
    '现将《小区落实〈大意见〉实施方案》印发给你们。',
    '小区落实《大意见》',
    '实施方案',
    '为改善环境。',
  );
  assert.equal(record.title, '小区落实《大意见》实施方案');
  const direct = read('小区关于促进', '发展的若干意见', '小政〔2026〕3号', '各单位：', '一、任务').record;
  assert.deepEqual(
    [direct.title, direct.number, direct.noticeTitle],
    ['小区关于促进发展的若干意见', '小政〔2026〕3号', undefined],
  );
});

test('a number that only the record of a web page has is taken from there, with a doubt', () => {
  const web = read('发文字号：小政〔2026〕3号 发布日期：2026年3月2日', ...notice, ...body);
  assert.equal(web.record.number, '小政〔2026〕3号');
  assert.ok(reported(web, 'uncertain').includes('小政〔2026〕3号'));
});

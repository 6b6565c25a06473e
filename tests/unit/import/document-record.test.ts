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
  notice: '现印发给你们。',
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
  assert.deepEqual(web.record, { heading: '小区办公室文件', ...recorded, issuer: '小区办公室' });
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
});

test('a notice without addressees, and a plan that is sent out without a notice, have their titles', () => {
  const open = read('关于印发小方案的通知', '现印发给你们。', ...body).record;
  assert.deepEqual([open.noticeTitle, open.notice, open.title], ['关于印发小方案的通知', '现印发给你们。', '小方案']);
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
  assert.deepEqual([issuer, issuedOn, issuedText], ['小区政府', '2026-03-02', '2026年3月2日印发']);
  assert.deepEqual(reported(document, 'uncertain'), ['印发机关作“小区政府办公室”']);
  assert.deepEqual(reported(document, 'unread'), ['2026年3月1日', '小区政府办公室']);
  assert.deepEqual(reported(read('大区政府文件', ...notice, ...signed, ...body), 'uncertain'), [
    '版头作“大区政府”',
    '2026年3月1日',
  ]);
});

test('an issuer that is signed in one place and printed in another, but the same, is reported nowhere', () => {
  const same = read('大市小区政府文件', ...notice, ...body, '小区政府', '2026年3月2日印发');
  assert.equal(same.record.issuer, '小区政府');
  assert.deepEqual(same.findings, []);
});

test('without a signature the heading says who issued the document, which is reported', () => {
  const unsigned = read('小区政府文件', ...notice, ...body);
  assert.equal(unsigned.record.issuer, '小区政府');
  assert.deepEqual(reported(unsigned, 'uncertain'), ['小区政府']);
});

test('copies to others and the note on who may read are taken out of the text and reported', () => {
  const end = ['抄送：区委，区人大，', '区政协。', '小区政府　2026年3月2日印发'];
  const document = read(...notice, '（此件公开发布）', ...body, ...end);
  assert.equal(document.record.notice, '现印发给你们。');
  assert.deepEqual(rest(document), body.slice(1));
  assert.deepEqual(reported(document, 'unread'), ['抄送：区委，区人大，区政协。', '（此件公开发布）']);
  const unended = read(...body, '抄送：区委，区人大', '小区政府　2026年3月2日印发');
  assert.deepEqual([unended.record.issuer, reported(unended, 'unread')], ['小区政府', ['抄送：区委，区人大']]);
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
  ['文号：小政〔2026〕3号', undefined],
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

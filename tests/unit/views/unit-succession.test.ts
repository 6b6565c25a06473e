import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formerNames,
  listedName,
  originLabel,
  successionLabel,
  successionNotes,
  withFormerNames,
} from '../../../src/views/unit-succession.ts';
import { countyReformed, edited, handbookFrom } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyReformed);
const unit = (id: string) => handbook.units.find((one) => one.id === id) ?? assert.fail(id);
const sentences = (id: string) => successionNotes(unit(id)).map(({ sentence }) => sentence);

test('a unit that was merged says into which, since when, on which basis and where its duties are', () => {
  assert.deepEqual(sentences('zhujian-ju'), [
    '本单位自2025年6月1日起并入县建设和数据局。文件里写给“县住房城乡建设局”的任务和措施，文字照原文，也列在“县建设和数据局”名下。',
  ]);
  const [note] = successionNotes(unit('zhujian-ju'));
  assert.match(note?.basis ?? '', /机构改革/u);
  assert.equal(note?.source, 'https://www.example.gov.cn/reform');
  assert.deepEqual(note?.others, [unit('jianshe-shuju-ju')]);
});

test('the unit that came of a merger names each of the old ones', () => {
  assert.deepEqual(
    successionNotes(unit('jianshe-shuju-ju')).map(({ label, others }) => [label, ...others.map(({ name }) => name)]),
    [
      ['并入', '县政务数据局'],
      ['并入', '县住房城乡建设局'],
    ],
  );
  assert.match(sentences('jianshe-shuju-ju')[1] ?? '', /^县住房城乡建设局自2025年6月1日起并入本单位。/u);
});

test('over several reforms each unit says what it is now and what it was', () => {
  assert.match(
    sentences('renshe-ju')[0] ?? '',
    /^本单位自2025年6月1日起更名为县人力资源局，现为县人才局。.*也列在“县人才局”名下。$/u,
  );
  assert.deepEqual(
    sentences('rencai-ju').map((one) => one.split('。')[0]),
    ['县人力资源局自2026年3月1日起更名为本单位', '县人力资源社会保障局自2025年6月1日起更名为县人力资源局，现为本单位'],
  );
});

test('of a split no duty is guessed, on neither side', () => {
  const left = '文件没有写明任务由其中哪个单位承接，手册不作划分，仍列在“县商务局”名下。';
  assert.deepEqual(sentences('shangwu-ju'), [`本单位自2025年6月1日起分设为县外贸局、县会展局。${left}`]);
  assert.deepEqual(sentences('waimao-ju'), [`县商务局自2025年6月1日起分设为本单位、县会展局。${left}`]);
});

test('a unit whose duties came to one that was split tells both, and does not call that one the unit of today', () => {
  const successor = 'successor: { kind: split, into: [waimao-ju, huizhan-ju], on: 2026-09-01, basis: 某文件 }\n';
  const { units } = handbookFrom(edited(countyReformed, { 'units/jianshe-shuju-ju.yaml': (text) => text + successor }));
  const merged = units.find(({ id }) => id === 'zhujian-ju') ?? assert.fail();
  assert.equal(listedName(merged), '县住房城乡建设局（后为县建设和数据局）');
  assert.deepEqual(
    successionNotes(merged).map(({ sentence }) => sentence.split('。')[0]),
    ['本单位自2025年6月1日起并入县建设和数据局', '县建设和数据局自2026年9月1日起分设为县外贸局、县会展局'],
  );
});

test('of a reform to come nothing is said that is not true on its eve and after it', () => {
  const until = '在那以前，文件里写给“县金融服务中心”的任务和措施列在“县金融服务中心”名下。';
  assert.deepEqual(sentences('jinrong-ban'), [`本单位自2099年1月1日起更名为县金融局。${until}`]);
  assert.deepEqual(sentences('jinrong-ju'), [`县金融服务中心自2099年1月1日起更名为本单位。${until}`]);
  assert.equal(successionLabel(unit('jinrong-ban')), '2099年1月1日起更名为县金融局');
});

test('lists and search know both names', () => {
  assert.equal(successionLabel(unit('zhujian-ju')), '已并入县建设和数据局');
  assert.equal(successionLabel(unit('rencai-ju')), undefined);
  assert.equal(originLabel(unit('jianshe-shuju-ju')), '原县政务数据局、县住房城乡建设局');
  assert.equal(originLabel(unit('jinrong-ju')), '县金融服务中心2099年1月1日起更名为县金融局');
  assert.equal(originLabel(unit('zhujian-ju')), undefined);
  assert.equal(listedName(unit('renshe-ju')), '县人力资源社会保障局（现县人才局）');
  assert.equal(listedName(unit('shangwu-ju')), '县商务局');
  assert.deepEqual(formerNames(unit('rencai-ju')), ['县人力资源局', '县人力资源社会保障局', '县人社局']);
  assert.deepEqual(withFormerNames(unit('rencai-ju')).searchTerms, ['劳动局']);
});

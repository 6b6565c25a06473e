import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary, unfitForProduction } from '../../../src/checks/summary.ts';
import type { Handbook } from '../../../src/model/types.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const site: Handbook['site'] = {
  ...handbook.site,
  origin: 'https://www.district.gov.cn',
  organiser: '某区人民政府办公室',
  records: { siteCode: '4201120001', icp: '鄂ICP备05000001号', police: undefined },
};
const found = (change: Partial<Handbook['site']>) => unfitForProduction({ ...handbook, site: { ...site, ...change } });

test('a site with all that a portal demands may be published', () => {
  assert.deepEqual(found({}), []);
});

test('a demanded setting that is blank keeps a site from being published, and no other', () => {
  const { records } = site;
  assert.deepEqual(found({ origin: undefined }), ['origin：还没有填写']);
  assert.deepEqual(found({ organiser: undefined }), ['organiser：还没有填写']);
  assert.deepEqual(found({ records: { ...records, siteCode: undefined } }), ['records.siteCode：还没有填写']);
  assert.deepEqual(found({ records: { ...records, icp: undefined } }), ['records.icp：还没有填写']);
  const { origin: _, ...without } = site;
  assert.deepEqual(unfitForProduction({ ...handbook, site: without as typeof site }), ['origin：还没有填写']);
  assert.deepEqual(found({ contact: undefined, operator: undefined }), []);
});

test('a placeholder keeps a site from being published, wherever it stands', () => {
  assert.deepEqual(found({ origin: 'https://www.example.gov.cn' }), [
    'origin：“https://www.example.gov.cn”像是占位，应换成真实的内容',
  ]);
  assert.deepEqual(found({ contact: '待定' }), ['contact：“待定”像是占位，应换成真实的内容']);
  assert.deepEqual(found({ portal: { name: 'XXX门户', url: undefined } }), [
    'portal.name：“XXX门户”像是占位，应换成真实的内容',
  ]);
});

test('an address without encryption keeps a site from being published', () => {
  assert.deepEqual(found({ origin: 'http://www.district.gov.cn' }), ['origin：正式发布的网址应以 https:// 开头']);
});

test('a document as received without a checksum is told with how to register it', () => {
  assert.match(
    summary(handbook, [], ['mini']),
    /plans\/mini\/source\.txt 没有登记校验和.*npm run new -- seal --plan mini/u,
  );
  assert.doesNotMatch(summary(handbook, []), /校验和/u);
});

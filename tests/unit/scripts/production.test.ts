import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfitForProduction } from '../../../scripts/summary.ts';
import type { Handbook } from '../../../src/model/types.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const site: Handbook['site'] = {
  ...handbook.site,
  origin: 'https://www.dxh.gov.cn',
  organiser: '某区人民政府办公室',
  records: { siteCode: '4201120001', icp: '鄂ICP备05000001号', police: undefined },
};
const found = (change: Partial<Handbook['site']>) => unfitForProduction({ ...handbook, site: { ...site, ...change } });

test('a site with what the rules demand may be published', () => {
  assert.deepEqual(found({}), []);
});

test('a demanded setting that is blank keeps a site from being published', () => {
  assert.match(found({ origin: undefined }).join(), /origin/u);
  assert.match(found({ records: { ...site.records, siteCode: undefined } }).join(), /records\.siteCode/u);
});

test('a placeholder keeps a site from being published, wherever it stands', () => {
  for (const change of [{ origin: 'https://www.example.gov.cn' }, { contact: '待定' }, { organiser: 'XXX办公室' }])
    assert.equal(found(change).length, 1, JSON.stringify(change));
});

test('an address without encryption keeps a site from being published', () => {
  assert.equal(found({ origin: 'http://www.dxh.gov.cn' }).length, 1);
});

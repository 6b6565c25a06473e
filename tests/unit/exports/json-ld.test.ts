import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataFiles } from '../../../src/exports/dataset/files.ts';
import { structuredData } from '../../../src/exports/meta/json-ld.ts';
import type { Handbook } from '../../../src/model/types.ts';
import { pageFacts, pathOf, subjectsOf } from '../../../src/views/page-subject.ts';
import { checkWith, replace } from '../../fixtures/mini.ts';

const origin = 'https://www.example.gov.cn';
const { handbook: draft } = checkWith({
  'units/yi.yaml': replace('kind: unit\n', 'kind: unit\nnature: organisation\n'),
});
const handbook = { ...draft, site: { ...draft.site, origin } };

/** What the page at a path says of its subject and of its place, read back as a search engine would. */
function statementsAt(path: string, of: Handbook = handbook): Record<string, unknown>[] {
  const subject = subjectsOf(of).find((one) => pathOf(one) === path) ?? assert.fail(`no ${path}`);
  return JSON.parse(JSON.stringify(structuredData(of, subject, pageFacts(of, subject).crumbs)));
}
const typesAt = (path: string) => statementsAt(path).map((one) => one['@type']);

test('a unit is an organ of government or another organisation, as the registry says; a name for no single body is neither', () => {
  assert.deepEqual(typesAt('units/jia/'), ['GovernmentOrganization', 'BreadcrumbList']);
  assert.deepEqual(typesAt('units/yi/'), ['Organization', 'BreadcrumbList']);
  assert.deepEqual(typesAt('units/bumen/'), ['BreadcrumbList']);
});

test('a plan says its number, day and measures, its list and its pages for paper the plan alone', () => {
  const [plan = {}] = statementsAt('plans/mini/');
  assert.deepEqual([plan.legislationIdentifier, plan.legislationDate], ['小政〔2025〕1号', '2025-03-28']);
  assert.equal((plan.hasPart as unknown[]).length, 2);
  for (const path of ['plans/mini/tasks/', 'plans/mini/print/']) {
    const [about] = statementsAt(path);
    assert.partialDeepStrictEqual(about?.encoding, { legislationLegalValue: 'UnofficialLegalValue' }, path);
    assert.deepEqual([about?.['@id'], about?.hasPart], [`${origin}/plans/mini/`, undefined]);
  }
});

test('a measure says its plan, and its words as an unofficial copy with what the editor doubts in it', () => {
  const [measure = {}] = statementsAt('plans/mini/measures/01/');
  assert.equal(measure.text, undefined);
  assert.deepEqual(measure.encoding, {
    '@type': 'LegislationObject',
    legislationLegalValue: 'UnofficialLegalValue',
    encodingFormat: 'text/html',
    inLanguage: 'zh-CN',
    url: `${origin}/plans/mini/measures/01/`,
    text: '深化融资机制，全年组织银企对接会不少于50场。切实降低企业用电成本。',
  });
  const [doubted = {}] = statementsAt('plans/mini/measures/02/');
  assert.deepEqual((doubted.encoding as Record<string, unknown>).correction, [
    { '@type': 'CorrectionComment', text: '编辑注：“突处问题”疑为“突出问题”。' },
  ]);
  assert.equal((measure.isPartOf as Record<string, unknown>)['@id'], `${origin}/plans/mini/`);
});

/** Limits of the length of a description, in characters. @see https://developers.google.com/search/docs/appearance/structured-data/dataset */
const described = { min: 50, max: 5000 };
const hasFitDescription = ({ description }: Record<string, unknown>) =>
  String(description).length >= described.min && String(description).length <= described.max;

test('a dataset says what a catalogue asks for: words, days, place, maker, licence and every file', () => {
  const licence = { name: '某许可', url: 'https://www.example.gov.cn/licence' };
  const given = { ...handbook, site: { ...handbook.site, organiser: '某区办公室', licence } };
  const [data = {}] = statementsAt('data/plans/mini/', given);
  assert.ok(hasFitDescription(data), String(data.description));
  assert.partialDeepStrictEqual(data, {
    '@type': 'Dataset',
    url: `${origin}/data/plans/mini/`,
    identifier: `${origin}/data/plans/mini/`,
    license: licence.url,
    creator: { '@type': 'Organization', name: '某区办公室' },
    keywords: ['方案', '市场', '法治', '任务清单', '责任单位', '量化目标'],
    dateCreated: '2025-03-28',
    dateModified: '2025-03-28',
    version: '2025.3.28',
    isBasedOn: { '@type': 'Legislation', legislationIdentifier: '小政〔2025〕1号' },
  });
  const files = data.distribution as Record<string, unknown>[];
  assert.deepEqual(
    files.map(({ encodingFormat, contentUrl }) => [encodingFormat, contentUrl]),
    dataFiles(given, given.plans[0] ?? assert.fail()).map(({ name, mediatype }) => [
      mediatype,
      `${origin}/data/plans/mini/${name}`,
    ]),
  );
});

test('what the publisher has not said is not said of a dataset', () => {
  const [data = {}] = statementsAt('data/plans/mini/', draft);
  for (const name of ['license', 'creator', 'distribution', 'url']) assert.equal(data[name], undefined, name);
  assert.equal(data.identifier, 'mini');
});

test('the page of all data is a catalogue, which names each dataset by its own address', () => {
  const [catalogue = {}] = statementsAt('data/');
  assert.equal(catalogue['@type'], 'DataCatalog');
  const sets = catalogue.dataset as Record<string, unknown>[];
  assert.deepEqual(
    sets.map((set) => [set['@id'], hasFitDescription(set)]),
    [[`${origin}/data/plans/mini/`, true]],
  );
});

test('the way to a page begins at the home page, in full addresses', () => {
  const crumbs = statementsAt('units/jia/').at(-1)?.itemListElement;
  assert.deepEqual(
    (crumbs as Record<string, unknown>[]).map(({ name, item }) => [name, item]),
    [
      ['首页', `${origin}/`],
      ['责任单位', `${origin}/units/`],
      ['区甲局', undefined],
    ],
  );
});

test('pages of the handbook itself say their place alone, the home page how to search', () => {
  assert.deepEqual(typesAt('units/'), ['BreadcrumbList']);
  assert.deepEqual(typesAt(''), ['WebSite']);
});

test('without an origin a page says what needs no address, and no statement is left that is made of addresses', () => {
  assert.deepEqual(
    ['', 'units/', 'units/jia/', 'plans/mini/', 'data/plans/mini/'].map((path) =>
      statementsAt(path, draft).map((one) => one['@type']),
    ),
    [[], [], ['GovernmentOrganization'], ['Legislation'], ['Dataset']],
  );
  const [plan = {}] = statementsAt('plans/mini/', draft);
  assert.deepEqual([plan.legislationIdentifier, plan.legislationDate], ['小政〔2025〕1号', '2025-03-28']);
  assert.deepEqual(
    (plan.hasPart as Record<string, unknown>[]).map((part) => Object.keys(part)),
    [
      ['@type', 'name'],
      ['@type', 'name'],
    ],
  );
  const said = subjectsOf(draft).map((subject) => statementsAt(pathOf(subject), draft));
  assert.doesNotMatch(JSON.stringify(said), /"(?:@id|url|contentUrl|distribution|item)":|"isBasedOn":"/u);
});

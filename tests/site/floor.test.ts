import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { oldestBrowsers } from '../../src/integrations/browser-floor.ts';
import { searchPath } from '../../src/routes/paths.ts';
import { type BuiltPage, handbook, pages, site } from './built-site.ts';
import { entryAt, type Finding } from './floor/compat-data.ts';
import { exemptions } from './floor/exemptions.ts';
import { findingsInTag, tagsOf } from './floor/markup.ts';
import { findingsInScript } from './floor/scripts.ts';
import { findingsInSheet } from './floor/sheets.ts';
import { findingsInModules, modulesFrom, programOf, scriptsOf } from './floor/sources.ts';

const forReading = oldestBrowsers('defaults', 'reading');
const forAll = oldestBrowsers('defaults');

const built = readdirSync(site, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string) => readFileSync(join(site, file), 'utf8');
const scripts = built.filter((file) => /\.m?js$/u.test(file));
const sheets = built.filter((file) => file.endsWith('.css'));

/** The scripts that a text names, and those that these name. */
function named(text: string, found = new Set<string>()): Set<string> {
  for (const file of scripts)
    if (!found.has(file) && text.includes(basename(file))) {
      found.add(file);
      named(read(file), found);
    }
  return found;
}
/** What the page of search alone may run. */
const isSearch = ({ address }: BuiltPage) => address === handbook.site.base + searchPath;
const elsewhere = pages
  .filter((page) => !isSearch(page))
  .reduce((found, { html }) => named(html, found), new Set<string>());
const ofSearch = [...named(pages.find(isSearch)?.html ?? '')].filter((file) => !elsewhere.has(file));
/** Vite names a worker's script after its module. */
const isWorker = (file: string) => /^(?:offline|sw|worker-[\w-]+)\.js$/u.test(basename(file));

// The modules of these scripts, whose types say what a name alone does not: that the `size` is one of a query.
const components = globSync('src/**/*.astro').map((file) => file.replaceAll('\\', '/'));
const entriesIn = (ofSearch: boolean) =>
  components.filter((file) => file.startsWith('src/pages/search/') === ofSearch).flatMap(scriptsOf);
const program = programOf(globSync('src/{browser,search/{client,query,shared}}/**/*.ts'));
const readingModules = modulesFrom(program, [...globSync('src/browser/**/*.ts'), ...entriesIn(false)]);
const searchModules = modulesFrom(program, entriesIn(true)).filter((file) => !readingModules.includes(file));

const findings: (Finding & { file: string })[] = [
  ...findingsInModules(program, readingModules, forReading),
  ...findingsInModules(program, searchModules, forAll),
  ...scripts.flatMap((file) =>
    findingsInScript(read(file), ofSearch.includes(file) ? forAll : forReading, isWorker(file)).map((finding) => ({
      file: basename(file),
      ...finding,
    })),
  ),
  ...[...new Set(pages.flatMap(({ $ }) => [...tagsOf($)]))].flatMap((tag) =>
    findingsInTag(tag, forReading).map((finding) => ({ file: 'HTML', ...finding })),
  ),
  ...sheets.flatMap((file) =>
    findingsInSheet(read(file), forReading).map((finding) => ({ file: basename(file), ...finding })),
  ),
];
const isExempt = (exemption: (typeof exemptions)[number]) => (finding: (typeof findings)[number]) =>
  `${finding.feature}.`.startsWith(`${exemption.feature}.`) && exemption.in.test(finding.file);

test('what readers load uses nothing that a browser of the floor lacks, save what is done without', () => {
  assert.ok(scripts.length > ofSearch.length && ofSearch.some(isWorker) && sheets.length > 0);
  const bad = findings.filter((finding) => !exemptions.some((exemption) => isExempt(exemption)(finding)));
  assert.deepEqual(
    bad.map(({ file, feature, lacking, where }) => `${file}: ${feature} (${lacking.join(', ')}): ${where}`),
    [],
  );
});

test('each exemption is known to the data and used', () => {
  assert.deepEqual(
    exemptions.filter((exemption) => !entryAt(exemption.feature) || !findings.some(isExempt(exemption))),
    [],
  );
});

test('no sheet adds space beside digits, which WebKit then draws over each other', () => {
  const set = sheets.flatMap((file) => read(file).match(/text-autospace:[^;}]+/gu) ?? []);
  assert.deepEqual([...new Set(set)], ['text-autospace:no-autospace']);
});

const found = (list: readonly Finding[]) => [...new Set(list.map(({ feature }) => feature))].sort();
const lacksIt = [
  ['Map.groupBy(rows, (row) => row.unit)', 'javascript.builtins.Map.groupBy'],
  ['let a=e=>e.toSorted((t,n)=>t-n)', 'javascript.builtins.Array.toSorted'],
  ['let a=e=>e?.findLast?.(Boolean)', 'javascript.builtins.Array.findLast'],
  ['let a=e=>e.at(-1)', 'javascript.builtins.Array.at'],
  ['let a=e=>[...e.values().map(t=>t.id)]', 'javascript.builtins.Iterator.map'],
  ['let a=e=>new Set(e).union(e)', 'javascript.builtins.Set.union'],
  ['new Intl.Segmenter("zh")', 'javascript.builtins.Intl.Segmenter'],
  ['structuredClone({})', 'api.structuredClone'],
  ['window.structuredClone({})', 'api.structuredClone'],
  ['fetch("/", { signal: AbortSignal.timeout(1) })', 'api.AbortSignal.timeout_static'],
  ['if (navigator.userActivation.isActive) a()', 'api.Navigator.userActivation'],
  ['addEventListener("scrollend", () => {})', 'api.Document.scrollend_event'],
  ['element.inert = true', 'api.HTMLElement.inert'],
  ['document.querySelectorAll("li:has(> a)")', 'css.selectors.has'],
  ['new Worker(new URL("worker.js", import.meta.url), { type: "module" })', 'api.Worker.Worker.ecmascript_modules'],
  ['let a=e=>e.replace(/(?<=第)\\d/u,"")', 'javascript.regular_expressions.lookbehind_assertion'],
  ['let a=new RegExp("(?<!第)\\\\d")', 'javascript.regular_expressions.lookbehind_assertion'],
  ['class A{static{this.a=1}}', 'javascript.classes.static.initialization_blocks'],
  ['await a()', 'javascript.operators.await.top_level'],
  ['let a=/[\\p{L}--[a-z]]/v', 'syntax newer than ES2022'],
  ['Array.prototype.toSorted?.call(e)', 'javascript.builtins.Array.toSorted'],
  ['let{groupBy:a}=Object;a(e,t)', 'javascript.builtins.Object.groupBy'],
  ['let{structuredClone:a}=window', 'api.structuredClone'],
  ['let a="li:is(b:has(a))"', 'css.selectors.has'],
  ['matchMedia("(width>=46rem)")', 'css.at-rules.media.range_syntax'],
  ['element.onscrollend=()=>{}', 'api.Document.scrollend_event'],
  ['element.setAttribute("popover","auto")', 'html.global_attributes.popover'],
  ['element.hidden="until-found"', 'html.global_attributes.hidden.until-found'],
  ['document.createElement("search")', 'html.elements.search'],
  ['element.style.translate="1px"', 'css.properties.translate'],
  ['element.style.setProperty("rotate","1deg")', 'css.properties.rotate'],
] as const;

for (const [script, feature] of lacksIt)
  test(`the lint of scripts finds ${feature} in ${script}`, () => {
    assert.deepEqual(found(findingsInScript(script, forReading)), [feature]);
  });

test('the lint of scripts lets pass what the floor has, and names of our own', () => {
  const script = `let a=new Map([[1,[2]]]),{unit:b,token:c}=a.get(1)??{};b?.path||a.element;[...a.values()].map(e=>e);
    class D{close(){return this.destroy()}destroy(){}}/(?<年>\\d{4})\\p{L}/u.exec(c)?.groups;fetch(\`x\`).then(e=>e.json());
    document.querySelector("li:not(:first-child)");addEventListener("click",()=>{});typeof Highlight;Object.values(a).map(e=>e);
    CSS.supports("selector(:has(*))")||"share"in navigator;c.style.inset="0";c.hidden=true;c.onclick=()=>"https://a:b"`;
  assert.deepEqual(found(findingsInScript(script, forReading)), []);
});

test('the lint of scripts asks search for less than reading, and of workers what is true of workers', () => {
  assert.deepEqual(found(findingsInScript('let a=e=>e.at(-1)', forAll)), []);
  assert.deepEqual(found(findingsInScript('import("./a.js")', forAll)), []);
  assert.deepEqual(found(findingsInScript('import("./a.js")', forAll, true)), [
    'javascript.operators.import.worker_support',
  ]);
});

const rulesTooNew = [
  ['@layer a{b{color:red}}', 'css.at-rules.layer'],
  ['@media (width>=46rem){a{color:red}}', 'css.at-rules.media.range_syntax'],
  ['@container (min-width:9rem){a{color:red}}', 'css.at-rules.container'],
  ['a:has(b){color:red}', 'css.selectors.has'],
  ['a{&:hover{color:red}}', 'css.selectors.nesting'],
  ['a{float:inline-start}', 'css.properties.float.inline-start'],
  ['a{grid-template-rows:subgrid}', 'css.properties.grid-template-rows.subgrid'],
  ['a{height:100dvh}', 'css.types.length.viewport_percentage_units_dynamic'],
  ['a{color:color-mix(in srgb,red,blue)}', 'css.types.color.color-mix'],
  ['a{rotate:45deg}', 'css.properties.rotate'],
  ['a{text-decoration:underline 2px}', 'css.properties.text-decoration.includes_thickness'],
  [
    'a{-webkit-text-decoration:underline var(--a);text-decoration:underline var(--a)}',
    'css.properties.text-decoration.includes_color-and-style',
  ],
  ['a{color:red;color:color-mix(in srgb,var(--a),blue)}', 'css.types.color.color-mix'],
  ['a{no-such-property:1}', 'css.properties.no-such-property'],
  ['a{--b:subgrid}', 'css.properties.grid-template-columns.subgrid'],
  ['a{color:rgb(from red r g b)}', 'css.types.color.rgb.relative_syntax'],
  ['a{background:linear-gradient(in oklab,red,blue)}', 'css.types.gradient.linear-gradient.interpolation_color_space'],
  ['a{content:"b" / "c"}', 'css.properties.content.alt_text'],
  ['a{display:inline flex}', 'css.properties.display.multi-keyword_values'],
  ['a{color:AccentColor}', 'css.types.color.system-color.accentcolor'],
  ['a:nth-child(2 of b){color:red}', 'css.selectors.nth-child.of_syntax'],
  ['@supports not (height:100dvh){a{height:100dvh}}', 'css.types.length.viewport_percentage_units_dynamic'],
  ['@supports (height:100dvh) or (color:red){a{height:100dvh}}', 'css.types.length.viewport_percentage_units_dynamic'],
  ['@media print{@supports (color:red){a:is(b,:has(c)){color:red}}}', 'css.selectors.has'],
] as const;

for (const [sheet, feature] of rulesTooNew)
  test(`the lint of sheets finds ${feature} in ${sheet}`, () => {
    assert.deepEqual(found(findingsInSheet(sheet, forReading)), [feature]);
  });

test('the lint of modules knows objects by their types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'));
  const file = join(folder, 'sample.ts');
  writeFileSync(
    file,
    `export const sizes = (query: URLSearchParams, rows: Map<string, readonly string[]>) =>
      query.size + rows.size + rows.values().map((row) => row.at(-1)).toArray().length;
    export const hide = (element: HTMLElement) => { element.inert = element.hidden; element.checkVisibility?.(); };
    export const follow = (element: HTMLElement) => { element.ariaCurrent = element.style.scale; element.onscrollend = null; };
    export const last = (rows: number[]) => rows['findLast'](Boolean);
    export const from = ({ size }: URLSearchParams) => size;`,
  );
  const sample = programOf([file]);
  const missing = found(findingsInModules(sample, modulesFrom(sample, [file]), forReading));
  rmSync(folder, { recursive: true });
  assert.deepEqual(missing, [
    'api.Element.ariaCurrent',
    'api.Element.checkVisibility',
    'api.Element.scrollend_event',
    'api.HTMLElement.inert',
    'api.URLSearchParams.size',
    'css.properties.scale',
    'javascript.builtins.Array.at',
    'javascript.builtins.Array.findLast',
    'javascript.builtins.Iterator.map',
    'javascript.builtins.Iterator.toArray',
  ]);
});

test('the lint of pages knows elements, attributes and their values', () => {
  const tags = (html: string) => found([...tagsOf(load(html))].flatMap((tag) => findingsInTag(tag, forReading)));
  assert.deepEqual(
    tags('<p popover inert hidden="until-found"><details name="a"></details><img fetchpriority="high"><search>'),
    [
      'html.elements.details.name',
      'html.elements.img.fetchpriority',
      'html.elements.search',
      'html.global_attributes.hidden.until-found',
      'html.global_attributes.inert',
      'html.global_attributes.popover',
    ],
  );
  assert.deepEqual(
    tags('<dialog open><input type="search" enterkeyhint="search" hidden></dialog><svg><a b="c"/></svg>'),
    [],
  );
});

test('the lint of sheets lets pass what the floor has, and what a fallback or a condition answers for', () => {
  const sheet = `a:not(#\\#):is(b,c)>d::before{inset:0;padding-inline:1rem;width:min(1rem,2vw);content:attr(a)}
    a{height:100vh;height:100dvh}@supports (height:100dvh){b{height:100dvh}}
    @supports selector(:has(*)){a:has(b){color:red}}@media not all and (min-width:46rem){a{color:red}}
    a{-webkit-user-select:none;user-select:none}`;
  assert.deepEqual(found(findingsInSheet(sheet, forReading)), []);
});

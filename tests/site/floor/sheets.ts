import { type AtRule, type Container, type Declaration, parse, type Rule } from 'postcss';
import parseSelector from 'postcss-selector-parser';
import parseValue from 'postcss-value-parser';
import { type Browsers, entryAt, type Finding, findingFor, lackingIn } from './compat-data.ts';

/** Units that came later than lengths themselves, by the entry of the data that has them. */
const unitPaths: [RegExp, string][] = [
  [/^d(?:v[bhiw]|vmin|vmax)$/u, 'viewport_percentage_units_dynamic'],
  [/^l(?:v[bhiw]|vmin|vmax)$/u, 'viewport_percentage_units_large'],
  [/^s(?:v[bhiw]|vmin|vmax)$/u, 'viewport_percentage_units_small'],
  [/^cq/u, 'container_query_length_units'],
];

/** What the data have by a description of it: the property, how its value begins or what it holds, the path. */
const described: [RegExp, RegExp, string][] = [
  [/^content$/u, /["')]\s*\/\s*["']/u, 'css.properties.content.alt_text'],
  [/^display$/u, /^[a-z-]+\s+[a-z]/u, 'css.properties.display.multi-keyword_values'],
  [/^text-decoration$/u, /(?:^|\s)[\d.]+[a-z]/u, 'css.properties.text-decoration.includes_thickness'],
  [/(?:)/u, /\b(?:rgb|hsl)a?\(\s*from\b/u, 'css.types.color.rgb.relative_syntax'],
  [/(?:)/u, /-gradient\([^,]*\bin\s+[a-z]/u, 'css.types.gradient.linear-gradient.interpolation_color_space'],
];

/** Properties that have a value, by the name of the value: `subgrid`. */
const propertiesByKeyword = new Map<string, string[]>();
for (const [property, entry] of Object.entries(entryAt('css.properties') ?? {}))
  for (const keyword of property === 'font-family' ? [] : Object.keys(entry))
    propertiesByKeyword.set(keyword, [...(propertiesByKeyword.get(keyword) ?? []), `css.properties.${property}`]);

/** What a selector uses that some browsers lack, at any depth. */
export function findingsInSelector(selector: string, browsers: Browsers): Finding[] {
  const findings: Finding[] = [];
  parseSelector((root) => {
    root.walk((node) => {
      // A prefixed pseudo-element is valid everywhere, and styles nothing elsewhere.
      if (node.type === 'pseudo' && /^::?-/u.test(node.value)) return;
      const name =
        node.type === 'pseudo'
          ? node.value.replace(/^:+/u, '').toLowerCase()
          : node.type === 'nesting'
            ? 'nesting'
            : '';
      if (name) findings.push(...findingFor([`css.selectors.${name}`], browsers, selector));
      if (node.type === 'pseudo' && name === 'not' && node.nodes.length > 1)
        findings.push(...findingFor(['css.selectors.not.selector_list'], browsers, selector));
      if (/^nth-(?:last-)?child$/u.test(name) && / of /u.test(String(node)))
        findings.push(...findingFor(['css.selectors.nth-child.of_syntax'], browsers, selector));
      if (node.type === 'attribute' && node.insensitive)
        findings.push(...findingFor(['css.selectors.attribute.case_insensitive_modifier'], browsers, selector));
    });
  }).processSync(selector);
  return findings;
}

/** What a value of a property uses: keywords, functions and units. */
function findingsInValue(property: string, value: string, browsers: Browsers, where: string): Finding[] {
  const findings: Finding[] = [];
  const check = (...paths: string[]) => findings.push(...findingFor(paths, browsers, where));
  function checkKeyword(keyword: string): void {
    check(
      `css.properties.${property}.${keyword}`,
      `css.types.global_keywords.${keyword}`,
      `css.types.color.system-color.${keyword.toLowerCase()}`,
    );
    if (!property.startsWith('--')) return;
    // Which property a variable is for cannot be seen: its value is too new if it is so for each that knows it.
    const owners = propertiesByKeyword.get(keyword) ?? [];
    const paths = owners.map((owner) => `${owner}.${keyword}`);
    if (paths.every((path) => lackingIn(path, browsers).length > 0)) check(...paths);
  }
  for (const [properties, sign, path] of described) if (properties.test(property) && sign.test(value)) check(path);
  parseValue(value).walk((node) => {
    if (node.type === 'function')
      check(...['color.', 'image.', 'gradient.', ''].map((room) => `css.types.${room}${node.value}`));
    // A colour of its own among them.
    if (node.type === 'function' && property === 'text-decoration')
      check('css.properties.text-decoration.includes_color-and-style');
    if (node.type !== 'word') return node.type !== 'function' || node.value !== 'url';
    const unit = parseValue.unit(node.value);
    if (unit) {
      const path = unitPaths.find(([sign]) => sign.test(unit.unit))?.[1] ?? unit.unit;
      if (path) check(`css.types.length.${path}`);
    } else if (/^[a-z-]+$/iu.test(node.value)) checkKeyword(node.value);
    return true;
  });
  return findings;
}

function findingsInDeclaration(declaration: Declaration, browsers: Browsers): Finding[] {
  const { prop, value, parent } = declaration;
  const rule = parent?.type === 'atrule' ? (parent as AtRule) : undefined;
  if (rule?.name === 'property') return [];
  // Descriptors: of `@page`, `@font-face`, `@counter-style`.
  if (rule && entryAt(`css.at-rules.${rule.name}`)?.[prop])
    return findingFor([`css.at-rules.${rule.name}.${prop}`], browsers, `@${rule.name}{${prop}}`);
  // What is prefixed is for one engine alone, and a name of a font may be unknown.
  if (/^-(?!-)/u.test(prop) || prop === 'font-family') return [];
  if (prop.startsWith('--')) return findingsInValue(prop, value, browsers, `${prop}:${value}`);
  const where = `${parent?.type === 'rule' ? (parent as Rule).selector : ''}{${prop}:${value}}`;
  const found = findingFor([`css.properties.${prop}`], browsers, where);
  if (!entryAt(`css.properties.${prop}`)) found.push({ feature: `css.properties.${prop}`, lacking: [], where });
  if (found.length === 0) found.push(...findingsInValue(prop, value, browsers, where));
  // A browser keeps the declaration before one that it does not understand, unless a variable hides from it what this will be.
  if (value.includes('var(')) return found;
  const before = (parent?.nodes ?? []).slice(0, parent?.index(declaration)) as Declaration[];
  if (before.some((one) => one.prop === prop && one.value !== value)) return [];
  return before.some((one) => one.prop === `-webkit-${prop}`) ? found.flatMap(withoutSafari) : found;
}

const withoutSafari = ({ lacking, ...finding }: Finding): Finding[] => {
  const others = lacking.filter((browser) => !/safari|ios_saf/u.test(browser));
  return others.length > 0 ? [{ ...finding, lacking: others }] : [];
};

export function findingsInMedia(params: string, browsers: Browsers): Finding[] {
  const features = [...params.matchAll(/\(\s*([a-z-]+)\s*(?:[):]|[<>=])/gu)].map(([, name = '']) => name);
  return [
    ...(/[<>=]/u.test(params) ? findingFor(['css.at-rules.media.range_syntax'], browsers, params) : []),
    ...features.flatMap((name) =>
      findingFor([`css.at-rules.media.${name.replace(/^(?:min|max)-/u, '')}`], browsers, params),
    ),
  ];
}

/** What the condition of `@supports` asks for: inside it, that is there. One with `not` or `or` is true of browsers that lack it. */
function supportedBy(params: string, browsers: Browsers): Set<string> {
  if (/(?:^|[\s(])(?:not|or)[\s(]/u.test(params)) return new Set();
  const selectors = [...params.matchAll(/selector\(((?:[^()]|\([^()]*\))*)\)/gu)].map(([, selector = '']) => selector);
  const values = [...params.matchAll(/\(\s*([a-z-]+)\s*:\s*((?:[^()]|\([^()]*\))*)\)/gu)];
  const found = [
    ...selectors.flatMap((selector) => findingsInSelector(selector, browsers)),
    ...values.flatMap(([, prop = '', value = '']) => [
      ...findingFor([`css.properties.${prop}`], browsers, ''),
      ...findingsInValue(prop, value, browsers, ''),
    ]),
  ];
  return new Set(found.map(({ feature }) => feature));
}

/** What a sheet uses that some browsers lack, save where a declaration before it or `@supports` answers for it. */
export function findingsInSheet(source: string, browsers: Browsers): Finding[] {
  const findings: Finding[] = [];

  function visit(container: Container, supported: ReadonlySet<string>): void {
    container.each((node) => {
      let inside = supported;
      const found: Finding[] = [];
      if (node.type === 'decl') found.push(...findingsInDeclaration(node, browsers));
      if (node.type === 'rule' && !isKeyframe(node)) found.push(...findingsInSelector(node.selector, browsers));
      if (node.type === 'atrule') {
        const margin = node.parent?.type === 'atrule' && (node.parent as AtRule).name === 'page';
        found.push(
          ...findingFor(
            [margin ? 'css.at-rules.page.page-margin-boxes' : `css.at-rules.${node.name}`],
            browsers,
            `@${node.name} ${node.params}`,
          ),
        );
        if (node.name === 'media') found.push(...findingsInMedia(node.params, browsers));
        if (node.name === 'supports') inside = new Set([...supported, ...supportedBy(node.params, browsers)]);
      }
      findings.push(...found.filter(({ feature }) => !supported.has(feature)));
      if ('nodes' in node && node.nodes) visit(node as Container, inside);
    });
  }

  visit(parse(source), new Set());
  return findings;
}

const isKeyframe = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && /keyframes$/u.test((parent as AtRule).name);

import { type AnyNode, type Node, parse } from 'acorn';
import {
  type Browsers,
  builtinPaths,
  cssProperty,
  entryAt,
  eventPaths,
  type Finding,
  findingFor,
  globalPaths,
  lackingIn,
  memberPaths,
} from './compat-data.ts';
import { attributePaths } from './markup.ts';
import { findingsInMedia, findingsInSelector } from './sheets.ts';

/** The last year whose syntax is in the table below; what is newer does not parse. */
const ecmaVersion = 2022;

const assignments: Record<string, string> = {
  '??=': 'nullish_coalescing_assignment',
  '||=': 'logical_or_assignment',
  '&&=': 'logical_and_assignment',
};

/** The paths of syntax in the data. */
function syntaxAt(node: AnyNode, inFunction: boolean): string[] {
  switch (node.type) {
    case 'StaticBlock':
      return ['javascript.classes.static.initialization_blocks'];
    case 'PropertyDefinition':
      return [`javascript.classes.${node.static ? 'static.class_fields' : 'public_class_fields'}`];
    case 'PrivateIdentifier':
      return ['javascript.classes.private_class_fields'];
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier' ? ['javascript.classes.private_class_fields_in'] : [];
    case 'AssignmentExpression':
      return [`javascript.operators.${assignments[node.operator]}`];
    case 'LogicalExpression':
      return node.operator === '??' ? ['javascript.operators.nullish_coalescing'] : [];
    case 'ChainExpression':
      return ['javascript.operators.optional_chaining'];
    case 'AwaitExpression':
      return inFunction ? [] : ['javascript.operators.await.top_level'];
    case 'MethodDefinition':
      return node.key.type === 'PrivateIdentifier' ? ['javascript.classes.private_class_methods'] : [];
    default:
      return [];
  }
}

const expressions: [RegExp, string][] = [
  [/\(\?<[=!]/u, 'javascript.regular_expressions.lookbehind_assertion'],
  [/\(\?<\w/u, 'javascript.regular_expressions.named_capturing_group'],
  [/\\p\{/iu, 'javascript.regular_expressions.unicode_character_class_escape'],
];
const flagNames: Record<string, string> = { d: 'hasIndices', s: 'dotAll', v: 'unicodeSets', y: 'sticky' };

const expressionPaths = (pattern: string, flags: string): string[] => [
  ...expressions.flatMap(([sign, path]) => (sign.test(pattern) ? [path] : [])),
  ...[...flags].map((flag) => `javascript.builtins.RegExp.${flagNames[flag]}`),
];

const textOf = (node: AnyNode | null | undefined): string =>
  node?.type === 'Literal' && typeof node.value === 'string'
    ? node.value
    : node?.type === 'TemplateLiteral'
      ? node.quasis.map(({ value }) => value.cooked).join('a')
      : '';
const nameOf = (node: AnyNode): string => (node.type === 'Identifier' ? node.name : '');
const memberOf = (node: AnyNode): string =>
  node.type === 'MemberExpression' ? (node.computed ? textOf(node.property) : nameOf(node.property)) : '';

/** The object of a member, `Array` for `Array.prototype` too. */
const ownerOf = (node: AnyNode): string =>
  node.type === 'MemberExpression' && memberOf(node) === 'prototype' ? nameOf(node.object) : nameOf(node);

const globalObjects = new Set(['globalThis', 'self', 'window']);
const iteratorMakers = new Set(['entries', 'keys', 'matchAll', 'values']);
/** Whether an expression is an iterator for sure: `map.values()`, but not `Object.values(map)`, which is an array. */
const isIterator = (node: AnyNode): boolean =>
  node.type === 'CallExpression' &&
  iteratorMakers.has(memberOf(node.callee)) &&
  node.callee.type === 'MemberExpression' &&
  nameOf(node.callee.object) !== 'Object';

/**
 * What a script uses that some browsers lack: syntax, globals, members of global objects, regular expressions, events and
 * selectors. What an object is cannot be seen, so a method counts as too new if no object of the browsers has one of its name.
 * @param inWorker Whether the script is one of a worker, where `import()` came later.
 */
export function findingsInScript(source: string, browsers: Browsers, inWorker = false): Finding[] {
  const findings: Finding[] = [];
  const own = new Set<string>();
  const fields = new Set<string>();

  const check = (node: Node, ...paths: string[]) =>
    findings.push(...findingFor(paths, browsers, source.slice(Math.max(0, node.start - 20), node.start + 60)));

  function checkName(node: Node, name: string, paths: ReadonlyMap<string, string[]>): void {
    const known = paths.get(name) ?? [];
    if (known.length > 0 && known.every((path) => lackingIn(path, browsers).length > 0)) check(node, known[0] ?? '');
  }

  function checkCall(node: AnyNode & { type: 'CallExpression' | 'NewExpression' }): void {
    const { callee, arguments: given } = node;
    const [first, second] = given;
    const method = memberOf(callee);
    if (nameOf(callee) === 'RegExp')
      for (const path of expressionPaths(textOf(first), textOf(second))) check(node, path);
    const name = method || nameOf(callee);
    if (name === 'matchMedia') findings.push(...findingsInMedia(textOf(first), browsers));
    if (name === 'addEventListener') checkName(node, textOf(first), eventPaths);
    if (/^(?:set|toggle)Attribute$/u.test(name)) check(node, ...attributePaths('', textOf(first), textOf(second)));
    if (name === 'createElement') check(node, `html.elements.${textOf(first)}`);
    if (name === 'setProperty') check(node, `css.properties.${textOf(first)}`);
    if (nameOf(callee) === 'Worker' && second && /type:\s*["'`]module/u.test(source.slice(second.start, second.end)))
      check(node, 'api.Worker.Worker.ecmascript_modules');
  }

  /** The paths of what a global object has: `Map`, `navigator`, or `window` with all that is global. */
  function pathsOfGlobal(object: string, member: string): string[] {
    if (!object || own.has(object)) return [];
    const paths = globalObjects.has(object) ? globalPaths(member) : globalPaths(object, member);
    return paths.filter((path) => entryAt(path));
  }

  function checkMember(node: AnyNode & { type: 'MemberExpression' }, parent: AnyNode | undefined): void {
    const member = memberOf(node);
    const isSet = parent?.type === 'AssignmentExpression' && parent.left === node;
    if (isIterator(node.object)) check(node, `javascript.builtins.Iterator.${member}`);
    const paths = pathsOfGlobal(ownerOf(node.object), member);
    if (memberOf(node.object) === 'style') check(node, `css.properties.${cssProperty(member)}`);
    else if (paths.length > 0) check(node, ...paths);
    // A name that is only read may be a field of our own data; one that is called or set is no accident.
    else if ((parent?.type === 'CallExpression' && parent.callee === node) || (isSet && !fields.has(member)))
      checkName(node.property, member, fields.has(member) ? builtinPaths : memberPaths);
    if (isSet && memberOf(node.object) !== 'style' && textOf(parent.right))
      check(node, ...attributePaths('', member, textOf(parent.right)));
    if (isSet && member.startsWith('on')) checkName(node.property, member.slice(2), eventPaths);
  }

  /** `const { groupBy } = Map`. */
  function checkPattern({ id, init }: AnyNode & { type: 'VariableDeclarator' }): void {
    if (id.type !== 'ObjectPattern' || !init) return;
    for (const property of id.properties)
      if (property.type === 'Property') check(property, ...pathsOfGlobal(ownerOf(init), nameOf(property.key)));
  }

  /** Selectors, wherever they are used. */
  function checkText(node: AnyNode): void {
    const text = textOf(node);
    if (!/:[a-z]/u.test(text)) return;
    try {
      findings.push(...findingsInSelector(text, browsers));
    } catch {
      // No selector.
    }
  }

  function visit(node: AnyNode, parent: AnyNode | undefined, inFunction: boolean): void {
    for (const path of syntaxAt(node, inFunction)) check(node, path);
    if (node.type === 'ImportExpression' && inWorker) check(node, 'javascript.operators.import.worker_support');
    if (node.type === 'Literal' && node.regex)
      for (const path of expressionPaths(node.regex.pattern, node.regex.flags)) check(node, path);
    if (node.type === 'CallExpression' || node.type === 'NewExpression') checkCall(node);
    if (node.type === 'MemberExpression') checkMember(node, parent);
    if (node.type === 'VariableDeclarator') checkPattern(node);
    checkText(node);
    if (node.type === 'Identifier' && !own.has(node.name) && !isMemberName(node, parent))
      check(node, ...globalPaths(node.name));
    const within = inFunction || /Function/u.test(node.type) || node.type === 'PropertyDefinition';
    // `typeof a` and `CSS.supports('…')` ask whether there is such a thing.
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') return;
    if (node.type === 'CallExpression' && memberOf(node.callee) === 'supports') return;
    for (const child of childrenOf(node)) visit(child, node, within);
  }

  let program: AnyNode;
  try {
    program = parse(source, { ecmaVersion, sourceType: 'module' });
  } catch (error) {
    return [{ feature: `syntax newer than ES${ecmaVersion}`, lacking: [], where: String(error) }];
  }
  for (const name of declaredIn(program)) own.add(name);
  for (const name of fieldsIn(program)) fields.add(name);
  visit(program, undefined, false);
  return findings;
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value?.type === 'string');
}

const isMemberName = (node: AnyNode, parent: AnyNode | undefined): boolean =>
  (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
  (parent !== undefined && 'key' in parent && parent.key === node && !('computed' in parent && parent.computed));

/** Every name that a script declares anywhere. */
function declaredIn(node: AnyNode): string[] {
  const patterns: AnyNode[] =
    node.type === 'VariableDeclarator' || node.type === 'ClassDeclaration'
      ? [node.id].filter((id) => id !== null)
      : 'params' in node
        ? [...node.params, ...('id' in node && node.id ? [node.id] : [])]
        : node.type === 'CatchClause' && node.param
          ? [node.param]
          : 'local' in node
            ? [node.local as AnyNode]
            : [];
  return [...patterns.flatMap(namesIn), ...childrenOf(node).flatMap(declaredIn)];
}

/** Every name that a script gives to a field or method of its own objects. */
function fieldsIn(node: AnyNode): string[] {
  const found =
    'key' in node && node.type !== 'PropertyDefinition' && !('shorthand' in node && node.shorthand)
      ? [nameOf(node.key as AnyNode)]
      : node.type === 'PropertyDefinition'
        ? [nameOf(node.key)]
        : node.type === 'AssignmentExpression' &&
            node.left.type === 'MemberExpression' &&
            node.left.object.type === 'ThisExpression'
          ? [memberOf(node.left)]
          : [];
  return [...found, ...childrenOf(node).flatMap(fieldsIn)];
}

const namesIn = (node: AnyNode): string[] =>
  node.type === 'Identifier' ? [node.name] : childrenOf(node).flatMap(namesIn);

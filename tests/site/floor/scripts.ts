import { type AnyNode, type Node, parse } from 'acorn';
import {
  type Browsers,
  builtinPaths,
  entryAt,
  eventPaths,
  type Finding,
  findingFor,
  globalPaths,
  lackingIn,
  memberPaths,
} from './compat-data.ts';
import { findingsInSelector } from './sheets.ts';

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
    if (/^(?:closest|matches|querySelector(?:All)?)$/u.test(method))
      findings.push(...findingsInSelector(textOf(first), browsers));
    if (method === 'addEventListener' || nameOf(callee) === 'addEventListener')
      checkName(node, textOf(first), eventPaths);
    if (nameOf(callee) === 'Worker' && second && /type:\s*["'`]module/u.test(source.slice(second.start, second.end)))
      check(node, 'api.Worker.Worker.ecmascript_modules');
  }

  function checkMember(node: AnyNode & { type: 'MemberExpression' }, parent: AnyNode | undefined): void {
    const member = memberOf(node);
    const object = nameOf(node.object);
    if (isIterator(node.object)) check(node, `javascript.builtins.Iterator.${member}`);
    const paths = globalObjects.has(object) ? globalPaths(member) : globalPaths(object, member);
    if (object && !own.has(object) && paths.some((path) => entryAt(path))) check(node, ...paths);
    // A name that is only read may be a field of our own data; one that is called or set is no accident.
    else if (
      (parent?.type === 'CallExpression' && parent.callee === node) ||
      (parent?.type === 'AssignmentExpression' && parent.left === node && !fields.has(member))
    )
      checkName(node.property, member, fields.has(member) ? builtinPaths : memberPaths);
  }

  function visit(node: AnyNode, parent: AnyNode | undefined, inFunction: boolean): void {
    for (const path of syntaxAt(node, inFunction)) check(node, path);
    if (node.type === 'ImportExpression' && inWorker) check(node, 'javascript.operators.import.worker_support');
    if (node.type === 'Literal' && node.regex)
      for (const path of expressionPaths(node.regex.pattern, node.regex.flags)) check(node, path);
    if (node.type === 'CallExpression' || node.type === 'NewExpression') checkCall(node);
    if (node.type === 'MemberExpression') checkMember(node, parent);
    if (node.type === 'Identifier' && !own.has(node.name) && !isMemberName(node, parent))
      check(node, ...globalPaths(node.name));
    const within = inFunction || /Function/u.test(node.type) || node.type === 'PropertyDefinition';
    // `typeof a` asks whether there is such a thing.
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') return;
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

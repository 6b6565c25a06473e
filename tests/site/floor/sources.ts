import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { type Browsers, cssProperty, entryAt, type Finding, findingFor, interfaceRooms } from './compat-data.ts';

/** A program of some source files and all that they import, with the types of today's browsers. */
export function programOf(roots: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, process.cwd());
  return ts.createProgram(
    roots.map((root) => resolve(root)),
    options,
  );
}

/** The files that the scripts of a component import, by their paths. */
export function scriptsOf(component: string): string[] {
  const scripts = readFileSync(component, 'utf8').match(/<script>[\s\S]*?<\/script>/gu) ?? [];
  return scripts
    .flatMap((script) => [...script.matchAll(/\bimport\b[^'"]*['"](\.[^'"]+\.ts)['"]/gu)])
    .map(([, path = '']) => resolve(component, '..', path));
}

/** The project's own modules that run when some of them do, in any way: imports, `import()` and workers. */
export function modulesFrom(program: ts.Program, roots: readonly string[]): ts.SourceFile[] {
  const found = new Set<ts.SourceFile>();
  const follow = (path: string) => {
    const file = program.getSourceFile(path);
    if (!file || found.has(file)) return;
    found.add(file);
    const visit = (node: ts.Node): void => {
      // Types leave nothing in what is built.
      if (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
      if (ts.isStringLiteral(node) && /^\.{1,2}\/.*\.ts(?:\?|$)/u.test(node.text))
        follow(resolve(path, '..', node.text.replace(/\?.*$/u, '')));
      ts.forEachChild(node, visit);
    };
    visit(file);
  };
  for (const root of roots) follow(resolve(root));
  return [...found];
}

/** Where a member of a declared type may stand in the data: `URLSearchParams`, `ReadonlyArray` and `ObjectConstructor` alike. */
function pathsOf(owner: string, member: string): string[] {
  const name = owner.replace(/^Readonly|(?<=.)(?:Constructor|Object)$/gu, '');
  if (name.startsWith('CSSStyle')) return [`css.properties.${cssProperty(member)}`];
  const names = [member, `${member}_static`, ...(member.startsWith('on') ? [`${member.slice(2)}_event`] : [])];
  return interfaceRooms.flatMap((room) => names.map((one) => `${room}.${name}.${one}`));
}

const ownerOf = ({ parent }: ts.Declaration): string => {
  if (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)) return parent.name?.text ?? '';
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) return parent.parent.name.getText();
  if (ts.isModuleBlock(parent)) return parent.parent.name.getText();
  return '';
};

/** The names of a type and of those that it extends: the data know `Element` where the types have a mixin. */
const namesOf = (type: ts.Type): string[] =>
  type.isUnionOrIntersection()
    ? type.types.flatMap(namesOf)
    : [type.symbol?.name ?? '', ...(type.getBaseTypes() ?? []).flatMap(namesOf)];

/** What modules ask of objects that some browsers lack, by the types of these objects. */
export function findingsInModules(program: ts.Program, modules: readonly ts.SourceFile[], browsers: Browsers) {
  const checker = program.getTypeChecker();
  const findings: (Finding & { file: string })[] = [];
  const check = (object: ts.Node, member: string, node: ts.Node): void => {
    const type = checker.getApparentType(checker.getTypeAtLocation(object));
    const inLibrary = (checker.getPropertyOfType(checker.getNonNullableType(type), member)?.declarations ?? []).filter(
      (one) => program.isSourceFileDefaultLibrary(one.getSourceFile()),
    );
    if (inLibrary.length === 0) return;
    const owners = [...inLibrary.map(ownerOf), ...namesOf(type)];
    const paths = owners.flatMap((owner) => pathsOf(owner, member)).filter((path) => entryAt(path));
    const file = node.getSourceFile().fileName.replace(/^.*\//u, '');
    findings.push(...findingFor(paths, browsers, node.getText().slice(0, 80)).map((finding) => ({ file, ...finding })));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isPropertyAccessExpression(node)) check(node.expression, node.name.text, node);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
      check(node.expression, node.argumentExpression.text, node);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent))
      check(node.parent, (node.propertyName ?? node.name).getText(), node);
    ts.forEachChild(node, visit);
  };
  for (const file of modules) visit(file);
  return findings;
}

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { test } from 'node:test';

type Manifest = Record<string, Record<string, string>>;
const { dependencies, devDependencies }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
/** The browsers and drivers of the engines, which are installed apart. */
const engines: Manifest = JSON.parse(readFileSync('tests/engines/package.json', 'utf8'));

/** The packages that files import by statements at the beginning of a line: `import … from '…'` and the `@import '…'` of style sheets. */
function packagesOf(patterns: readonly string[], exclude: readonly string[] = []): string[] {
  const code = patterns
    .flatMap((pattern) => globSync(pattern, { exclude: ['**/node_modules', ...exclude] }))
    .map((file) => readFileSync(file, 'utf8'));
  const names = code.flatMap((text) =>
    [...text.matchAll(/^\s*(?:import|\} from|export [^'"\n]*from|@import)\b[^'"\n]*['"]([^'"]+)/gmu)].map(
      ([, name = '']) => name,
    ),
  );
  const packages = names
    .filter((name) => /^[@\w]/u.test(name) && !/^(?:node|astro|virtual):/u.test(name) && !builtinModules.includes(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/u.exec(name)?.[0] ?? name);
  return [...new Set(packages)].sort();
}

test('what the site is built from is among the dependencies', () => {
  // The desk is for editors, who have the development dependencies.
  const used = packagesOf(['astro.config.mjs', 'src/**/*.{ts,astro,css}'], ['src/desk/**']);
  // A package that holds types alone is not needed to build.
  assert.deepEqual(
    used.filter((name) => !dependencies?.[name] && !devDependencies?.[`@types/${name}`]),
    [],
  );
});

test('what scripts and tests import is declared, and nothing is declared that nobody uses', () => {
  const used = packagesOf(['*.{ts,mjs}', 'src/**/*.{ts,tsx,astro,css}', 'scripts/**/*.ts', 'tests/**/*.ts']);
  const declared = { ...dependencies, ...devDependencies, ...engines.devDependencies };
  assert.deepEqual(
    used.filter((name) => !declared[name] && !declared[`@types/${name}`]),
    [],
  );
  // Commands, Node itself, types and old browsers.
  const commands = ['@astrojs/check', '@biomejs/biome', 'node', 'typescript'];
  assert.deepEqual(
    Object.keys(declared).filter(
      (name) => !used.includes(name) && !commands.includes(name) && !/^@types\/|^chromium-\d/u.test(name),
    ),
    [],
  );
});

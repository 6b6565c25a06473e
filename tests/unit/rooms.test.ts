import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';

/**
 * The rooms of the code and what each may import besides itself; the longest path that fits a file is its room.
 * Data flows one way: content → loader → model → checks | views → exports, search → components → layouts → pages → integrations.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/text/': [],
  'src/schema/': [],
  'src/routes/': [],
  'src/loader/': ['src/schema/', 'src/text/'],
  'src/model/': ['src/loader/', 'src/schema/', 'src/text/'],
  'src/checks/': ['src/model/', 'src/loader/', 'src/schema/', 'src/text/', 'src/routes/'],
  'src/import/': ['src/checks/', 'src/model/', 'src/loader/', 'src/schema/', 'src/text/'],
  'src/desk/core/': ['src/loader/', 'src/schema/', 'src/text/'],
  'src/desk/server/': [
    'src/desk/core/',
    'src/desk/page/',
    'src/checks/',
    'src/import/',
    'src/model/',
    'src/loader/',
    'src/schema/',
    'src/text/',
    'src/routes/',
  ],
  'src/desk/page/': ['src/desk/core/'],
  'src/views/': ['src/model/', 'src/schema/', 'src/text/', 'src/routes/'],
  'src/exports/': ['src/views/', 'src/model/', 'src/schema/', 'src/text/', 'src/routes/'],
  'src/search/shared/': ['src/views/', 'src/model/', 'src/schema/', 'src/text/', 'src/routes/'],
  'src/search/build/': ['src/search/shared/', 'src/views/', 'src/model/', 'src/schema/', 'src/text/', 'src/routes/'],
  'src/search/query/': ['src/search/shared/', 'src/text/'],
  'src/search/learning/': [
    'src/search/build/',
    'src/search/query/',
    'src/search/shared/',
    'src/model/',
    'src/schema/',
    'src/text/',
    'src/routes/',
  ],
  'src/search/client/': ['src/search/query/', 'src/search/shared/', 'src/browser/', 'src/text/', 'src/routes/'],
  'src/browser/': ['src/views/', 'src/text/', 'src/routes/'],
  'src/components/': [
    'src/assets/',
    'src/views/',
    'src/exports/meta/',
    'src/model/',
    'src/schema/',
    'src/text/',
    'src/routes/',
    'src/search/client/',
    'src/browser/',
  ],
  'src/styles/': [],
  'src/layouts/': [
    'src/components/',
    'src/styles/',
    'src/views/',
    'src/exports/meta/',
    'src/model/',
    'src/routes/',
    'src/browser/',
    'src/search/client/',
  ],
  'src/library.ts': ['src/model/', 'src/loader/'],
  'src/content.config.ts': ['src/loader/', 'src/schema/'],
  'src/pages/': ['src/'],
  'src/integrations/': ['src/'],
  'scripts/': ['scripts/', 'src/'],
};

const sources = ['src', 'scripts']
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,astro,mjs,css}`))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

const roomOf = (file: string): string | undefined =>
  Object.keys(rooms)
    .filter((room) => file.startsWith(room))
    .sort((a, b) => b.length - a.length)[0];

/** `import … from '…'`, `import('…')`, `new URL('…', import.meta.url)` and `@import '…'`, with or without a query. */
const reference =
  /(?:\b(?:from|import)\s*\(?|\bnew\s+URL\(|@import|@reference)\s*(?:url\()?\s*(['"])(\.[^'"?]+)[^'"]*\1/gu;

/** The files of the project that a file names, from the project's root. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(reference)].map(([, , path = '']) => posix.join(posix.dirname(file), path));

test('each room imports only what it may, so that data flows one way', () => {
  const wrong = sources.flatMap((file) => {
    const room = roomOf(file);
    if (!room) return file === 'src/env.d.ts' ? [] : [`${file} is in no room`];
    return importsOf(file)
      .filter((imported) => ![room, ...(rooms[room] ?? [])].some((allowed) => imported.startsWith(allowed)))
      .map((imported) => `${file} → ${imported}`);
  });
  assert.deepEqual(wrong, []);
});

test('only the library asks Astro for collections', () => {
  const askers = sources.filter((file) => /\bgetCollection\b|\bgetEntry\b/u.test(readFileSync(file, 'utf8')));
  assert.deepEqual(askers, ['src/library.ts']);
});

test('unit tests read no content of the handbook: they hold with any, and need not run with each', () => {
  const reads =
    /\bcontentFolder\b|src\/library\.ts|\b(?:read\w*|glob\w*|exists\w*|cp\w*|loadHandbook)\(\s*['"`]content\b/u;
  const readers = globSync('tests/{unit,fixtures}/**/*.ts').filter((file) => reads.test(readFileSync(file, 'utf8')));
  // This file names them.
  assert.deepEqual(readers, ['tests/unit/rooms.test.ts']);
});

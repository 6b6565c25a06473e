import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** What each room may import of the others, longest path first. Data flows one way: content → schema → handbook → library → pages. */
const rooms: { room: string; may: string[] }[] = [
  { room: 'src/schema/', may: ['src/schema/'] },
  { room: 'src/handbook/', may: ['src/handbook/', 'src/schema/'] },
  { room: 'src/search/', may: ['src/search/', 'src/handbook/', 'src/schema/'] },
  { room: 'src/browser/', may: ['src/browser/', 'src/handbook/'] },
  { room: 'src/settings.ts', may: ['src/handbook/', 'src/schema/'] },
  { room: 'src/content.config.ts', may: ['src/settings.ts', 'src/schema/'] },
  { room: 'src/library.ts', may: ['src/handbook/', 'src/schema/'] },
  { room: 'src/href.ts', may: [] },
  {
    room: 'src/components/',
    may: ['src/components/', 'src/handbook/', 'src/schema/', 'src/search/', 'src/browser/', 'src/href.ts'],
  },
  {
    room: 'src/layouts/',
    may: [
      'src/layouts/',
      'src/components/',
      'src/styles/',
      'src/handbook/',
      'src/schema/',
      'src/search/',
      'src/browser/',
      'src/href.ts',
    ],
  },
  { room: 'src/pages/', may: ['src/'] },
  {
    // Astro's settings are loaded ahead of Astro's asking for them.
    room: 'scripts/publish/pages-process.ts',
    may: ['scripts/', 'astro.config.mjs'],
  },
  { room: 'scripts/', may: ['scripts/', 'src/handbook/', 'src/schema/', 'src/search/', 'src/settings.ts'] },
];

const sources = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|astro)$/u.test(file))
    .map((file) => join(folder, file)),
);

/** The files of the project that a file imports, from the project's root. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/gu)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  );

test('each room imports only what it may, so that data flows one way', () => {
  const wrong = sources.flatMap((file) => {
    const room = rooms.find((one) => file.startsWith(one.room));
    if (!room) return file === 'src/env.d.ts' ? [] : [`${file}：不属于任何一个房间`];
    return importsOf(file)
      .filter((imported) => !room.may.some((allowed) => imported.startsWith(allowed)))
      .map((imported) => `${file} → ${imported}`);
  });
  assert.deepEqual(wrong, []);
});

test('only the library asks Astro for collections', () => {
  const askers = sources.filter((file) => /\bgetCollection\b|\bgetEntry\b/u.test(readFileSync(file, 'utf8')));
  assert.deepEqual(askers, ['src/library.ts']);
});

test('no measure, unit or plan is named in code', () => {
  const named = readdirSync('content/units').map(
    (file) => /^name: (.+)$/mu.exec(readFileSync(join('content/units', file), 'utf8'))?.[1] ?? file,
  );
  const ids = [...readdirSync('content/plans'), ...named];
  // Comments may give examples; code may not.
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  const found = sources.flatMap((file) => ids.filter((id) => code(file).includes(id)).map((id) => `${file}：${id}`));
  assert.deepEqual(found, []);
});

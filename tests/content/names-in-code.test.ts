import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('no unit or plan of the content is named in code', () => {
  const named = globSync('content/units/*.yaml').map(
    (file) => /^name: (.+)$/mu.exec(readFileSync(file, 'utf8'))?.[1] ?? file,
  );
  const ids = [...readdirSync('content/plans'), ...named];
  // Comments may give examples; code may not.
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  const found = globSync('{src,scripts}/**/*.{ts,tsx,astro,mjs,css}').flatMap((file) =>
    ids.filter((id) => code(file).includes(id)).map((id) => `${file}: ${id}`),
  );
  assert.deepEqual(found, []);
});

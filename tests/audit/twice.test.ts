import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../src/integrations/site-files.ts';
import { contentFolder } from '../../src/loader/folder.ts';
import { readFolder } from '../fixtures/mini.ts';
import { build, projectWith } from '../fixtures/project.ts';
import { site } from '../site/built-site.ts';

test('the same content and code, built in another folder, time zone and language, give the same bytes', async () => {
  const root = projectWith(readFolder(contentFolder));
  const again = join(root, 'dist');
  const { built, output } = await build(root, { TZ: 'America/New_York', LANG: 'de_DE.UTF-8' });
  assert.ok(built, output);
  assert.deepEqual(filesIn(again), filesIn(site));
  const different = filesIn(site).filter(
    (file) => !readFileSync(join(site, file)).equals(readFileSync(join(again, file))),
  );
  assert.deepEqual(different, []);
});

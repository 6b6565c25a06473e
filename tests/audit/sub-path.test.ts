import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../../scripts/install.ts';
import { startNginx } from '../../scripts/nginx.ts';
import { contentFolder } from '../../src/loader/folder.ts';
import { searchPath } from '../../src/routes/paths.ts';
import { edited } from '../fixtures/county.ts';
import { readFolder } from '../fixtures/mini.ts';
import { build, projectWith } from '../fixtures/project.ts';
import { handbook } from '../site/built-site.ts';

const measure = handbook.plans[0]?.measures[0] ?? assert.fail();
/** Builds the content below a base, with the portal's host set; gives the site and the environment that tests of it need. */
async function buildBelow(base: string) {
  const site = replaceLines({ base, origin: 'https://portal.test' });
  const root = projectWith(edited(readFolder(contentFolder), { 'site.yaml': site }));
  const { built, output } = await build(root);
  assert.ok(built, output);
  // A test runner within another would report to it instead of answering.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const out = join(root, 'dist');
  return { out, env: { ...own, HANDBOOK_CONTENT: join(root, 'content'), HANDBOOK_SITE: out } };
}

/** Sets fields of a YAML file that stand at the beginning of a line. */
const replaceLines = (fields: Record<string, string>) => (text: string) =>
  Object.entries(fields).reduce(
    (changed, [field, value]) => changed.replace(new RegExp(`^${field}:.*$`, 'mu'), `${field}: ${value}`),
    text,
  );

async function findsAndLeadsOn(origin: string, base: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin + base)) outside.push(request.url());
    });
    await page.goto(`${origin}${base}${searchPath}?q=${encodeURIComponent(measure.title)}`);
    await page.locator('#search-results a').first().click();
    await page.getByRole('heading', { level: 1, name: measure.title }).waitFor();
    assert.deepEqual(outside, []);
  } finally {
    await browser.close();
  }
}

for (const base of ['/yshj/', '/zwgk/a/b/'])
  test(`below ${base} of a portal all that is promised of the built site holds, and search leads on`, async () => {
    const { out, env } = await buildBelow(base);
    try {
      execFileSync(process.execPath, ['--test', 'tests/site/*.test.ts'], { env, encoding: 'utf8' });
    } catch (error) {
      assert.fail((error as { stdout: string }).stdout);
    }
    const nginx = await startNginx(out, base);
    try {
      await findsAndLeadsOn(nginx.origin, base);
    } finally {
      nginx.stop();
    }
  });

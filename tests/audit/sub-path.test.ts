import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../../scripts/browser.ts';
import { startNginx } from '../../scripts/nginx.ts';
import { searchPath } from '../../src/routes/paths.ts';
import { buildRoot } from '../fixtures/build-root.ts';
import { handbook } from '../site/built-site.ts';

const measure = handbook.plans[0]?.measures[0] ?? assert.fail();
const folder = resolve(buildRoot('sub-path'));

/** Builds the content below a base, with the portal's host set; gives where and the environment that tests of it need. */
function buildBelow(base: string) {
  const name = base.replaceAll('/', '-');
  const content = join(folder, `content${name}`);
  const out = join(folder, `site${name}`);
  cpSync('content', content, { recursive: true });
  const settings = join(content, 'site.yaml');
  const set = readFileSync(settings, 'utf8')
    .replace(/^base:.*$/mu, `base: ${base}`)
    .replace(/^origin:.*$/mu, 'origin: https://portal.test');
  writeFileSync(settings, set);
  // A test runner within another would report to it instead of answering.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const env = { ...own, HANDBOOK_CONTENT: content, HANDBOOK_OUT: out };
  execFileSync(process.execPath, ['scripts/build.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return { out, env };
}

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

for (const [at, base] of ['/yshj/', '/zwgk/a/b/'].entries())
  test(`below ${base} of a portal all that is promised of the built site holds, and search leads on`, async () => {
    const { out, env } = buildBelow(base);
    try {
      execFileSync(process.execPath, ['--test', 'tests/site/*.test.ts'], { env, encoding: 'utf8' });
    } catch (error) {
      assert.fail((error as { stdout: string }).stdout);
    }
    const nginx = await startNginx(out, base, 8474 + at);
    try {
      await findsAndLeadsOn(nginx.origin, base);
    } finally {
      nginx.stop();
    }
  });

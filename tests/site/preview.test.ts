import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { filesIn } from '../../src/integrations/site-files.ts';
import { county } from '../fixtures/county.ts';
import { projectWith } from '../fixtures/project.ts';

/*
 * A preview of a change, below a path of its own: nobody takes it for the site, and no search engine keeps it.
 */

const base = '/mr-12/';
const root = projectWith(county);
const site = join(root, 'dist');
const content = () => filesIn(join(root, 'content')).map((file) => readFileSync(join(root, 'content', file), 'utf8'));
const written = content();
let said = '';

before(() => {
  // A test runner within another would report to it.
  const { NODE_TEST_CONTEXT: _, HANDBOOK_CONTENT: __, ...env } = process.env;
  said = execFileSync(process.execPath, ['scripts/preview.ts', '--base', base], { cwd: root, env, encoding: 'utf8' });
});

test('every page of a preview says what it is, and asks not to be kept', () => {
  const pages = filesIn(site).filter((file) => file.endsWith('.html'));
  assert.ok(pages.length > 10);
  for (const page of pages) {
    const html = readFileSync(join(site, page), 'utf8');
    assert.match(html, /<aside[^>]*aria-label="预览"/u, page);
    assert.match(html, /<meta name="robots" content="noindex">/u, page);
    assert.doesNotMatch(html, /rel="canonical"/u, page);
  }
  assert.match(readFileSync(join(site, 'robots.txt'), 'utf8'), /^Disallow: \/$/mu);
});

test('its pages link below its own path, and the content is as it was', () => {
  const front = readFileSync(join(site, 'index.html'), 'utf8');
  const links = [...front.matchAll(/ (?:href|src)="(\/[^"]*)"/gu)].map(([, link = '']) => link);
  assert.ok(links.length > 10);
  assert.deepEqual(
    links.filter((link) => !link.startsWith(base)),
    [],
  );
  assert.deepEqual(content(), written);
});

test('the command says how to see the preview, below its own path and not that of the content', () => {
  assert.ok(said.includes(`npx astro preview --base ${base}\n`), said);
});

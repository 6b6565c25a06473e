import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { filesIn } from '../../src/integrations/site-files.ts';
import { iisTypes, webConfig } from '../fixtures/web-config.ts';
import { site } from './built-site.ts';

/* The rules for nginx, for IIS and for other servers say the same, and know every file that the build makes. */

const read = (file: string) => readFileSync(file, 'utf8');
const nginx = read('scripts/deploy/nginx.conf');
const headers = read('scripts/deploy/handbook-headers.conf');
const $ = webConfig();

/** What ends the names of the built files that are sent as they are. */
const kinds = [...new Set(filesIn(site).map((file) => extname(file)))].filter((kind) => !['.gz', '.br'].includes(kind));

/** The types of nginx.conf, by the endings of file names, with the encoding where it is named. */
const nginxTypes = new Map(
  [...(/types \{([^}]*)\}/u.exec(nginx)?.[1] ?? '').matchAll(/^\s*([\w/+.-]+) ([\w ]+);$/gmu)].flatMap(
    ([, type = '', endings = '']) => {
      const isText = type === 'text/html' || /charset_types ([^;]*);/u.exec(nginx)?.[1]?.split(' ').includes(type);
      return endings
        .split(' ')
        .map((ending): [string, string] => [`.${ending}`, type + (isText ? '; charset=utf-8' : '')]);
    },
  ),
);

test('every kind of built file has a type, the same for nginx and for IIS, and stands in the table for other servers', () => {
  assert.ok(kinds.length > 10);
  assert.deepEqual(
    kinds.filter((kind) => !nginxTypes.has(kind)),
    [],
  );
  assert.deepEqual([...iisTypes()].sort(), [...nginxTypes].sort());
  const table =
    read('README.md')
      .match(/^\| .*$/gmu)
      ?.join('\n') ?? '';
  assert.deepEqual(
    [...nginxTypes.keys()].filter((kind) => !table.includes(`\`${kind}\``)),
    [],
  );
});

test('IIS takes each type and header once, whatever the server above has', () => {
  for (const added of $('staticContent > mimeMap, customHeaders > add, fileExtensions > add').toArray()) {
    const key = $(added).is('[fileExtension]') ? 'fileExtension' : 'name';
    const before = $(added).prev();
    assert.ok(before.is('remove'), $(added).attr(key));
    assert.equal(before.attr(key), $(added).attr(key));
  }
});

test('both send the same headers', () => {
  const sent = [...headers.matchAll(/^add_header (\S+) (?:"([^"]*)"|(\S+)) always;$/gmu)].map(
    ([, name = '', quoted, bare]) => [name, quoted ?? bare],
  );
  assert.ok(sent.length > 5);
  const byIis = $('configuration > system\\.webServer customHeaders > add')
    .toArray()
    .map(({ attribs }) => [attribs.name, attribs.value]);
  assert.deepEqual(byIis, sent);
});

test('both let scripts on other sites read the open data, and nothing else', () => {
  assert.equal([...nginx.matchAll(/Access-Control-Allow-Origin/gu)].length, 1);
  assert.match(
    nginx,
    /location ~ "\^\/handbook-base\/data\/" \{[^}]*add_header Access-Control-Allow-Origin "\*" always;/u,
  );
  const allowed = $('add[name=Access-Control-Allow-Origin]');
  assert.equal(allowed.length, 1);
  assert.deepEqual([allowed.attr('value'), allowed.closest('location').attr('path')], ['*', 'data']);
});

test('both have pages asked after each time, and keep for a year what changes its name', () => {
  assert.match(nginx, /add_header Cache-Control "no-cache" always;/u);
  const caching = (scope: string) => $(`${scope} > staticContent > clientCache`).attr();
  assert.deepEqual(caching('configuration > system\\.webServer'), { cacheControlMode: 'DisableCache' });
  assert.match(nginx, /location ~ "\/_astro\/" \{[^}]*"public, max-age=31536000, immutable"/u);
  assert.deepEqual(caching('location[path=_astro] > system\\.webServer'), {
    cacheControlMode: 'UseMaxAge',
    cacheControlMaxAge: '365.00:00:00',
    cacheControlCustom: 'public, immutable',
  });
});

test('both answer what is not there with the page that leads on, list no folder and give no compressed copy', () => {
  assert.match(nginx, /error_page 404 \/handbook-base\/404\.html;/u);
  const { path, responseMode, statusCode } = $('httpErrors > error').attr() ?? {};
  assert.deepEqual([statusCode, path, responseMode], ['404', 'handbook-base/404.html', 'File']);
  assert.match(nginx, /autoindex off;/u);
  assert.equal($('directoryBrowse').attr('enabled'), 'false');
  for (const kind of ['.gz', '.br']) assert.equal($(`add[fileExtension="${kind}"]`).attr('allowed'), 'false', kind);
});

test('the rules for IIS are well-formed XML', async () => {
  const validator = new HtmlValidate({ rules: { 'close-order': 'error', 'no-dup-attr': 'error' } });
  const { results } = await validator.validateString(read('scripts/deploy/web.config').replace(/^<\?xml[^>]*>/u, ''));
  assert.deepEqual(
    results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    [],
  );
});

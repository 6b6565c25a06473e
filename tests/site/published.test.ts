import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handbookAddresses } from '../../src/checks/addresses.ts';
import { readContentFiles } from '../../src/loader/folder.ts';
import { readContent } from '../../src/loader/read.ts';
import { fileFor, handbook } from './built-site.ts';

const { published } = readContent(readContentFiles(process.env.HANDBOOK_CONTENT ?? 'content'));

test('every address that was published answers, and so does every one that others may rely on', () => {
  for (const address of [...published.values(), ...handbookAddresses(handbook)])
    assert.ok(fileFor(handbook.site.base + address)?.endsWith('index.html'), address);
});

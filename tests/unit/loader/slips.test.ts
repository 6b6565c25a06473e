import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'node:test';
import { type Slip, slipTests } from '../../fixtures/cases.ts';

/* What editors write in place of what they mean, and all that the check says of it: a file of cases for each topic. */

const folder = new URL('../../fixtures/slips/', import.meta.url);

for (const name of readdirSync(folder))
  suite(name, () => slipTests(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Slip[]));

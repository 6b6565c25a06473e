import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { siteSchema } from '../schema/site.ts';
import { contentFiles } from './paths.ts';

/** The folder that holds the content: `content`, unless HANDBOOK_CONTENT names another, as tests do. */
export const contentFolder = process.env.HANDBOOK_CONTENT ?? 'content';

/** The publisher's settings, which the build needs before any page. Throws where they are not valid. */
export function readSite() {
  return siteSchema.parse(load(readFileSync(join(contentFolder, contentFiles.site), 'utf8')));
}

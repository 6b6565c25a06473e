import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { movedPaths } from '../routes/addresses.ts';
import type { Content } from './content.ts';
import { filesIn } from './site-files.ts';

/** Puts the files beside redirected pages, data and documents, at their addresses of before as well: a file cannot lead to another. */
export const movedFiles = (content: Content): AstroIntegration => ({
  name: 'moved-files',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const files = filesIn(folder).filter((file) => !file.endsWith('.html'));
      for (const { from, to } of movedPaths(files, content.handbook.redirects))
        if (!existsSync(join(folder, from))) cpSync(join(folder, to), join(folder, from));
    },
  },
});

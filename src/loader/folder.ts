import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Site, siteSchema } from '../schema/site.ts';
import { ownHue } from '../text/colours.ts';
import { decode } from './encoding.ts';
import { contentFiles } from './paths.ts';
import type { ContentFile } from './read.ts';
import { readYaml } from './yaml.ts';

/** The folder that holds the content: `content`, unless HANDBOOK_CONTENT names another, as tests do. */
export const contentFolder = process.env.HANDBOOK_CONTENT ?? 'content';

/**
 * The files of a content folder, relative to it, with `/`. A folder that does not exist is one without files.
 * A folder inside that cannot be opened comes as its own name with `/` at the end.
 */
export function contentFilesIn(folder: string, inside = ''): string[] {
  const entries = entriesOf(join(folder, inside));
  if (entries === undefined) return [inside];
  return entries.flatMap((entry) => {
    const path = `${inside}${entry.name}`;
    const kind = entry.isSymbolicLink() ? linkedTo(join(folder, path), folder) : entry;
    if (kind?.isDirectory()) return contentFilesIn(folder, `${path}/`);
    // A link that leads nowhere is a file that cannot be opened.
    return kind?.isFile() || (entry.isSymbolicLink() && !kind) ? [path] : [];
  });
}

/** What a link leads to; undefined if nothing, or a folder in which the content folder or the link itself lies. */
function linkedTo(link: string, folder: string): Stats | undefined {
  try {
    const target = join(realpathSync(link), sep);
    const isAround = [folder, dirname(link)].some((one) => join(realpathSync(one), sep).startsWith(target));
    return isAround ? undefined : statSync(link);
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): Dirent[] | undefined {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** The files of a content folder with their bytes; those that another program holds or that may not be read as `closed`. */
export const readContentFiles = (folder: string): ContentFile[] =>
  contentFilesIn(folder).map((path) => {
    try {
      return { path, bytes: readFileSync(join(folder, path)) };
    } catch {
      return { path, bytes: new Uint8Array(), closed: true };
    }
  });

/**
 * The base path, the origin and the hue, which the configuration needs before the content is checked. As if left out where the file has
 * faults, which the check reports.
 */
export function readSite(folder: string): Pick<Site, 'base' | 'origin' | 'hue'> {
  const file = join(folder, contentFiles.site);
  const { text } = decode(contentFiles.site, existsSync(file) ? readFileSync(file) : new Uint8Array());
  const { data } = siteSchema.safeParse(readYaml(text ?? '', contentFiles.site, 1).data);
  return { base: data?.base ?? '/', origin: data?.origin, hue: data?.hue ?? ownHue };
}

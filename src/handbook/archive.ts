import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip holds no date before this one; it says nothing of the content. */
const noDate = new Date(1980, 0, 1);
const stamps = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/gu;

/**
 * Gives an Office document the same bytes whenever its content is the same: parts in order of their names, none dated,
 * and the dates of writing left out of its properties.
 */
export function timeless(document: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(document)).sort(([a], [b]) => (a < b ? -1 : 1)))
    parts[name] =
      name === 'docProps/core.xml'
        ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace(stamps, ''))
        : bytes;
  return zipSync(parts, { mtime: noDate, level: 9 });
}

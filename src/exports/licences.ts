import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages of which code or data reaches a reader's device, and what for. Those that only serve the build are not among them. */
const shipped: Readonly<Record<string, string>> = {
  pagefind: '搜索的索引',
  fflate: '搜索的索引，解压缩',
  'opencc-js': '搜索用的繁简对照表',
  'pinyin-pro': '搜索用的拼音表',
  fzstd: '断网阅读',
  tailwindcss: '样式',
};

/** What reaches a reader's device under a licence, with the licence in full. */
export interface Licensed {
  /** Its name and, of a package, its version and the short name of its licence. */
  name: string;
  use: string;
  text: string;
}

/** The licence of a package, or all of a folder of them. */
const licenceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^licen[cs]es?(?:[.-].+)?$/iu.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isFile() ? [path] : readdirSync(path).map((file) => join(path, file));
    });

function licensedPackage([name, use]: [string, string]): Licensed {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8'));
  if (texts.length === 0) throw new Error(`${name} 没有许可文本。`);
  return { name: `${name} ${version} ${license}`, use, text: texts.join('\n\n') };
}

const fonts = 'src/assets/fonts';
const licensedFonts = (): Licensed[] =>
  readdirSync(fonts)
    .filter((file) => /LICEN[CS]E/u.test(file))
    .map((file) => ({
      name: file.replace(/-LICEN[CS]E.*$/u, ''),
      use: '分享图片上的字',
      text: readFileSync(join(fonts, file), 'utf8'),
    }));

/**
 * Packages and fonts of which something reaches a reader's device.
 * @throws if a package comes without the text of its licence.
 */
export const licensed = (): Licensed[] => [...Object.entries(shipped).map(licensedPackage), ...licensedFonts()];

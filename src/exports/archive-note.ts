import type { Site } from '../schema/site.ts';

/** The note stands first in the archive of the site. */
export const archiveNoteName = '说明.txt';

/** Any free port. */
const port = 8000;

/**
 * How to open the unpacked site: pages are found by their paths from the root of a server, so that opened as a file none has its
 * styles or links. Lines end as Notepad of any age reads them, after a byte order mark.
 */
export function archiveNote({ name, base }: Pick<Site, 'name' | 'base'>): string {
  const folders = base.split('/').filter(Boolean);
  const place =
    folders.length > 0
      ? `先新建文件夹 ${folders.join('/')}，把全部文件（连同 index.html）移进去，再在它外面的文件夹里打开终端，运行其中一行：`
      : '在这个文件夹（有 index.html 的）里打开终端，运行其中一行：';
  const lines = [
    name,
    '',
    '直接双击 index.html 看不到样式，链接也打不开：手册要由网页服务器打开，不需要连外网。',
    place,
    '',
    `  python3 -m http.server ${port}`,
    `  php -S localhost:${port}`,
    '',
    `然后用浏览器打开 http://localhost:${port}${base}`,
    `放到网页服务器上时，放在 ${base} 路径下。`,
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}

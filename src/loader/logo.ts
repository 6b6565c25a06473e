import { Parser } from 'htmlparser2';
import { decode } from './encoding.ts';
import { type Problem, problemAt } from './problem.ts';

const expected = 'SVG 图片：最外面是 <svg>，写明 viewBox 或宽和高，里面没有脚本，也不引用别处的文件';
const mend =
  '用画图的软件（Inkscape、Illustrator 等）打开，另存为“普通 SVG”；PNG、JPG 的图片换成 SVG 的，不能只改文件名';

/** What in a picture runs, or asks another place for something; undefined if nothing does. */
function strange(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (/(?:^|:)(?:script|foreignObject)$/iu.test(name)) return `<${name}>`;
  return Object.entries(attributes)
    .filter(([key, value]) => /^on/iu.test(key) || (/(?:^|:)href$/iu.test(key) && !/^(?:#|data:image\/)/iu.test(value)))
    .map(([key, value]) => `${key}="${value}"`)
    .at(0);
}

/** The office's own mark, as text, and what is wrong with it. */
export function readLogo(path: string, bytes: Uint8Array): { logo: string | undefined; problems: Problem[] } {
  const { text, problems } = decode(path, bytes);
  if (text === undefined) return { logo: undefined, problems };
  const found: string[] = [];
  let outermost: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (outermost === undefined) {
          outermost = name;
          const hasSize = 'viewBox' in attributes || ('width' in attributes && 'height' in attributes);
          if (name !== 'svg' || !hasSize) found.push(name === 'svg' ? '没有写明大小的 <svg>' : `最外面是 <${name}>`);
        }
        found.push(strange(name, attributes) ?? '');
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (outermost === undefined) found.push('不是 SVG 图片');
  const [first] = found.filter(Boolean);
  return { logo: text, problems: first ? [...problems, problemAt(path, 1, first, expected, mend)] : problems };
}

import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, uncertain } from './finding.ts';
import type { Line } from './lines.ts';
import { isEnded } from './paragraphs.ts';

/** Traditional characters that documents use all the time, and that no simplified text has. */
const traditional = /[單責負頭辦發關於務實區縣門業質環營黨國級個進為與條規劃標據應經總項產動]/gu;

/** How many of them in how many characters make a text one in traditional characters. */
const traditionalShare = 0.03;

/** How many of its lines a text repeats that stands there more than once. */
const repeatedShare = 0.4;

/** From which share on of a text its characters are Chinese. */
const chineseShare = 0.3;

/** A full stop that recognition took for a point. */
const stopAsPoint = /(?<=\p{Script=Han}|[”）])[.．](?=\p{Script=Han}|$)/gmu;

/** A line that holds several numbers of headings, which should each begin one. */
const numbersInside =
  /[。：）)\s]((?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?=\p{Script=Han})))/gu;

/** What is wrong with a whole document, so that nothing in it can be read; undefined where nothing is. */
export function causeOf(lines: readonly Line[]): Finding | undefined {
  const text = lines.map((line) => line.text).join('');
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (chinese < text.length * chineseShare)
    return uncertain(undefined, '全文大半不是汉字', '请先换成中文的原件，再导入。现在全文都在正文里');
  const points =
    lines
      .map((line) => line.text)
      .join('\n')
      .match(stopAsPoint)?.length ?? 0;
  if (points >= 5 && points > text.split('。').length)
    return uncertain(
      undefined,
      '句号成了“.”',
      '请先对照原件校对识别出来的文字，把句号改回“。”，再导入。现在全文都在正文里',
    );
  const found = text.match(traditional)?.length ?? 0;
  if (found >= 5 && found >= text.length * traditionalShare)
    return uncertain(
      undefined,
      '全文是繁体字',
      '请先转成简体再导入：在 Word 或 WPS 里打开，选“审阅 → 繁转简”，保存。现在全文都在正文里',
    );
  const sentences = lines.filter((line) => line.text.length >= 8).map((line) => line.text);
  const distinct = new Set(sentences).size;
  if (distinct >= 5 && sentences.length - distinct >= sentences.length * repeatedShare)
    return uncertain(undefined, '全文出现了不止一遍', '请先删到只剩一遍，再导入。现在全文都在正文里');
  const longest = lines.reduce((best, line) => (line.text.length > best.text.length ? line : best), {
    text: '',
    number: 0,
  });
  const numbers = [...longest.text.matchAll(numbersInside)].length;
  const numbered = lines.filter((line) => numberedIn(line.text)).length;
  if (numbers >= 3 && numbers > numbered * 2 && longest.text.length > text.length / 2)
    return uncertain(
      longest.number,
      '全文没有分段',
      '请先在每个编号（“一、”“（一）”“1.”）和标题前换行，再导入。现在全文都在正文里',
    );
  return undefined;
}

/** A document whose last line breaks off in mid-sentence, of which a part may be missing. */
export function brokenOff(lines: readonly Line[]): Finding[] {
  const last = lines.at(-1);
  if (!last || last.cells || isEnded(last.text) || !/[，、]$|[。；，]./u.test(last.text)) return [];
  return [uncertain(last.number, last.text.slice(-40), '最后一行没有写完，文件可能不全；请对照原件，不全的补全再导入')];
}

/** What is wrong with a document that has rows of a list and no measures to which they belong. */
export const onlyListed: Finding = uncertain(
  undefined,
  '文件只有清单，没有写成段落的措施',
  '请先把清单所附的正文放在它前面，存成一个文件；没有正文的，照 content/README.md 手写措施',
);

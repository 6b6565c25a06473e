import { numberOfPage } from '../checks/fidelity/source-lines.ts';
import { withoutBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, unread } from './finding.ts';
import { type Line, type Rest, unreadLines } from './lines.ts';

/** Labels of the record that a web page prints above a document. */
const labels =
  '索引号|发布机构|发文机关|发文单位|制发机关|发布日期|发文日期|成文日期|生成日期|印发日期|公开日期|发布时间|更新时间|主题分类|主题词|标题|名称|发文字号|文号|文件编号|登记号|统一编号|有效性|时效性|效力状态|公开类别|公开形式|公开方式|公开属性|信息来源|信息分类|来源|浏览次数|浏览量|访问量|点击数|字体|字号|责任编辑|关键词|体裁分类|服务对象|组配分类|内容概述|废止日期|生效日期|实施日期|失效日期';
const labelled = new RegExp(`^(?:${labels})(?:[：:]|(?=[^，。、]*$))`, 'u');
const furniture =
  /^(?:首页|当前位置|您(?:现在)?(?:所在)?的?位置)|^扫一扫|^【?(?:打印|关闭|收藏|分享|大中小|字体)|^(?:上一篇|下一篇|相关(?:链接|文件|解读)|附件下载|网站地图|版权所有|[主承]办(?:单位)?[：:]|网站标识码|无障碍(?:浏览|阅读)|网站支持)/u;
/** The number under which a rule is registered: `HHCR-2023-01005`. */
const registration = /^[A-Z]{2,}[-—]?\d{4}[-—]\d{3,}$/u;

/** Whether a line is one that a web page prints around a document. */
const isOfWebPage = ({ text, cells }: Line): boolean => {
  const words = withoutBlanks(cells?.join('') ?? text);
  return (
    words.length <= 200 &&
    !numberedIn(text) &&
    (labelled.test(words) || furniture.test(words) || registration.test(words))
  );
};

/** The most lines that a page prints below a document: from its first furniture on all is the page's. */
const longestFoot = 8;

const why = '网页上的栏目，不是文件里的字，没有写进草稿';

/** The number of the document at the end of a line of the page's record, and the words before it. */
const numberBehind = /^(.*(?:发文字号|文号|文件编号)[：:]?)([^，。：:]{1,20}〔\d{4}〕\d+号)$/u;

/**
 * Takes the lines that a web page prints above and below a document out of it. The number of the document stays where it ends such a
 * line; where it stands within one, it is given as `pageNumber`.
 */
export function withoutWebPage(
  lines: readonly Line[],
  isHead: (index: number) => boolean,
): Rest & { pageNumber?: { number: string; line: number } } {
  const findings: Finding[] = [];
  let pageNumber: { number: string; line: number } | undefined;
  const foot = lines.findIndex(({ text }, index) => index >= lines.length - longestFoot && furniture.test(text));
  const tail = foot >= 0 && lines.slice(foot).every(({ text }) => !text.includes('。')) ? foot : lines.length;
  const rest = lines.flatMap((line, index): Line[] => {
    const { number, text, cells } = line;
    if (index < tail && !(isHead(index) && isOfWebPage(line))) return [line];
    const [, before, own] = (!cells && numberBehind.exec(text)) || [];
    const isPrinted = own !== undefined && lines.some((other) => other !== line && other.text === own);
    if (!own || !before || isPrinted) {
      const inside = numberOfPage(withoutBlanks(cells?.join('') ?? text));
      if (inside) pageNumber ??= { number: inside, line: number };
      findings.push(...unreadLines([line], why));
      return [];
    }
    findings.push(unread(number, before, why));
    return [{ number, text: own }];
  });
  return { rest, findings, ...(pageNumber ? { pageNumber } : {}) };
}

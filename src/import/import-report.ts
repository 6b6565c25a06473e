import type { Difference } from '../checks/fidelity/compare.ts';
import type { Origin } from '../checks/fidelity/rows.ts';
import { contentFiles } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import type { Received } from './document-text.ts';
import type { Finding } from './finding.ts';
import type { ReadDocument } from './read-document.ts';

/** What is reported. */
export interface Reported {
  /** The name of the document's file. */
  name: string;
  id: string;
  received: Received;
  read: ReadDocument;
  /** What the content check says of the draft. */
  problems: readonly Problem[];
  /** Where the draft, its corrections taken back, is not the document; undefined where it cannot be compared. */
  differences: readonly Difference[] | undefined;
}

/** How many of what is alike are shown, how long each, and how many lines are counted up. */
const shown = { examples: 3, length: 26, lines: 24, units: 80, differences: 10 };

/** Words of the document, without the signs that Markdown would take for marks. */
const quoted = (words: string): string =>
  words.replace(/[\\`*_[\]<>#|~]/gu, (sign) => `\\${sign}`).replace(/\s+/gu, ' ');

const short = (words: string): string =>
  quoted(words.length > shown.length ? `${words.slice(0, shown.length)}…` : words);

const section = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? [`## ${title}\n\n${items.join('\n')}`] : [];

/** What is alike of findings: why, but for the words and numbers of each. */
const kindOf = ({ why }: Finding): string => why.replace(/“[^“”]*”/gu, '“…”').replace(/\d+/gu, '1');

/** The lines of some findings: `第 3、5 行`. */
function linesText(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.flatMap(({ line }) => line ?? []))];
  if (lines.length === 0) return '';
  const more = lines.length > shown.lines ? `等 ${lines.length} 行` : ' 行';
  return `第 ${lines.slice(0, shown.lines).join('、')}${more}`;
}

/** Findings that are alike as one item, with their number and the first of them. */
function itemOf(alike: readonly Finding[], examples: number): string {
  const [first] = alike as [Finding, ...Finding[]];
  if (alike.length === 1) {
    const line = first.line === undefined ? '' : `第 ${first.line} 行：`;
    return `- ${line}${short(first.found)} —— ${quoted(first.why)}`;
  }
  const isSame = alike.every(({ why }) => why === first.why);
  const words = [...new Set(alike.map(({ found }) => `“${short(found)}”`))].slice(0, examples);
  return `- ${quoted(isSame ? first.why : kindOf(first).replace(/1/gu, 'N'))}，${alike.length} 处${words.length > 0 ? `：${words.join('、')}${alike.length > words.length ? '等' : ''}` : ''}（${linesText(alike) || '全文'}）`;
}

/** Findings of a kind, those that are alike together, the most numerous last. */
function itemsOf(findings: readonly Finding[], kind: Finding['kind'], examples: number): string[] {
  const own = findings.filter((finding) => finding.kind === kind);
  return [...Map.groupBy(own, kindOf).values()].map((alike) => itemOf(alike, examples));
}

const fieldNames: Partial<Record<PropertyKey, string>> = {
  heading: '版头',
  number: '发文字号',
  noticeTitle: '通知标题',
  addressees: '主送机关',
  notice: '通知正文',
  title: '标题',
  issuer: '发文机关',
  issuedText: '印发日期',
  signature: '落款',
  environments: '各部分的标题',
  annex: '清单的标题和表头',
  text: '正文',
  units: '责任单位',
  label: '序号',
  cells: '其他各栏',
  above: '上面的小标题',
};

/** Where words stand in the draft, as an editor calls it. */
function placeName(origin: Origin): string {
  if (origin.kind === 'plan') return fieldNames[origin.path[0] ?? ''] ?? '记录';
  if (origin.kind === 'block') return '正文';
  const field = origin.kind === 'task' && origin.field === 'number' ? undefined : fieldNames[origin.field];
  return `${origin.kind === 'measure' ? `措施${origin.number}` : `清单第${origin.number}项`}${field ? `的${field}` : ''}`;
}

function differenceItem({ origin, line, before, source, content }: Difference): string {
  const said = (words: string) => (words === '' ? '没有字' : `作“${quoted(words)}”`);
  const place = before === '' ? '开头' : `“${quoted(before)}”之后`;
  return `- 第 ${line} 行，${placeName(origin)}：${place}，文件${said(source)}，草稿${said(content)}`;
}

/** What was read, in two or three lines. */
function counts({ read: { draft } }: Reported): string[] {
  const { record, measures, corrections } = draft;
  const tasks = measures.flatMap(({ data }) => data.tasks ?? []);
  const fields: [string, unknown][] = [
    ['标题', record.title],
    ['发文字号', record.number],
    ['主送机关', record.addressees],
    ['发文机关', record.issuer],
    ['日期', record.issuedText],
  ];
  const found = fields.map(
    ([label, value]) => `${label} ${value === undefined ? '**没有找到**' : quoted([value].flat().join('、'))}`,
  );
  const sum = (field: 'targets' | 'limits') =>
    measures.reduce((total, { data }) => total + (data[field]?.length ?? 0), 0);
  return [
    `- ${found.join('；')}`,
    `- ${record.environments?.length ?? 0} 个部分，${measures.length} 条措施（${measures.filter(({ data }) => data.units).length} 条写明单位），清单 ${tasks.length} 项，候选目标 ${sum('targets')} 个、限度 ${sum('limits')} 个，更正 ${corrections.length} 条`,
  ];
}

/** What the editor has to do, in order; each with how many there are. */
function toDo(
  { read, received, problems, differences, id }: Reported,
  counted: Record<Finding['kind'], number>,
): string[] {
  const { record, measures } = read.draft;
  const numbers = measures.reduce((sum, { data }) => sum + (data.targets?.length ?? 0) + (data.limits?.length ?? 0), 0);
  const missing = problems.filter(
    ({ file, found }) => file === contentFiles.plan(id) && found.startsWith('没有写'),
  ).length;
  const terms = record.terms?.length ?? 0;
  const cause = read.findings.find(({ why }) => why.startsWith('请先'));
  const items: (string | false)[] = [
    measures.length === 0 &&
      `没有读出措施${cause ? `：${cause.found}。${cause.why}` : ''}。改好文件，再导入一次（加 \`--force\`）`,
    counted.uncertain > 0 && `对照原件核对“没有把握的”（${counted.uncertain} 处）`,
    counted.unread > 0 && `看一遍“没有放进草稿的”（${counted.unread} 处）：是正文的，补进草稿`,
    read.unknownUnits.length > 0 &&
      `登记新单位（${read.unknownUnits.length} 个）：认错了的先改措施里的 \`reads\`，再运行 \`npm run new -- units\` 一次登记，看一遍`,
    missing > 0 && `补上 \`plan.mdx\` 缺的字段（${missing} 个）`,
    measures.length > 0 &&
      `给每条措施写 \`topics\`（${measures.length} 条）：\`content/topics\` 里的文件名；哪一类都不归的（如解释、施行日期），照原文印的文件里写 \`topics: []\``,
    `改短 \`shortTitle\`${record.environments?.length ? ` 和各部分的 \`short\`（${record.environments.length} 个）` : ''}`,
    numbers > 0 && `候选的数（${numbers} 个）：不是目标的删去，是的改好 \`name\` 和 \`id\``,
    terms > 0 && `\`terms\`（${terms} 个）：文件自己有解释的补上 \`words\`，其余删去`,
    differences?.length !== 0 &&
      (differences
        ? `草稿与文件有 ${differences.length} 处不同（见下），没有放 \`source.txt\`，检查不核对原文；收到的文件存成 \`received.${received.format}\`，请人工对照`
        : `草稿还不全，不能逐字核对；收到的文件存成 \`received.${received.format}\``),
    `运行 \`npm run check\`，通过后删去 \`plans/${id}/import-report.md\``,
  ];
  return items.filter((item) => item !== false).map((item, index) => `${index + 1}. ${item}`);
}

/** What the check says of the draft, those problems that are alike together. */
const problemItems = (problems: readonly Problem[]): string[] =>
  [
    ...Map.groupBy(problems, ({ path, found, expected }) => `${String(path.at(-1))}\n${found}\n${expected}`).values(),
  ].map((alike) => {
    const [{ path, found, expected }] = alike as [Problem, ...Problem[]];
    return `- \`${path.join('.')}\`：${quoted(found)}；应为${quoted(expected)}${alike.length > 1 ? `（${alike.length} 处）` : ''}`;
  });

/** The report of an import, in Markdown, for the editor who goes on from the draft. */
export function importReport(reported: Reported): string {
  const { name, received, read, problems, differences = [] } = reported;
  const findings = [...received.findings, ...read.findings];
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length;
  const counted = { uncertain: count('uncertain'), unread: count('unread'), restored: count('restored') };
  const units = read.unknownUnits
    .slice(0, shown.units)
    .map(
      ({ name: unit, places, closest }) =>
        `“${quoted(unit)}”${places.length > 1 ? `（${places.length} 处）` : ''}${closest ? `，最接近的是“${closest}”` : ''}`,
    );
  const more = read.unknownUnits.length > shown.units ? `等 ${read.unknownUnits.length} 个` : '';
  const isProved = reported.differences?.length === 0;
  // Unknown units and the choice of topics have a place of their own above.
  const others = problems.filter(({ path, found }) => path[0] !== 'topics' && !/^单位“.*”不在登记里/u.test(found));
  return `${[
    `# 导入报告：${quoted(read.draft.record.title ?? name)}`,
    `收到的文件：${quoted(name)}（${received.encoding}）。行号是它的行号${received.format === 'docx' ? '，按段落和表格的行来数' : ''}。${isProved ? '草稿退回更正以后与它一字不差，存成 `source.txt`，以后检查逐字核对。' : ''}`,
    `## 先做这些，按次序\n\n${toDo(reported, counted).join('\n')}`,
    `## 读到了什么\n\n${counts(reported).join('\n')}`,
    ...section(`没有把握的，请核对（${counted.uncertain}）`, itemsOf(findings, 'uncertain', shown.examples)),
    ...section(`没有放进草稿的（${counted.unread}）`, itemsOf(findings, 'unread', shown.examples)),
    ...section(
      `登记里没有的单位（${read.unknownUnits.length}）`,
      units.length > 0 ? [`${units.join('、')}${more}`] : [],
    ),
    ...section(`照读和复原的（${counted.restored}）`, itemsOf(findings, 'restored', 1)),
    ...section(`与收到的文件不同的地方（${differences.length}）`, [
      ...differences.slice(0, shown.differences).map(differenceItem),
      ...(differences.length > shown.differences ? [`- 还有 ${differences.length - shown.differences} 处`] : []),
    ]),
    ...section('内容检查现在还会说', problemItems(others)),
  ].join('\n\n')}\n`;
}

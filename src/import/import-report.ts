import type { Difference } from '../checks/fidelity/compare.ts';
import type { Origin } from '../checks/fidelity/transcript.ts';
import { report as checkReport } from '../checks/report.ts';
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

/** Words of the document, without the signs that Markdown would take for marks. */
const quoted = (words: string): string =>
  words.replace(/[\\`*_[\]<>#|~]/gu, (sign) => `\\${sign}`).replace(/\s+/gu, ' ');

const itemOf = ({ line, found, why }: Finding): string =>
  `- ${line === undefined ? '' : `第 ${line} 行：`}${quoted(found)} —— ${quoted(why)}`;

const section = (title: string, lines: readonly string[], none: string): string =>
  [`## ${title}${lines.length > 0 ? `（${lines.length}）` : ''}`, lines.length > 0 ? lines.join('\n') : none].join(
    '\n\n',
  );

/** One finding for all that are alike, with all their lines; tags are many. */
function gathered(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({ found, why }) => `${found}\n${why}`);
  return [...groups.values()].map((same) => {
    const [first] = same as [Finding, ...Finding[]];
    const lines = same.flatMap(({ line }) => line ?? []);
    return same.length > 1
      ? { ...first, why: `${first.why}；同样的共 ${same.length} 处：第 ${lines.join('、')} 行` }
      : first;
  });
}

function counts({ read: { draft } }: Reported): string[] {
  const { record, measures, corrections } = draft;
  const tasks = measures.flatMap(({ data }) => data.tasks ?? []);
  const sum = (field: 'targets' | 'limits') =>
    measures.reduce((total, { data }) => total + (data[field]?.length ?? 0), 0);
  const fields: [string, string | undefined][] = [
    ['标题', record.title],
    ['版头', record.heading],
    ['发文字号', record.number],
    ['通知标题', record.noticeTitle],
    ['主送机关', record.addressees],
    ['发文机关', [record.issuer ?? []].flat().join('、') || undefined],
    ['印发日期', record.issuedText],
    ['任务清单', record.annex?.title || undefined],
  ];
  return [
    ...fields.map(([label, value]) => `- ${label}：${value === undefined ? '**没有找到**' : quoted(value)}`),
    `- 依据的文件 ${record.basis?.length ?? 0} 件，环境（措施的上一级标题）${record.environments?.length ?? 0} 个，措施 ${measures.length} 条，任务 ${tasks.length} 项`,
    `- 候选目标 ${sum('targets')} 个，候选限度 ${sum('limits')} 个，带引号的词 ${record.terms?.length ?? 0} 个，更正 ${corrections.length} 条`,
  ];
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
  environments: '环境的标题',
  annex: '清单的标题和表头',
  text: '正文',
  units: '责任单位',
};

/** Where words stand in the draft, as an editor calls it. */
function placeName(origin: Origin): string {
  if (origin.kind === 'plan') return fieldNames[origin.path[0] ?? ''] ?? '记录';
  if (origin.kind === 'block') return '方案正文';
  return origin.kind === 'measure'
    ? `措施${origin.number}的${fieldNames[origin.field]}`
    : `清单第${origin.number}项${origin.field === 'number' ? '' : `的${fieldNames[origin.field]}`}`;
}

const differenceItem = ({ origin, line, before, source, content }: Difference): string => {
  const said = (words: string) => (words === '' ? '没有字' : `作“${quoted(words)}”`);
  return `- 第 ${line} 行，${placeName(origin)}：${before === '' ? '开头' : `“${quoted(before)}”之后`}，文件${said(source)}，草稿${said(content)}`;
};

/** Why the draft comes without a source.txt, and what to do about it. */
function proofOf(differences: Reported['differences']): string {
  if (differences?.length === 0) return '逐字核对已经做过：草稿退回更正以后与 `source.txt` 一字不差';
  const why = differences
    ? '草稿与收到的文件还有没说明的差别，见“与收到的文件不同的地方”：抄错的改正，其余的多半是手册还记不下的印法'
    : '这份草稿还不全（见上文“没有找到”的各栏），不能与收到的文件逐字核对';
  return `${why}。所以没有放 \`source.txt\`，检查不核对原文；收到的文件存成 \`received.*\`，请人工对照`;
}

function toDo({ differences, id }: Reported): string[] {
  return [
    '每条措施的 `topics`：对应哪些需求、对象和阶段，草稿一个也没有填',
    '`plan.mdx` 的 `shortTitle` 和各个环境的 `short`：草稿照抄全称，请改短',
    '`targets` 和 `limits`：草稿是“数字加计量单位”的全部候选，`name` 照抄了原话；不是目标的删去，是的把 `name` 和 `id` 改好',
    '`plan.mdx` 的 `terms`：草稿列出全部带引号的词；文件自己有解释的补上 `words`，其余的删去',
    proofOf(differences),
    `处理完以后，这份报告（\`plans/${id}/import-report.md\`）可以删去`,
  ].map((line) => `- ${line}`);
}

/** The report of an import, in Markdown, for the editor who goes on from the draft. */
export function importReport(reported: Reported): string {
  const { name, received, read, problems, differences = [] } = reported;
  const findings = [...received.findings, ...read.findings];
  const of = (kind: Finding['kind']) => gathered(findings.filter((finding) => finding.kind === kind)).map(itemOf);
  const units = read.unknownUnits.map(
    ({ name: unit, places, closest }) => `- “${quoted(unit)}”，${closest}：${places.join('、')}`,
  );
  const said =
    problems.length > 0
      ? `\`\`\`\n${checkReport({ problems, skipped: [] }).replaceAll('```', "'''")}\n\`\`\``
      : '没有问题。';
  return `${[
    `# 导入报告：${quoted(read.draft.record.title ?? name)}`,
    `收到的文件：${quoted(name)}（${received.encoding}）。下面的行号是收到的文件的行号${received.format === 'docx' ? '，Word 文档按段落和表格的行来数' : ''}。`,
    ['## 读到了什么', counts(reported).join('\n')].join('\n\n'),
    section('没有把握的，请核对', of('uncertain'), '没有。'),
    section('没有读懂、没有放进草稿的', of('unread'), '没有：原文的每一句都在草稿里，或在这份报告的某一条里。'),
    section('登记里没有的单位', units, '没有。'),
    section('复原了什么，凭什么', of('restored'), '没有。'),
    ...(differences.length > 0 ? [section('与收到的文件不同的地方', differences.map(differenceItem), '')] : []),
    ['## 还要编辑做的', toDo(reported).join('\n')].join('\n\n'),
    ['## 内容检查现在会说什么', said].join('\n\n'),
  ].join('\n\n')}\n`;
}

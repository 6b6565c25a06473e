import type { Problem } from '../../src/handbook/problem.ts';
import { report as checkReport } from '../report.ts';
import type { Finding } from './finding.ts';
import type { ReadDocument } from './read-document.ts';
import type { Received } from './received.ts';

/** What the report tells of. */
export interface Reported {
  /** The name of the document's file. */
  name: string;
  id: string;
  received: Received;
  read: ReadDocument;
  /** What the content check says of the draft. */
  problems: readonly Problem[];
  /** Whether the draft, its corrections taken back, is the document to the character. */
  isProven: boolean;
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

/** Tags are many and alike: told by kind, with all their lines. */
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
  const tasks = measures.flatMap(({ data }) => data.tasks);
  const sum = (field: 'targets' | 'limits') =>
    measures.reduce((total, { data }) => total + (data[field]?.length ?? 0), 0);
  const fields: [string, string | undefined][] = [
    ['标题', record.title],
    ['版头', record.heading],
    ['发文字号', record.number],
    ['通知标题', record.noticeTitle],
    ['主送机关', record.addressees],
    ['发文机关', record.issuer],
    ['印发日期', record.issuedText],
    ['任务清单', record.annex?.title || undefined],
  ];
  return [
    ...fields.map(([label, value]) => `- ${label}：${value === undefined ? '**没有找到**' : quoted(value)}`),
    `- 依据的文件 ${record.basis?.length ?? 0} 件，环境（措施的上一级标题）${record.environments?.length ?? 0} 个，措施 ${measures.length} 条，任务 ${tasks.length} 项`,
    `- 候选目标 ${sum('targets')} 个，候选限度 ${sum('limits')} 个，带引号的词 ${record.terms?.length ?? 0} 个，更正 ${corrections.length} 条`,
  ];
}

function toDo({ isProven, id, read: { plain } }: Reported): string[] {
  return [
    '每条措施的 `topics`：对应哪些需求、对象和阶段，草稿一个也没有填',
    '`plan.mdx` 的 `shortTitle` 和各个环境的 `short`：草稿照抄全称，请改短',
    '`targets` 和 `limits`：草稿是“数字加计量单位”的全部候选，`name` 照抄了原话；不是目标的删去，是的把 `name` 和 `id` 改好',
    '`plan.mdx` 的 `terms`：草稿列出全部带引号的词；文件自己有解释的补上 `words`，其余的删去',
    isProven
      ? '逐字核对已经做过：草稿退回更正以后与 `source.txt` 一字不差'
      : plain
        ? '草稿与 `source.txt` 还有没说明的差别，见最后一节：照原件改，或在 `corrections.yaml` 记一条'
        : `这份文件的格式，检查还不会逐字核对，所以没有放 \`source.txt\`；收到的文件存成 \`received.*\`，请人工对照`,
    `处理完以后，这份报告（\`plans/${id}/import-report.md\`）可以删去`,
  ].map((line) => `- ${line}`);
}

/** The report of an import, in Markdown, for the editor who goes on from the draft. */
export function importReport(reported: Reported): string {
  const { name, received, read, problems } = reported;
  const findings = [...received.findings, ...read.findings];
  const of = (kind: Finding['kind']) => gathered(findings.filter((finding) => finding.kind === kind)).map(itemOf);
  const units = read.unknownUnits.map(
    ({ name: unit, places, closest }) => `- “${quoted(unit)}”，${closest}：${places.join('、')}`,
  );
  const said = problems.length > 0 ? `\`\`\`\n${checkReport(problems).replaceAll('```', "'''")}\n\`\`\`` : '没有问题。';
  return `${[
    `# 导入报告：${quoted(read.draft.record.title ?? name)}`,
    `收到的文件：${quoted(name)}（${received.encoding}）。下面的行号是收到的文件的行号${received.format === 'docx' ? '，Word 文档按段落和表格的行来数' : ''}。`,
    ['## 读到了什么', counts(reported).join('\n')].join('\n\n'),
    section('没有把握的，请核对', of('uncertain'), '没有。'),
    section('没有读懂、没有放进草稿的', of('unread'), '没有：原文的每一句都在草稿里，或在这份报告的某一条里。'),
    section('登记里没有的单位', units, '没有。'),
    section('复原了什么，凭什么', of('restored'), '没有。'),
    ['## 还要编辑做的', toDo(reported).join('\n')].join('\n\n'),
    ['## 内容检查现在会说什么', said].join('\n\n'),
  ].join('\n\n')}\n`;
}

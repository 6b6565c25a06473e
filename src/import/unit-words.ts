/*
 * The words by which documents name units and say what each does.
 */

/** Labels as printed, and the roles that the handbook knows. */
export const labelRoles: Record<string, string> = {
  责任: '责任',
  牵头: '牵头',
  配合: '配合',
  参与: '参与',
  指导: '指导',
  会同: '会同',
  监督: '监督',
  主要责任: '责任',
  牵头责任: '牵头',
  负责: '责任',
  主办: '牵头',
  主责: '牵头',
  承办: '责任',
  实施: '责任',
  落实: '责任',
  协办: '配合',
  协同: '配合',
  协助: '配合',
  协作: '配合',
  支持: '配合',
};
/** The longer before those that begin like them. */
export const roleWords = Object.keys(labelRoles)
  .sort((a, b) => b.length - a.length)
  .join('|');
const level = '(?:[省市区县州]级|主要|共同|联合|第一)?';
export const roleLabel = new RegExp(`^(?:${level}(${roleWords})(单位|部门|主体)|(责任|牵头|配合))[：:为]`, 'u');
export const divisionLabel = /^(?:责任|任务|职责)分工[：:]/u;
/** What stands beside the units in such words: persons, times, whom it is for. */
const otherLabels =
  '(?:\\p{Script=Han}{0,4}领导|责任人|负责人|联系人|联络员|适用范围|备注|(?:完成|办理|实施|推进)?(?:时限|时间|期限))[：:]';
export const otherLabel = new RegExp(`^${otherLabels}`, 'u');
/** Where a label begins without a sign before it, as a blank stood there. */
export const unsignedLabel = new RegExp(
  `(?<=[局委办院部府厅会司心室道门位社署等）])(?=(?:${roleWords})(?:单位|部门)[：:]|${otherLabels})`,
  'gu',
);

/** A rule on who leads, of the whole document. */
export const leadRule =
  /(?:其中[，,]?|各(?:项|条)?(?:任务|措施|工作)?(?:分工)?中?[，,]?)?(?:(?:列|排|排名|排序)(?:在|于)?(?:第[一1]|首)[位名个]?(?:的|者)?(?:责任)?(?:单位|部门)?|(?:第一个?|首个|首位)(?:责任)?(?:单位|部门))(?:为|是|系)(?:牵头|主办|主责)(?:单位|部门)?(?:[或、]\p{Script=Han}{2,4}(?:单位|部门))?(?:[，,]\s*(?:其[他它余](?:单位|部门)?(?:为|是)(?:责任|配合|参与)(?:单位|部门))?(?:[，,]?下同)?)?/u;
/** The rule on who leads that a document gives, as printed. */
export const leadRuleIn = (text: string): string | undefined => leadRule.exec(text)?.[0];

/** Words that remark on something else than units. */
export const remark = /^(?:下同|以下|下列|其中|具体|除.*外|不再)|不再(?:单独|另行|一一)?(?:列出|标注|说明)/u;

/** Words for when, which name no unit. */
export const timeClause = new RegExp(
  [
    '^(?:力争|确保|计划)?(?:[于在到至])?(?:\\d{4}年|\\d{1,2}月|\\d+个(?:月|工作日)|年底|年内|[全今本]年|[上下]半年|第?[一二三四]季度',
    '|长期|持续|常态|立即|[即及适]时|每[年月季]|分步|分年度|按(?:时序|进度|计划|节点))[^局委厅]{0,20}$',
    '|^[^局委厅办部府院]{0,16}[前内](?:完成|办结)$',
  ].join(''),
  'u',
);

const byDuty = '(?:(?:按照?|根据|依据?)(?:各自|部门)?(?:工作)?职责(?:分工)?)';
const verb = (words: string): RegExp => new RegExp(`^(.+?)(?:分别|共同|积极|具体|主要)?(?:${words})$`, 'u');
/** How a part of a bracket ends that says what its units do, and the head that this gives them. */
export const duties: readonly [string, RegExp][] = [
  ['牵头单位', verb(`${byDuty}?(?:负责)?牵头(?:负责|抓好)?(?:落实|实施|组织|抓总|推进|组织实施)?`)],
  ['配合单位', verb(`${byDuty}?(?:积极)?(?:协同)?(?:配合|协同|协助|协作)(?:落实|实施|推进|做好)?`)],
  ['参与单位', verb(`${byDuty}?(?:参与|参加)(?:落实|实施|推进)?`)],
  ['指导单位', verb('(?:负责)?(?:督促)?指导(?:督促|落实)?')],
  ['监督单位', verb('(?:负责)?(?:监督|督促|督导)(?:指导|检查|落实)?')],
  ['按职责分工', verb(`${byDuty}(?:分别|共同|具体)?(?:负责|落实|抓好落实|推进|组织实施|实施|推进落实)?`)],
  ['责任单位', verb('负责(?:落实|实施|组织实施|推进)?|落实|(?:组织)?实施|抓好落实')],
];
/** `甲会同乙`, before or after which it may be said what they do. */
export const together = /^(.+?)(牵头)?(?:负责)?会同(.+)$/u;

/** Names that say their own part: 甲（牵头）、乙（配合）. */
export const remarked = /^[^（）]+（(?:责任|牵头|配合)(?:单位|部门)?）(?:、.*)?$/u;
/** What no name of a unit holds: words of a sentence, quotation marks, figures, titles of persons. */
export const noName =
  /[“”"《》：:谁]|(?<!\d)\d{1,4}(?!\d)|(?<!自)由|的|(?:主要|各自|职责|分工)$|^(?:其他|其它|以下|以上)$|(?:同志|书记|[市区县镇]长|局长|主任|科)$/u;
/** A name that is one of a unit by its form alone. */
export const unitName =
  /^(?:各|区|市|县|省|州|旗|镇|团|辖区|属地|国家|中国)[^，。；、]{0,18}(?:局|委|办|厅|院|部|府|会|中心|公司|街道|部门|单位|办事处|联|集团|银行)$/u;
export const officeOnly = /^\p{Script=Han}{1,8}(?:局|委|办|厅|院|部|总署|总局)$/u;
/** How names of units end. */
export const unitEnd =
  /(?:[局委办厅院部府会团联组社署站所队行司关馆校协央室区县市州镇乡道位门处心户地构]|公司|集团|平台|园区|街|等)$/u;

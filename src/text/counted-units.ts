/** Units that are written out in full, the longer before those that begin like them. */
const whole = [
  '个(?:百分点|基点|工作日|自然日|交易日|小时|季度|月)',
  '工作日|自然日|小时|分钟|秒|季度|周|学时|课时',
  '平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|公顷|公斤|千克',
  '千瓦时|兆瓦时|千伏安|千瓦|兆瓦|千伏|标准箱|标箱|吨标准煤',
  '(?:美|欧|港|日|澳)元|英镑',
  '[人户家场批班台件车架列吨]次',
  '月(?=[以之]?内)',
  '[%‰]|㎡|km[²2]?|m²|[TGM]B|[kKM]Wh?|[kK]V',
];

/** Units of one character, with the characters after which they are the beginning of another word. */
const single: Record<string, string> = {
  ...Object.fromEntries(
    [...'家批辆艘架趟栋幢座只枚款篇册宗笔例颗株棵盏副根块片米亩吨度元天日年遍番轮'].map((sign) => [sign, '']),
  ),
  个: '体别性',
  人: '才民大社员',
  户: '籍外均',
  场: '所地景馆',
  班: '列子',
  台: '账阶',
  件: '套',
  列: '入为出',
  项: '目',
  条: '例件款文',
  种: '植业子',
  类: '似型',
  套: '餐装',
  间: '接隔距',
  处: '理置罚级',
  所: '有以属在得',
  支: '持付撑出部行',
  名: '称单录义优',
  位: '一于居置',
  组: '织成建',
  期: '间限货',
  门: '槛户店',
  部: '门委分队署',
  本: '地区市年科级',
  份: '额',
  张: '贴',
  单: '位个一',
  点: '对击燃赞',
  分: '别之局类级步批析享支',
  成: '立为员果长功本熟都效',
  倍: '增',
  股: '份权',
  层: '级面次',
  页: '面岩',
  席: '卷',
  回: '复应访收',
  次: '性要日',
};

const counted = new RegExp(
  `^\\s*(${[...whole, ...Object.entries(single).map(([sign, others]) => (others ? `${sign}(?![${others}])` : sign))].join('|')})`,
  'u',
);

/** The unit at the beginning of the words after a number; undefined if no unit in use stands there. */
export const unitAfter = (after: string): string | undefined => counted.exec(after)?.[1];

/** Whether a unit measures time. */
export const isTime = (unit: string): boolean =>
  /^(?:个?(?:工作日|自然日|交易日|小时|季度)|个?月|分钟|秒|周|天|日|年)$/u.test(unit);

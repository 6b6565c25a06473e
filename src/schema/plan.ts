import { z } from 'zod';
import {
  choice,
  constant,
  date,
  editorial,
  eitherOf,
  line,
  lines,
  official,
  printedUnits,
  webAddress,
  word,
} from './primitives.ts';

const basis = line.describe('依据：哪份文件或公告、原话怎样写；页面照登，编辑不另作判断。');

/** Whether a plan is in force, as the editor records it from a published source. A day may be still to come. */
export const statusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: constant('in-force', '有效').describe('有效；不写也是有效。') }),
  z.strictObject({
    kind: constant('replaced', '已由另一份文件代替').describe('已由另一份文件代替。'),
    by: line.describe('代替它的文件。').meta({ choices: 'plans', notation: '写它在 plans 里的文件夹名。' }),
    on: date.optional().describe('从哪天起；文件没有写明就不写。'),
    basis,
  }),
  z
    .strictObject({
      kind: constant('ended', '已终止或有效期已满').describe('已终止或有效期已满。'),
      on: date.optional().describe('从哪天起终止；写了它就不写有效期。'),
      until: date.optional().describe('有效期至哪天，那一天仍有效；文件写“有效期至”的写这个，不写从哪天起。'),
      basis,
    })
    .refine(({ on, until }) => (on === undefined) !== (until === undefined), eitherOf('on', 'until')),
]);

export type Status = z.output<typeof statusSchema>;
/** A status that ends what is in force. */
export type Ending = Exclude<Status, { kind: 'in-force' }>;

/** What is known of one of the words that a document sets in “ ”. Where the words stand is found in the text itself. */
export const termSchema = z.strictObject({
  term: line.describe('引号里的词，不带引号。'),
  words: line.optional().describe('文件自己的解释：与这个词在同一句里的原话，逐字。').meta({ title: '文件的解释' }),
  explanation: z
    .strictObject({ text: line.describe('解释。').meta({ title: '解释' }), source: line.describe('公开的出处。') })
    .optional()
    .describe('编辑的解释；必须有公开的出处。'),
});

export type TermData = z.output<typeof termSchema>;

/** A way to be heard, advised or served that the document itself names: a hotline, a platform, a centre. */
export const channelSchema = z
  .strictObject({
    name: line.describe('渠道的名称，照原文，不带引号；在下面写的那一项（或那一条）里逐字找得到。'),
    task: z.int('整数').positive('大于 0 的整数').optional().describe('写在任务清单第几项；写了它就不写措施号。'),
    measure: z.int('整数').positive('大于 0 的整数').optional().describe('写在第几条措施；清单里没有的才写。'),
    purpose: line.optional().describe('编辑用一句话说它做什么用，不超出原文；页面上标明是编辑所写。'),
    topics: z
      .array(word)
      .min(1, '至少写一个；各类都用得上的，整行不写')
      .optional()
      .describe('列在哪几个分类的页面上；各类都用得上的不写。')
      .meta({ choices: 'topics' }),
  })
  .refine(({ task, measure }) => (task === undefined) !== (measure === undefined), eitherOf('task', 'measure'));

export type ChannelData = z.output<typeof channelSchema>;

/** How a document calls itself and its parts; the words of the pages follow. */
const wordsSchema = z.strictObject({
  plan: line.default('文件').describe('怎样称呼这份文件，如“方案”“意见”“措施”；不写就是“文件”。'),
  chapter: line.default('部分').describe('一组措施叫什么，如“环境”“领域”“章”；不写就是“部分”。'),
  chapters: line.default('个部分').describe('几组连起来怎样数，如“六大环境”的“大环境”、“三个领域”的“个领域”。'),
  measures: line
    .default('条措施')
    .describe('几条连起来怎样数，如“20条措施”的“条措施”、“69条”的“条”；不写就是“条措施”。')
    .meta({ title: '几条的说法' }),
  copy: line.default('抄录').describe('手册的文字是怎样从原件来的，如“转录”；不写就是“抄录”。'),
});

/** A rule for the whole document on who leads. */
const leadRuleSchema = z.strictObject({
  words: line.describe('文件里定下规则的原话，逐字，如“列第一位者为牵头单位，下同”。'),
});

/** Frontmatter of `plan.mdx`: the record of the document. The body is its text, with `<Measures />` where the measures stand. */
export const planSchema = z.strictObject({
  title: line.describe('文件的标题。').meta(official),
  shortTitle: line.describe('简称，用于面包屑和窄处，如“行动方案”。').meta(editorial),
  heading: line.optional().describe('文件版头，如“某某区人民政府办公室文件”；文件没有就不写。').meta(official),
  number: line
    .regex(/(?:〔\d{4}〕|第)\d+号$/, '以〔年份〕序号号结尾的发文字号，用六角括号〔〕')
    .optional()
    .describe('发文字号，用六角括号〔〕；文件没有就不写。')
    .meta({ ...official, title: '文号' }),
  noticeTitle: line.optional().describe('印发通知的标题；文件没有就不写。').meta(official),
  addressees: line.optional().describe('主送机关，逐字，含末尾的冒号；文件没有就不写。').meta(official),
  notice: lines
    .optional()
    .describe('通知正文；文件没有就不写。')
    .meta({ ...official, notation: '几段的写成列表。' }),
  issuer: lines
    .transform((names) => names.join('、'))
    .optional()
    .describe('发文机关；文件没有就不写。')
    .meta({ ...official, notation: '几个机关的写成列表。' }),
  issuedOn: date.optional().describe('印发日期；文件没有就不写。').meta(official),
  issuedText: line.optional().describe('印发日期在原文中的印法；文件没有就不写。').meta(official),
  signature: z
    .array(line)
    .optional()
    .describe('落款各行，照原文；就是发文机关一行、日期一行（或同一行）的不写。')
    .meta(official),
  basis: z
    .array(
      z.strictObject({
        title: line.describe('标题，照正文的写法。'),
        number: line.describe('发文字号，照正文的写法。').meta({ title: '文号' }),
        url: webAddress.optional().describe('那份文件公开的网址；没有就不写，收进手册的不必写。').meta(editorial),
      }),
    )
    .default([])
    .describe('依据的上级文件；必须是正文提到的。')
    .meta(official),
  status: statusSchema
    .default({ kind: 'in-force' })
    .describe('是否有效；有效就不写。已被代替或终止的，写明依据；日期可以在今天以后，到那天以前页面写“有效，至……”。')
    .meta(editorial),
  numbering: choice({ points: '由手册编号', printed: '照原文' })
    .describe('怎样编号：由手册编“（一）”“1.”，或照原文，编号、标题和写单位的括号都照抄在正文里。')
    .default('points')
    .meta(official),
  words: wordsSchema
    .prefault({})
    .describe('文件怎样称呼自己和它的各部分；页面照此说。')
    .meta({ ...editorial, title: '怎样称呼' }),
  leadRule: leadRuleSchema.optional().describe('文件给全文定下的规则：排在第一位的牵头；没有就不写。').meta(official),
  environments: z
    .array(
      z.strictObject({
        title: line.describe('照原文。'),
        short: line.describe('页面上的短名。').meta(editorial),
        units: z
          .array(printedUnits)
          .optional()
          .describe('这一组的标题上写的单位，归没有另写单位的各条；标题上没有就不写。'),
      }),
    )
    .default([])
    .describe('各个环境，按原文次序；文件不分环境的不写。')
    .meta(official),
  unstated: z.array(word).default([]).describe('企业常问、而这份文件没有写的事，如“申请条件”。').meta(editorial),
  featured: z
    .array(word)
    .max(5, '最多五个')
    .default([])
    .describe('首页“量化目标”列哪几个，按列出的次序，最多五个；不写就列前五个。')
    .meta({ ...editorial, choices: 'targets', notation: '写目标的 id。' }),
  terms: z
    .array(termSchema)
    .default([])
    .describe('带引号的词语中，文件自己作了解释的：解释逐字摘自文件；编辑的解释要写明出处。')
    .meta(editorial),
  channels: z
    .array(channelSchema)
    .default([])
    .describe('文件自己提到的、企业和群众可以找的渠道：热线、平台、中心。文件没有提到的不写。')
    .meta(editorial),
  annex: z
    .strictObject({
      title: line.optional().describe('任务清单的标题；表格没有标题的不写。'),
      lines: z
        .array(line)
        .optional()
        .describe('表格上面印的各行，照原文，如“附件”和标题；是“附件：标题”“附件”“标题”三行的不写。'),
      columns: z
        .array(line)
        .min(2, '至少两栏')
        .describe('表头各栏，照原文；就是序号、措施、内容、责任单位四栏的，下面几个字段不写。'),
      text: line.optional().describe('哪一栏是任务的内容；写了它，表格就照原文，各栏的用处写在下面。'),
      number: line.optional().describe('哪一栏是序号；没有就不写。'),
      measure: line.optional().describe('哪一栏是措施的标题；没有就不写。'),
      units: z.array(line).optional().describe('哪几栏写的是单位；没有就不写。'),
      below: z.array(line).default([]).describe('表格下面印的各行，如“注：……”；没有就不写。'),
    })
    .optional()
    .describe('任务清单：标题、表头；文件没有附任务清单的不写。')
    .meta(official),
});

export type PlanData = z.output<typeof planSchema>;

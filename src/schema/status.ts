import { z } from 'zod';
import { date, line, slug } from './text.ts';

const basis = line.describe('依据：哪份文件或公告、原话怎样写；页面照登，编辑不另作判断。');

/** Whether a plan is in force, as the editor records it from a published source. */
export const statusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-force').describe('有效；不写 status 也是有效。') }),
  z.strictObject({
    kind: z.literal('replaced').describe('已由另一份文件代替。'),
    by: slug.describe('代替它的文件在 plans 里的文件夹名。'),
    on: date.optional().describe('从哪天起；文件没有写明就不写。'),
    basis,
  }),
  z.strictObject({ kind: z.literal('ended').describe('已终止。'), on: date.describe('从哪天起。'), basis }),
]);

export type Status = z.output<typeof statusSchema>;

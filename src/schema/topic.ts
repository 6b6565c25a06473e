import { z } from 'zod';
import { choice, editorial, line } from './primitives.ts';

/** The ways in which an enterprise can look for support. */
export const topicKinds = { need: '需求', audience: '对象', stage: '阶段' } as const;

/** `content/topics/<id>.yaml`: one way in for enterprises. The file name is the id and part of the page's address. */
export const topicSchema = z.strictObject({
  name: line.max(8, '最多八个字').describe('读者看到的名称，二至八个字。').meta(editorial),
  kind: choice(topicKinds).describe('需求（遇到的事情）、对象（我是谁）或阶段（企业所处的阶段）。').meta(editorial),
  order: z.int('整数').positive('大于 0 的整数').describe('在同一种主题中的次序，从 1 起。').meta(editorial),
});

export type TopicData = z.output<typeof topicSchema>;
export type TopicKind = TopicData['kind'];

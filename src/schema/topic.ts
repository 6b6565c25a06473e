import { z } from 'zod';
import { line } from './text.ts';

/** `content/topics/<id>.yaml`: one way in for enterprises. The file name is the id and part of the page's address. */
export const topicSchema = z.strictObject({
  /** 读者看到的名称，二至八个字。 */
  name: line.max(8, '最多八个字'),
  kind: z.enum(['need']),
  /** 在列表中的次序，从 1 起。 */
  order: z.int('整数').positive('大于 0 的整数'),
});

export type TopicData = z.output<typeof topicSchema>;

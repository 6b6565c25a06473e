import { z } from 'zod';
import { editorial } from './primitives.ts';

/** A path below the site's base that ends in a slash. */
const folderPath = z
  .string()
  .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+$/, '网址里网站名称以后的部分，前面没有 /，末尾有 /，例如 support/tax/');

/** `content/redirects.yaml`: where pages went whose files were renamed or taken away, so that no published address dies. */
export const redirectsSchema = z.strictObject({
  redirects: z
    .array(
      z.strictObject({
        from: folderPath.describe('原来的网址，如 support/tax/；它下面的各页一同转过去。'),
        to: folderPath.describe('现在的网址，如 support/taxes/。'),
      }),
    )
    .describe('改了名、去掉了的网页现在在哪里；没有就不要这个文件。')
    .meta(editorial),
});

export type Redirect = z.output<typeof redirectsSchema>['redirects'][number];

import { z } from 'zod';

/** Mark of a field whose words are the document's: no form lets them be changed (`readOnly` of JSON Schema). */
export const official = { readOnly: true };

/** Mark of a field that is the editor's. What stands inside a field is as the field, unless it says otherwise. */
export const editorial = { readOnly: false };

/** One of several values, each with what editors call it. `notation` is for those who write the file itself, and is in no form. */
export const choice = <const Names extends Readonly<Record<string, string>>>(names: Names) =>
  z.enum(Object.keys(names) as (keyof Names & string)[]).meta({
    enumDescriptions: Object.values(names),
    notation: `${Object.entries(names)
      .map((one) => one.join(' '))
      .join('；')}。`,
  });

/** The value by which one way of writing is told from others, with what editors call it. */
export const constant = <const Value extends string>(value: Value, name: string) =>
  z.literal(value).meta({ enumDescriptions: [name], notation: `写 ${value}。` });

/** What a field means, and how YAML writes it. */
export const explanation = ({ description, notation }: { description?: string; notation?: unknown } = {}) =>
  [description, notation].filter(Boolean).join('') || undefined;

/** One line of text: not empty, no line break, no blanks at either end. */
export const line = z
  .string()
  .min(1, '至少一个字')
  .regex(/^\S(?:.*\S)?$/u, '一行文字，首尾不留空格');

/** One line, or several as a list. */
export const lines = z
  .union([line, z.array(line).min(1, '至少写一行')], '一行文字，或几行的列表')
  .transform((value): string[] => [value].flat());

/** One of the words of a list: with a separator in it, of either keyboard, it is several. */
export const word = line
  .regex(
    /^(?!.*\p{Script=Han} +\p{Script=Han})[^，；、,;]*$/u,
    '一项一个说法，各项之间用英文逗号“,”隔开，不用“，”“；”“、”和空格',
  )
  .refine((text) => !/^[“‘"'「].*[”’"'」]$/u.test(text), '一个说法，不带引号');

export const slugMeaning = '小写字母、数字和单个连字符，例如 bank-meetings';
/** A name used in addresses: lower-case letters, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, slugMeaning);

export const twiceMeaning = '各项不重复，这一项前面已经有';
/** A list in which nothing stands twice. */
export const distinct = <Item extends z.ZodType>(list: z.ZodArray<Item>) =>
  list.superRefine((items, context) => {
    for (const [at, item] of items.entries())
      if (items.indexOf(item) < at) context.addIssue({ code: 'custom', path: [at], message: twiceMeaning });
  });

/** A measure or task of another plan: the plan's folder and the number. */
export const otherProvision = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d*$/, '文件夹名/序号，例如 2025-plan/9');

/** What the publisher may leave blank in YAML (`key:` reads as null) until it is known. */
export function blankOr<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** Where a link may lead: an absolute http or https address. */
export const webAddress = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'http:// 或 https:// 开头的网址',
    abort: true,
  })
  .meta({ format: 'uri' });

export const dateMeaning = '2025-03-28 这样的、日历上有的日期';
/** A calendar date, `YYYY-MM-DD`, written in quotes or not. */
export const date = z
  .preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date(dateMeaning))
  .meta({ type: 'string', format: 'date' });

/**
 * Where a document names units: `printed` as it stands there, `reads` the same in the grammar of a cell. A reading may be left out
 * where the words are a cell in brackets or without.
 */
export const printedUnits = z.strictObject({
  printed: line.describe('写单位的那几个字，照原文，连括号；在正文、标题或那一格里逐字找得到。'),
  reads: line
    .optional()
    .describe(
      '读作：几个单位用“、”隔开，分角色的写“牵头单位：区甲局；配合单位：区乙局”。印的就是“（责任单位：……）”的不写。',
    ),
});
export type PrintedUnits = z.output<typeof printedUnits>;

/** What a group of fields is told in which two stand for each other, and not exactly one is written. */
export const eitherOf = (...either: [string, string]) => ({
  error: `${either.join(' 和 ')} 两个中的一个`,
  params: { either },
});

import { splitFrontmatter } from '../../loader/frontmatter.ts';
import { contentFiles, idOf, measureNumber, planIdOf } from '../../loader/paths.ts';
import { kindOf } from '../../loader/stray-files.ts';
import { shortened } from '../../loader/yaml.ts';
import { type FileKind, fileKinds } from '../../schema/content-types.ts';
import { jsonSchemaOf } from '../../schema/json-schema.ts';
import { type Difference, differences } from './differences.ts';
import { formData } from './edit.ts';
import { itemName } from './names.ts';
import { childSchema, isObject, type Json, type JsonObject, type JsonSchema, type Path } from './schema-at.ts';

/** One change of the content, as a sentence for the editor. */
export interface Change {
  file: string;
  text: string;
}

/** The texts of a content folder by their paths. */
export type Texts = ReadonlyMap<string, string>;

const dataOf = (file: string, text: string | undefined): JsonObject =>
  (text === undefined ? undefined : formData(text, file)) ?? {};

/** What an editor calls the files of each kind. */
const kindNames: Record<FileKind, string> = {
  site: '网站设置',
  units: '单位',
  topics: '分类',
  thesaurus: '近义词',
  elsewhere: '手册里没有的事',
  redirects: '改了的网址',
  plans: '文件',
  measures: '措施',
  questions: '读者问题',
  corrections: '更正',
};

/** The field by which files are told apart that are not told apart by a number. */
const nameFields: Partial<Record<FileKind, string>> = { units: 'name', topics: 'name', plans: 'shortTitle' };

/** What an editor calls a file: 措施9, 单位“某局”. The plan is named where there are several. */
export function fileName(file: string, texts: Texts): string {
  const kind = kindOf(file);
  if (!kind) return file;
  const field = nameFields[kind];
  if (field) return `${kindNames[kind]}“${String(dataOf(file, texts.get(file))[field] ?? idOf(file))}”`;
  const plan = planIdOf(file);
  const plans = [...texts.keys()].filter((one) => kindOf(one) === 'plans');
  const planFile = plan === undefined ? undefined : contentFiles.plan(plan);
  const of = planFile && plans.length > 1 ? `${fileName(planFile, texts).replace(kindNames.plans, '')}的` : '';
  const number = measureNumber(file);
  if (number === undefined) return of + kindNames[kind];
  return `${of}${kindNames.measures}${number}${kind === 'measures' ? '' : `的${kindNames[kind]}`}`;
}

/** A value as an editor reads it. */
function valueText(value: Json, { enum: values, enumDescriptions }: JsonSchema): string {
  const meant = (enumDescriptions as string[] | undefined)?.[values?.indexOf(value as string) ?? -1];
  if (meant) return `“${meant}”`;
  if (typeof value === 'boolean') return value ? '“是”' : '“否”';
  if (Array.isArray(value)) return value.length === 0 ? '空的列表' : value.map((one) => valueText(one, {})).join('、');
  if (isObject(value))
    return Object.values(value)
      .map((one) => valueText(one, {}))
      .join('，');
  return `“${shortened(String(value))}”`;
}

/** Where a change stands in a file, by the names of fields and items. */
function placeName(path: Path, data: Json, schema: JsonSchema): string {
  const parts: string[] = [];
  let [value, at]: [Json, JsonSchema] = [data, schema];
  for (const key of path) {
    const child = childSchema(at, key, value) ?? {};
    value = (value as JsonObject | undefined)?.[key];
    if (typeof key === 'number') parts.push(`${parts.pop() ?? ''}${itemName(value, key)}`);
    else parts.push(typeof child.title === 'string' ? child.title : key);
    at = child;
  }
  return parts.join(' · ');
}

const isBlank = (value: Json) => value === undefined || value === null;

function said({ kind, before, after }: Difference, schema: JsonSchema): string {
  if (kind === 'added') return '新加';
  if (kind === 'removed') return '删去';
  if (isBlank(before)) return `写上${valueText(after, schema)}`;
  if (isBlank(after)) return `删去（原来是${valueText(before, schema)}）`;
  if (kind === 'list' && Array.isArray(before) && Array.isArray(after)) {
    const [added, gone] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
    const words = [
      ...(added.length > 0 ? [`加了${valueText(added, {})}`] : []),
      ...(gone.length > 0 ? [`去掉${valueText(gone, {})}`] : []),
    ];
    return words.join('，') || '换了次序';
  }
  return Array.isArray(after) ? '换了次序' : `改为${valueText(after, schema)}（原来是${valueText(before, schema)}）`;
}

/** The changes of one file's fields and body. */
function changesOfFile(file: string, kind: FileKind, before: string, after: string): string[] {
  const schema = jsonSchemaOf(fileKinds[kind].schema);
  const [old, now] = [dataOf(file, before), dataOf(file, after)];
  const fields = differences(old, now, schema).map((one) => {
    const data = one.kind === 'removed' ? old : now;
    let [field, value]: [JsonSchema, Json] = [schema, data];
    for (const key of one.path) {
      field = childSchema(field, key, value) ?? {};
      value = (value as JsonObject | undefined)?.[key];
    }
    return `${placeName(one.path, data, schema)}：${said(one, field)}`;
  });
  const [oldBody, body] = [before, after].map((text) => {
    const parts = splitFrontmatter(text, file);
    return parts.ok ? parts.body.trim() : text;
  });
  return [...fields, ...(oldBody === body ? [] : ['正文：有改动'])];
}

/** What differs between two states of a content folder, as sentences; a plan that is new or gone is one. */
export function changesIn(before: Texts, after: Texts): Change[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  const whole = (from: Texts, to: Texts) =>
    files.filter((file) => kindOf(file) === 'plans' && to.has(file) && !from.has(file));
  const [come, gone] = [whole(before, after), whole(after, before)];
  const isWithin = (file: string) => {
    const plan = [...come, ...gone].find((one) => planIdOf(one) === planIdOf(file));
    return plan !== undefined && plan !== file;
  };
  return files
    .filter((file) => before.get(file) !== after.get(file) && !isWithin(file))
    .flatMap((file): Change[] => {
      const [old, now] = [before.get(file), after.get(file)];
      const name = fileName(file, now === undefined ? before : after);
      if (old === undefined) return [{ file, text: `新建了${name}` }];
      if (now === undefined) return [{ file, text: `删去了${name}` }];
      const kind = kindOf(file);
      const lines = kind ? changesOfFile(file, kind, old, now) : ['有改动'];
      return (lines.length > 0 ? lines : ['写法整理过，内容没有变']).map((line) => ({
        file,
        text: `${name} · ${line}`,
      }));
    });
}

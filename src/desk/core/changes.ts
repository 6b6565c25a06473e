import { splitFrontmatter } from '../../loader/frontmatter.ts';
import { contentFiles, idOf, measureNumber, planIdOf } from '../../loader/paths.ts';
import { kindOf } from '../../loader/stray-files.ts';
import { shortened } from '../../loader/yaml.ts';
import { type FileKind, fileKinds } from '../../schema/content-types.ts';
import { jsonSchemaOf } from '../../schema/json-schema.ts';
import { type Difference, differences } from './differences.ts';
import { formData } from './edit.ts';
import { itemName } from './names.ts';
import { isObject, type Json, type JsonObject, type JsonSchema, type Path, schemaAt, valueAt } from './schema-at.ts';
import { type Names, titleOf, wordsOf } from './words.ts';

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
function valueText(value: Json, schema: JsonSchema, names: Names): string {
  const words = wordsOf(value, schema, names).map((one) => `“${shortened(one)}”`);
  if (Array.isArray(value) && words.length === 0) return '空的列表';
  return words.join(isObject(value) ? '，' : '、');
}

/** What the topics, units and plans of a content folder, and the targets of a plan, are called. */
const namesIn =
  (texts: Texts, plan: string | undefined): Names =>
  (choices, value) => {
    const named = (file: string, field: string) => {
      const name = dataOf(file, texts.get(file))[field];
      return typeof name === 'string' ? name : undefined;
    };
    if (choices === 'topics') return named(contentFiles.topic(value), 'name');
    if (choices === 'units') return named(contentFiles.unit(value), 'name');
    if (choices === 'plans') return named(contentFiles.plan(value), 'shortTitle');
    const measures = [...texts].filter(([file]) => kindOf(file) === 'measures' && planIdOf(file) === plan);
    const targets = measures.flatMap(([file, text]) => (dataOf(file, text).targets ?? []) as JsonObject[]);
    return targets.find(({ id }) => id === value)?.name as string | undefined;
  };

/** Where a change stands in a file, by the names of fields and items. */
function placeName(path: Path, data: Json, schema: JsonSchema): string {
  const parts: string[] = [];
  for (const [at, key] of path.entries()) {
    const value = valueAt(data, path.slice(0, at + 1));
    if (typeof key === 'number') parts.push(`${parts.pop() ?? ''}${itemName(value, key)}`);
    else parts.push(titleOf(key, schemaAt(schema, path.slice(0, at + 1), data)));
  }
  return parts.join(' · ');
}

const isBlank = (value: Json) => value === undefined || value === null;

function said({ kind, before, after }: Difference, schema: JsonSchema, names: Names): string {
  const text = (value: Json) => valueText(value, schema, names);
  if (kind === 'added') return '新加';
  if (kind === 'removed') return '删去';
  if (isBlank(before)) return `写上${text(after)}`;
  if (isBlank(after)) return `删去（原来是${text(before)}）`;
  if (kind === 'list' && Array.isArray(before) && Array.isArray(after)) {
    const [added, gone] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
    const words = [
      ...(added.length > 0 ? [`加了${text(added)}`] : []),
      ...(gone.length > 0 ? [`去掉${text(gone)}`] : []),
    ];
    return words.join('，') || '换了次序';
  }
  return Array.isArray(after) ? '换了次序' : `改为${text(after)}（原来是${text(before)}）`;
}

/** The changes of one file's fields and body. */
function changesOfFile(file: string, kind: FileKind, before: string, after: string, names: Names): string[] {
  const schema = jsonSchemaOf(fileKinds[kind].schema);
  const [old, now] = [dataOf(file, before), dataOf(file, after)];
  const fields = differences(old, now, schema).map((one) => {
    const data = one.kind === 'removed' ? old : now;
    return `${placeName(one.path, data, schema)}：${said(one, schemaAt(schema, one.path, data), names)}`;
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
      // What was chosen before may be gone, and the other way round.
      const names: Names = (choices, value) =>
        namesIn(after, planIdOf(file))(choices, value) ?? namesIn(before, planIdOf(file))(choices, value);
      const lines = kind ? changesOfFile(file, kind, old, now, names) : ['有改动'];
      return (lines.length > 0 ? lines : ['写法整理过，内容没有变']).map((line) => ({
        file,
        text: `${name} · ${line}`,
      }));
    });
}

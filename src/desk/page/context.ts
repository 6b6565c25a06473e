import type { FieldPathList, Registry } from '@rjsf/utils';
import type { Finding, Overview } from '../core/messages.ts';
import type { Json, JsonObject, Path } from '../core/schema-at.ts';

/** What the parts of a form know besides their own data. */
export interface FormContext {
  data: JsonObject;
  findings: readonly Finding[];
  choices: Overview['choices'];
  plan: string | undefined;
}

// The library gives it to each part as it was handed to the form.
export const contextOf = (registry: Pick<Registry, 'formContext'>): FormContext => registry.formContext as FormContext;

export function valueAt(data: Json, path: FieldPathList | Path): Json {
  let value = data;
  for (const key of path) value = (value as JsonObject | undefined)?.[key];
  return value;
}

const isWithin = (path: Path, outer: FieldPathList | Path) =>
  outer.every((key, at) => String(path[at]) === String(key));

/** The findings at a place or inside it. */
export const findingsWithin = (findings: readonly Finding[], path: FieldPathList | Path): Finding[] =>
  findings.filter((one) => isWithin(one.path, path));

/** What is found, what should stand there, and how to mend it. A form needs no word on where in the file to write. */
export const findingText = ({ found, expected, mend, path }: Finding, data?: JsonObject): string =>
  data && path.length > 0 && valueAt(data, path) === undefined
    ? `还没有写。应为：${expected}。`
    : `${found}。应为：${expected}。${mend}。`;

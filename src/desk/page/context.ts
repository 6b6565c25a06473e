import type { FieldPathList, Registry } from '@rjsf/utils';
import type { Finding, Named, Overview } from '../core/messages.ts';
import { type JsonObject, type JsonSchema, type Path, schemaAt, valueAt } from '../core/schema-at.ts';
import { wordsOf } from '../core/words.ts';

/** What the parts of a form know besides their own data. */
export interface FormContext {
  data: JsonObject;
  /** What the fields of the file are. */
  schema: JsonSchema;
  findings: readonly Finding[];
  /** What hinders nothing. */
  remarks: readonly Finding[];
  choices: Overview['choices'];
  plan: string | undefined;
}

// The library gives it to each part as it was handed to the form.
export const contextOf = (registry: Pick<Registry, 'formContext'>): FormContext => registry.formContext as FormContext;

/** What the things are called that a field chooses among. */
export function namesFor({ choices: all, plan }: FormContext, choices: string): Named[] {
  return choices === 'targets' ? (all.targets[plan ?? ''] ?? []) : all[choices as 'topics' | 'units' | 'plans'];
}

/** The single values of a part of the file, as an editor reads them. */
export const wordsAt = (context: FormContext, path: Path): string[] =>
  wordsOf(
    valueAt(context.data, path),
    schemaAt(context.schema, path, context.data),
    (choices, value) => namesFor(context, choices).find((one) => one.value === value)?.label,
  );

const isWithin = (path: Path, outer: FieldPathList | Path) =>
  outer.every((key, at) => String(path[at]) === String(key));

/** The findings at a place or inside it. */
export const findingsWithin = (findings: readonly Finding[], path: FieldPathList | Path): Finding[] =>
  findings.filter((one) => isWithin(one.path, path));

/** What is found, what should stand there, and how to mend it. What a blank field is for stands above it already. */
export const findingText = ({ found, expected, mend, path }: Finding, data?: JsonObject): string =>
  data && path.length > 0 && valueAt(data, path) === undefined
    ? '还没有写。'
    : [found, `应为：${expected}`, mend].map((one) => `${one.replace(/。$/u, '')}。`).join('');

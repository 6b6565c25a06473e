import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import type { Form } from '../core/form.ts';
import { chosenAlternative, isObject, type Json, type JsonObject, type JsonSchema } from '../core/schema-at.ts';
import { contextOf, findingsWithin, findingText, namesFor } from './context.ts';
import { Official } from './official.tsx';
import { GrowingText } from './widgets.tsx';

type Props = Omit<FieldProps, 'formData'> & { formData?: Json };

const optionsOf = <Options,>({ uiSchema }: Props) => (uiSchema?.['ui:options'] ?? {}) as Options;

/** The ids of what explains a field to those who do not see it. */
const describedBy = (id: string) => `${id}__help ${id}__findings`;

/** Findings about single values of a list, beside it. */
function InnerFindings({ registry, fieldPathId, formData }: Props) {
  const { path } = fieldPathId;
  const inside = findingsWithin(contextOf(registry).findings, path).filter((one) => one.path.length > path.length);
  return inside.map((one) => {
    const item = Array.isArray(formData) ? formData[Number(one.path[path.length])] : undefined;
    return (
      <p className="finding" key={`${one.path.join()}${one.found}`}>
        {typeof item === 'string' && !one.found.startsWith(`“${item}”`) ? `“${item}”：` : ''}
        {findingText(one)}
      </p>
    );
  });
}

/** A list of values as one text, a line for each. */
function WordList(props: Props) {
  const { formData, fieldPathId, onChange } = props;
  const { separators, isOfNumbers } = optionsOf<{ separators: string[]; isOfNumbers: boolean }>(props);
  const others = separators
    .map((sign) => (sign === ' ' ? '空格' : sign))
    .slice(1)
    .join(' ');
  const values = Array.isArray(formData) ? formData.map(String) : [];
  const [text, setText] = useState(values.join('\n'));
  const parse = (written: string): Json[] => {
    const pattern = new RegExp(`[${separators.join('')}]`, 'u');
    const items = written
      .split(pattern)
      .map((one) => one.trim())
      .filter(Boolean);
    return isOfNumbers ? items.map((one) => (/^\d+$/u.test(one) ? Number(one) : one)) : items;
  };
  // What came from elsewhere (撤销, another version) is shown; what is being typed stays, with its empty lines.
  const shown = parse(text).join('\n') === values.join('\n') ? text : values.join('\n');
  return (
    <>
      <GrowingText
        id={fieldPathId.$id}
        lines
        value={shown}
        describedBy={describedBy(fieldPathId.$id)}
        onChange={(written) => {
          setText(written);
          onChange(parse(written), fieldPathId.path);
        }}
      />
      <p className="count">
        {values.length} 项，一行一项{others ? `，也可以用 ${others} 隔开` : ''}
      </p>
      <InnerFindings {...props} />
    </>
  );
}

/** None of the names is something else than nothing written. */
function stateOf(chosen: readonly string[], isBlank: boolean): string {
  if (isBlank) return '没有写';
  return chosen.length === 0 ? '写明了一个不选' : `选了 ${chosen.length} 个`;
}

/** Some of the names that there are, in the order in which they are chosen. */
function Choices(props: Props) {
  const { formData, fieldPathId, onChange, schema } = props;
  const names = namesFor(contextOf(props.registry), optionsOf<{ choices: string }>(props).choices);
  const chosen = Array.isArray(formData) ? formData.map(String) : [];
  const unknown = chosen.filter((value) => !names.some((one) => one.value === value));
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    onChange(next, fieldPathId.path);
  };
  return (
    <>
      <div
        className="choices"
        id={fieldPathId.$id}
        role="group"
        aria-label={schema.title ?? ''}
        aria-describedby={describedBy(fieldPathId.$id)}
      >
        {[...names, ...unknown.map((value) => ({ value, label: `${value}（没有登记）` }))].map(({ value, label }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {label}
          </label>
        ))}
      </div>
      <p className="count">{stateOf(chosen, formData === undefined)}</p>
      <button
        type="button"
        className="quiet"
        onClick={() => onChange(formData === undefined ? [] : undefined, fieldPathId.path)}
      >
        {formData === undefined ? '写明一个不选' : '当作没有写'}
      </button>
      <InnerFindings {...props} />
    </>
  );
}

/** One of the names that there are. */
function Choice(props: Props) {
  const { formData, fieldPathId, onChange } = props;
  const names = namesFor(contextOf(props.registry), optionsOf<{ choices: string }>(props).choices);
  const value = typeof formData === 'string' ? formData : '';
  const isKnown = value === '' || names.some((one) => one.value === value);
  return (
    <select
      id={fieldPathId.$id}
      value={value}
      aria-describedby={describedBy(fieldPathId.$id)}
      onChange={({ target }) => onChange(target.value || undefined, fieldPathId.path)}
    >
      <option value="">（没有写）</option>
      {isKnown ? null : <option value={value}>{value}（没有登记）</option>}
      {names.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

/** The fields of an alternative whose values follow from its choice. */
function constantsOf({ properties = {} }: JsonSchema): JsonObject {
  const fields = Object.entries(properties) as [string, JsonSchema][];
  return Object.fromEntries(
    fields.filter(([, field]) => 'const' in field).map(([name, field]) => [name, field.const as Json]),
  );
}

/** Whether a field of two ways of writing holds values of one type. */
function areAlike(one: JsonSchema | undefined, other: JsonSchema, name: string): boolean {
  const [a, b] = [one?.properties?.[name], other.properties?.[name]] as (JsonSchema | undefined)[];
  const typeOf = ({ type, items, additionalProperties }: JsonSchema) =>
    [type, ...[items, additionalProperties].map((inside) => (inside as JsonSchema | undefined)?.type)].join();
  return a !== undefined && b !== undefined && typeOf(a) === typeOf(b);
}

/** A value that is written in one of several ways: which, and then its fields. */
function Alternatives(props: Props) {
  const { formData, fieldPathId, onChange, registry, schema } = props;
  const { forms, labels } = optionsOf<{ forms: Form[]; labels: string[] }>(props);
  const schemas = forms.map((one) => one.schema);
  const written = formData === undefined || formData === null;
  const [picked, setPicked] = useState<number>();
  const isEmpty = written || (isObject(formData) && Object.keys(formData).length === 0);
  // An alternative that was picked and has no field filled in yet is not to be told from the data.
  const chosen = isEmpty ? picked : chosenAlternative(schemas, formData);
  const choose = (index: number | undefined) => {
    setPicked(index);
    const next = index === undefined ? undefined : schemas[index];
    if (!next) return onChange(undefined, fieldPathId.path);
    const old = chosen === undefined ? undefined : schemas[chosen];
    const kept = Object.entries(isObject(formData) ? formData : {}).filter(([name]) => areAlike(old, next, name));
    onChange({ ...Object.fromEntries(kept), ...constantsOf(next) }, fieldPathId.path);
  };
  const form = chosen === undefined ? undefined : forms[chosen];
  const constants = form ? Object.keys(constantsOf(form.schema)) : [];
  const { SchemaField } = registry.fields;
  // An item of a list has no name of its own.
  const id = schema.title ? fieldPathId.$id : `${fieldPathId.$id}__way`;
  return (
    <div className="alternatives">
      {schema.title ? null : (
        <label htmlFor={id} className="way">
          种类
        </label>
      )}
      <select
        id={id}
        value={chosen ?? ''}
        aria-describedby={describedBy(fieldPathId.$id)}
        onChange={({ target }) => choose(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">（没有写）</option>
        {labels.map((label, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
      {form &&
      SchemaField &&
      (form.schema.type !== 'object' || constants.length < Object.keys(form.schema.properties ?? {}).length) ? (
        <SchemaField
          {...props}
          key={chosen}
          schema={without(form.schema, constants) as never}
          uiSchema={{ ...form.ui, 'ui:options': { ...(form.ui['ui:options'] as object), nested: true } } as never}
        />
      ) : null}
    </div>
  );
}

/** A schema of a group without some of its fields, and without its own name, which is shown already. */
function without({ title: _, description: __, ...schema }: JsonSchema, names: readonly string[]): JsonSchema {
  if (!schema.properties) return schema;
  const left = Object.entries(schema.properties).filter(([name]) => !names.includes(name));
  return { ...schema, properties: Object.fromEntries(left) };
}

/** Values by their names, a line for each: `36: 文字`. */
function Record(props: Props) {
  const { formData, fieldPathId, onChange } = props;
  const item = props.schema.additionalProperties as JsonSchema;
  const written = Object.entries(isObject(formData) ? formData : {})
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join('、') : String(value)}`)
    .join('\n');
  const [text, setText] = useState(written);
  const readValue = (words: string): Json => {
    if (item.type === 'array')
      return words
        .split(/[、,，]/u)
        .filter((one) => one.trim() !== '')
        .map((one) => (Number.isFinite(Number(one)) ? Number(one) : one.trim()));
    return item.type === 'integer' && Number.isFinite(Number(words)) ? Number(words) : words;
  };
  const parse = (lines: string): JsonObject =>
    Object.fromEntries(
      lines
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): [string, Json] => {
          const [key = '', ...rest] = line.split(/[:：]/u);
          return [key.trim(), readValue(rest.join(':').trim())];
        }),
    );
  return (
    <>
      <GrowingText
        id={fieldPathId.$id}
        lines
        value={text}
        describedBy={describedBy(fieldPathId.$id)}
        onChange={(lines) => {
          setText(lines);
          onChange(parse(lines), fieldPathId.path);
        }}
      />
      <p className="count">一行一项，写“号: 值”；几个值用、隔开</p>
      <InnerFindings {...props} />
    </>
  );
}

export const fields = { Official, WordList, Choices, Choice, Alternatives, Record };

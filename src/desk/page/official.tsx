import type { FieldProps } from '@rjsf/utils';
import { childSchema, isObject, type Json, type JsonSchema, resolved, schemaAt } from '../core/schema-at.ts';
import { titleOf, wordsOf } from '../core/words.ts';
import { contextOf } from './context.ts';

/** Words of the document, by the names of their fields. */
function Value({ value, schema }: { value: Json; schema: JsonSchema }) {
  const inside = (key: string | number) => childSchema(schema, key, value) ?? {};
  if (Array.isArray(value))
    return (
      <ul>
        {value.map((one, at) => (
          // Official lists do not change while they are shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            <Value value={one} schema={inside(at)} />
          </li>
        ))}
      </ul>
    );
  if (isObject(value))
    return (
      <dl>
        {Object.entries(value).map(([key, one]) => (
          <div key={key}>
            <dt>{titleOf(key, inside(key))}</dt>
            <dd>
              <Value value={one} schema={inside(key)} />
            </dd>
          </div>
        ))}
      </dl>
    );
  // What is blank in the document is said.
  return <>{wordsOf(value, schema, () => undefined).join() || '（空白）'}</>;
}

/** Words of the document: shown, never a field. */
export function Official({ formData, fieldPathId, registry }: Omit<FieldProps, 'formData'> & { formData?: Json }) {
  const { schema, data } = contextOf(registry);
  return (
    <div className="official" id={fieldPathId.$id}>
      <Value value={formData} schema={resolved(schemaAt(schema, fieldPathId.path, data), formData)} />
    </div>
  );
}

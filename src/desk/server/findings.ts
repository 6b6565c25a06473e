import type { Problem } from '../../loader/problem.ts';
import { kindOf } from '../../loader/stray-files.ts';
import { type FileKind, fileKindNames, fileKinds } from '../../schema/content-types.ts';
import { jsonSchemaOf } from '../../schema/json-schema.ts';
import { fileName, type Texts } from '../core/changes.ts';
import { formData } from '../core/edit.ts';
import type { Finding } from '../core/messages.ts';
import type { JsonSchema } from '../core/schema-at.ts';
import { inFormWords, withoutFiles } from '../core/words.ts';

/** What the fields of each kind of file are. */
export const fieldsOf = Object.fromEntries(
  fileKindNames.map((kind) => [kind, jsonSchemaOf(fileKinds[kind].schema)]),
) as Record<FileKind, JsonSchema>;

/** Problems of the content as the desk tells them: by the names of its forms. */
export const findingsOf = (problems: readonly Problem[], texts: Texts): Finding[] =>
  problems.map(({ file, line, path, found, expected, mend }) => {
    const place = path.map((key) => (typeof key === 'number' ? key : String(key)));
    const kind = kindOf(file);
    const data = kind && formData(texts.get(file) ?? '', file);
    // A file that cannot be read is mended where it is written, by its own words.
    const said = (message: string) =>
      data
        ? inFormWords(
            withoutFiles(message, texts.keys(), (one) => fileName(one, texts)),
            fieldsOf[kind],
            place,
            data,
          )
        : message;
    const name = fileName(file, texts);
    return { file, name, line: line ?? 1, path: place, found: said(found), expected: said(expected), mend: said(mend) };
  });

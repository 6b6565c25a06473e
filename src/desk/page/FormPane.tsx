// Not from the package's index, which also holds what its own tests need.
import Form from '@rjsf/core/lib/components/Form.js';
import type { RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';
import type { Finding, OpenFile, Overview } from '../core/messages.ts';
import type { JsonObject } from '../core/schema-at.ts';
import { findingText } from './context.ts';
import { fields as ownFields } from './fields.tsx';
import { templates } from './templates.tsx';
import { widgets } from './widgets.tsx';

/** The check on the server finds what is wrong, in better words than a validator of schemas. */
const validator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({}),
};

/** Nothing is written for the editor that she did not write. */
const noDefaults = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
  constAsDefaults: 'never',
} as const;

// What is saved is all that was typed: the library's own button is not needed.
const noButton = () => null;
const parts = { ...templates, ButtonTemplates: { SubmitButton: noButton } };

interface Props {
  open: OpenFile;
  /** Counts what replaced the form’s words from elsewhere. */
  turn: number;
  data: JsonObject;
  findings: readonly Finding[];
  remarks: readonly Finding[];
  choices: Overview['choices'];
  onChange: (data: JsonObject) => void;
}

/** The fields of a file, its body, and what the check finds in the file. */
export function FormPane({ open, turn, data, findings, remarks, choices, onChange }: Props) {
  const { file, form, fields = {}, body, text, plan } = open;
  const own = findings.filter((one) => one.file === file);
  const ofFile = own.filter(({ path }) => path.length === 0);
  const notice =
    ofFile.length > 0 ? (
      <ul className="of-file">
        {ofFile.map((one) => (
          <li key={`${one.line}${one.found}`} className="finding">
            第{one.line}行：{findingText(one)}
          </li>
        ))}
      </ul>
    ) : null;
  if (!form) return <pre className="text">{text}</pre>;
  if (!open.data)
    return (
      <div>
        <p className="finding">
          这个文件现在读不出来，编辑台不改它，以免丢字。请照下面说的，在 VS Code 或记事本里改好，再回到这里。
        </p>
        {notice}
        <pre className="text">{text}</pre>
      </div>
    );
  return (
    <>
      {notice}
      {open.isUntidy ? (
        <p className="help">
          这个文件的写法（字段次序、引号、空行）还没有整理。保存时会一并整理，没有改过的行也可能动，内容不变。
        </p>
      ) : null}
      <Form
        // A form of another file, or of the file as it is after 撤销, begins anew; after 保存 the cursor stays where it was.
        key={`${file} ${turn}`}
        tagName="div"
        schema={form.schema as RJSFSchema}
        uiSchema={form.ui as UiSchema}
        formData={data}
        formContext={{
          data,
          schema: fields,
          findings: own,
          remarks: remarks.filter((one) => one.file === file),
          choices,
          plan,
        }}
        validator={validator}
        fields={ownFields as never}
        widgets={widgets}
        showErrorList={false}
        experimental_defaultFormStateBehavior={noDefaults}
        onChange={({ formData }) => onChange(formData ?? {})}
        templates={parts}
      />
      {body ? (
        <details className="body" open>
          <summary>
            正文<span className="mark">原文</span>
          </summary>
          <pre>{body}</pre>
        </details>
      ) : null}
    </>
  );
}

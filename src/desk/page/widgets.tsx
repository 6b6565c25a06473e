import type { WidgetProps } from '@rjsf/utils';
import { asSeen } from './drafts.ts';

interface GrowingTextProps {
  id: string;
  value: string;
  describedBy: string;
  onChange: (value: string) => void;
  /** Whether line ends are kept; a text of one line takes none. */
  lines?: boolean;
  required?: boolean | undefined;
}

/** A text that is as high as what stands in it. */
export function GrowingText({ id, value, describedBy, onChange, lines = false, required }: GrowingTextProps) {
  return (
    <div className="growing" data-text={`${value}\n`}>
      <textarea
        id={id}
        rows={1}
        value={value}
        aria-describedby={describedBy}
        aria-required={required}
        spellCheck={false}
        onKeyDown={(event) => {
          if (!lines && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onChange={({ target }) => {
          const seen = asSeen(target.value, lines);
          onChange(lines ? seen : seen.replaceAll(/[\r\n]+/gu, ''));
        }}
      />
    </div>
  );
}

/** A text of one line, which may be long. */
function TextWidget({ id, value, onChange, required }: WidgetProps) {
  return (
    <GrowingText
      id={id}
      value={typeof value === 'string' ? value : String(value ?? '')}
      describedBy={`${id}__help ${id}__findings`}
      required={required}
      onChange={(written) => onChange(written === '' ? undefined : written)}
    />
  );
}

/** An address, a day or a number, with the browser's own help. */
function LineWidget({ id, value, onChange, required, type }: WidgetProps & { type: string }) {
  return (
    <input
      id={id}
      type={type}
      value={value ?? ''}
      aria-describedby={`${id}__help ${id}__findings`}
      aria-required={required}
      onChange={({ target }) => onChange(asSeen(target.value, false) || undefined)}
    />
  );
}

const URLWidget = (props: WidgetProps) => <LineWidget {...props} type="url" />;
const DateWidget = (props: WidgetProps) => <LineWidget {...props} type="date" />;

function CheckboxWidget({ id, value, label, onChange }: WidgetProps) {
  return (
    <label className="check">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        aria-describedby={`${id}__help ${id}__findings`}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}

function SelectWidget({ id, value, options, onChange, required }: WidgetProps) {
  return (
    <select
      id={id}
      value={typeof value === 'string' ? value : ''}
      aria-describedby={`${id}__help ${id}__findings`}
      aria-required={required}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      <option value="">（没有写）</option>
      {options.enumOptions?.map((one) => (
        <option key={String(one.value)} value={String(one.value)}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

export const widgets = {
  TextWidget,
  URLWidget,
  DateWidget,
  CheckboxWidget,
  SelectWidget,
};

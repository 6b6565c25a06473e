import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Done } from '../core/messages.ts';

/** What every window can do with the desk behind it. */
export interface Behind {
  /** What could not be done: said inside the window, as what is behind it is out of reach. */
  failure: string;
  close(): void;
  /** Closes the window and opens a file. */
  open(file: string): void;
  /** Tries something: what failed before is no longer said. With an answer that something was done, the window closes. */
  attempt<Answer>(asked: Promise<Answer>, then?: (answer: Answer) => void): Promise<void>;
  done(answer: Done): void;
}

export const DeskBehind = createContext<Behind | undefined>(undefined);

export function useDeskBehind(): Behind {
  const behind = useContext(DeskBehind);
  if (!behind) throw new Error('A window stands above a desk.');
  return behind;
}

interface Props {
  title: string;
  onClose?: () => void;
  children: ReactNode;
}

/** A window above the desk; Escape and 关闭 close it. */
export function Dialog({ title, onClose, children }: Props) {
  const { failure, close } = useDeskBehind();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose ?? close}>
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          关闭
        </button>
      </header>
      {failure ? (
        <p className="finding" role="alert">
          {failure}
        </p>
      ) : null}
      {children}
    </dialog>
  );
}

interface FormProps {
  /** What the button says. */
  action: string;
  isDisabled?: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** What is asked for in a window, and the button that does it. */
export function DialogForm({ action, isDisabled = false, onSubmit, children }: FormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <p className="tools">
        <button type="submit" disabled={isDisabled}>
          {action}
        </button>
      </p>
    </form>
  );
}

interface AskedProps {
  id: string;
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** What it is chosen among. */
  options?: readonly { value: string; label: string }[];
  pattern?: string;
  isNumber?: boolean;
}

/** One thing that a window asks for. */
export function Asked({ id, label, help, value, onChange, options, isNumber = false, ...rest }: AskedProps) {
  const field = { id, value, onChange: ({ target }: { target: { value: string } }) => onChange(target.value) };
  const described = help ? { 'aria-describedby': `${id}-help` } : {};
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {help ? (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {options ? (
        <select {...field} {...described}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : (
        // The browser shows its title where the pattern is not met.
        <input
          {...field}
          {...described}
          {...rest}
          title={rest.pattern && help}
          {...(isNumber && { type: 'number', min: 1 })}
          required
        />
      )}
    </>
  );
}

/** The id of a new file or plan, by which its pages are addressed. */
export function AskedId({
  example,
  ...rest
}: {
  id: string;
  value: string;
  onChange: (value: string) => void;
  example: string;
}) {
  const help = `小写字母、数字和连字符，例如 ${example}；它是网址的一部分，发布以后不要改。`;
  return <Asked label="编号" help={help} pattern="[a-z0-9]+(-[a-z0-9]+)*" {...rest} />;
}

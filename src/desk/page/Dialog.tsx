import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

/** What could not be done: said inside the window, as what is behind it is out of reach. */
export const Failure = createContext('');

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A window above the desk; Escape and 关闭 close it. */
export function Dialog({ title, onClose, children }: Props) {
  const failure = useContext(Failure);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose}>
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

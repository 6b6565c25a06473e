import { useEffect, useState } from 'react';
import type { ChangesAnswer, Done } from '../core/messages.ts';
import { get, post } from './api.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  git: boolean;
  /** Whether something typed is not saved. */
  hasDrafts: boolean;
  onOpen: (file: string) => void;
  onDone: (done: Done) => void;
  onClose: () => void;
  onError: (error: unknown) => void;
}

/** What was changed, in words; where there is Git, it can be committed with a sentence. */
export function ChangesDialog({ git, hasDrafts, onOpen, onDone, onClose, onError }: Props) {
  const [answer, setAnswer] = useState<ChangesAnswer>();
  const [message, setMessage] = useState('');
  useEffect(() => {
    get<ChangesAnswer>('changes').then(setAnswer, onError);
  }, [onError]);
  const { since, changes = [] } = answer ?? {};
  return (
    <Dialog title="我改了什么" onClose={onClose}>
      {hasDrafts ? <p className="finding">有的修改还没有保存，不在下面；先点“保存”。</p> : null}
      <p>{since === 'git' ? '和上次保存到版本库的相比：' : '和打开编辑台时相比：'}</p>
      {answer && changes.length === 0 ? <p>没有改动。</p> : null}
      <ul className="changes">
        {changes.map(({ file, text }) => (
          <li key={file + text}>
            <button type="button" className="link" onClick={() => onOpen(file)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      {git && changes.length > 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            post<Done>('commit', { message }).then(onDone, onError);
          }}
        >
          <label htmlFor="commit-message">保存到版本库：写一句改了什么</label>
          <input
            id="commit-message"
            required
            placeholder="例如：补上两个单位的联系方式"
            value={message}
            onChange={({ target }) => setMessage(target.value)}
          />
          <p className="tools">
            <button type="submit">保存到版本库</button>
          </p>
        </form>
      ) : null}
    </Dialog>
  );
}

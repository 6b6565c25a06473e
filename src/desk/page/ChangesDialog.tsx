import { useEffect, useState } from 'react';
import type { ChangesAnswer, Done } from '../core/messages.ts';
import { get, post } from './api.ts';
import { Asked, Dialog, DialogForm, useDeskBehind } from './Dialog.tsx';

interface Props {
  git: boolean;
  /** Whether something typed is not saved. */
  hasDrafts: boolean;
}

/** What was changed, in words; where there is Git, it can be committed with a sentence. */
export function ChangesDialog({ git, hasDrafts }: Props) {
  const { open, attempt, done } = useDeskBehind();
  const [answer, setAnswer] = useState<ChangesAnswer>();
  const [message, setMessage] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the window is opened
  useEffect(() => {
    attempt(get<ChangesAnswer>('changes'), setAnswer);
  }, []);
  const { since, changes = [] } = answer ?? {};
  return (
    <Dialog title="我改了什么">
      {hasDrafts ? <p className="finding">有的修改还没有保存，不在下面；先点“保存”。</p> : null}
      {answer ? <p>{since === 'git' ? '和上次保存到版本库的相比：' : '和打开编辑台时相比：'}</p> : null}
      {answer && changes.length === 0 ? <p>没有改动。</p> : null}
      <ul className="changes">
        {changes.map(({ file, text }) => (
          <li key={file + text}>
            <button type="button" className="link" onClick={() => open(file)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      {git && changes.length > 0 ? (
        <DialogForm action="保存到版本库" onSubmit={() => attempt(post<Done>('commit', { message }), done)}>
          <Asked
            id="commit-message"
            label="保存到版本库：写一句改了什么"
            placeholder="例如：补上两个单位的联系方式"
            value={message}
            onChange={setMessage}
          />
        </DialogForm>
      ) : null}
    </Dialog>
  );
}

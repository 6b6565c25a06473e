import { useState } from 'react';
import type { Done, ImportAnswer } from '../core/messages.ts';
import { post, upload } from './api.ts';
import { AskedId, Dialog, DialogForm, useDeskBehind } from './Dialog.tsx';

/** A document is chosen or was dropped on the desk, its report read, and the draft accepted. */
export function ImportDialog({ dropped }: { dropped: File | undefined }) {
  const { attempt, close, done } = useDeskBehind();
  const [id, setId] = useState('');
  const [chosen, setChosen] = useState<File>();
  const [answer, setAnswer] = useState<ImportAnswer>();
  const [isReading, setReading] = useState(false);
  const file = chosen ?? dropped;
  const read = () => {
    if (!file) return;
    setReading(true);
    attempt(upload<ImportAnswer>('import', { name: file.name, id }, file), setAnswer).finally(() => setReading(false));
  };
  if (answer)
    return (
      <Dialog title="导入报告">
        <p>还没有写进手册。看过报告再决定；收下以后也可以撤销。报告会存成草稿里的 import-report.md，照着做。</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <pre className="text" tabIndex={0}>
          {answer.report}
        </pre>
        <p className="tools">
          <button type="button" onClick={() => attempt(post<Done>('accept'), done)}>
            收下（{answer.files} 个文件）
          </button>
          <button type="button" className="quiet" onClick={close}>
            不收
          </button>
        </p>
      </Dialog>
    );
  return (
    <Dialog title="导入一份文件">
      <DialogForm action={isReading ? '正在读……' : '读这份文件'} isDisabled={!file || isReading} onSubmit={read}>
        <div className="drop">
          <label htmlFor="import-file">把收到的文件拖到这里，或点这里选：.docx、.txt、.md</label>
          <input
            id="import-file"
            type="file"
            accept=".docx,.txt,.md"
            onChange={({ target }) => setChosen(target.files?.[0])}
          />
          {file ? <p>选好了：{file.name}</p> : null}
        </div>
        <AskedId id="import-id" value={id} onChange={setId} example="2026-business-environment" />
      </DialogForm>
    </Dialog>
  );
}

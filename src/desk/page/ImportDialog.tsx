import { useState } from 'react';
import type { Done, ImportAnswer } from '../core/messages.ts';
import { post, upload } from './api.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  /** Before something is tried: what failed before is no longer said. */
  onTry: () => void;
  onDone: (done: Done) => void;
  onClose: () => void;
  onError: (error: unknown) => void;
}

/** A document is dropped, its report read, and the draft accepted. */
export function ImportDialog({ onTry, onDone, onClose, onError }: Props) {
  const [id, setId] = useState('');
  const [file, setFile] = useState<File>();
  const [answer, setAnswer] = useState<ImportAnswer>();
  const [isReading, setReading] = useState(false);
  const read = () => {
    if (!file) return;
    onTry();
    setReading(true);
    upload<ImportAnswer>('import', { name: file.name, id }, file)
      .then(setAnswer, onError)
      .finally(() => setReading(false));
  };
  if (answer)
    return (
      <Dialog title="导入报告" onClose={onClose}>
        <p>还没有写进手册。看过报告再决定；收下以后也可以撤销。报告会存成草稿里的 import-report.md，照着做。</p>
        <pre className="text">{answer.report}</pre>
        <p className="tools">
          <button type="button" onClick={() => post<Done>('accept').then(onDone, onError)}>
            收下（{answer.files} 个文件）
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            不收
          </button>
        </p>
      </Dialog>
    );
  return (
    <Dialog title="导入一份文件" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          read();
        }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside takes a file without a mouse */}
        <div
          className="drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            setFile(event.dataTransfer.files[0]);
          }}
        >
          <label htmlFor="import-file">把收到的文件拖到这里，或点这里选：.docx、.txt、.md</label>
          <input
            id="import-file"
            type="file"
            accept=".docx,.txt,.md"
            onChange={({ target }) => setFile(target.files?.[0])}
          />
          {file ? <p>选好了：{file.name}</p> : null}
        </div>
        <label htmlFor="import-id">编号</label>
        <p className="help">
          小写字母、数字和连字符，例如 2026-business-environment；它是网址的一部分，发布以后不要改。
        </p>
        <input
          id="import-id"
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          value={id}
          onChange={({ target }) => setId(target.value)}
        />
        <p className="tools">
          <button type="submit" disabled={!file || isReading}>
            {isReading ? '正在读……' : '读这份文件'}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

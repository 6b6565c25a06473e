import { useEffect, useState } from 'react';
import type { OpenFile, PreviewAnswer } from '../core/messages.ts';
import { get } from './api.ts';

/** Time in milliseconds between two questions whether the site is there. */
const pause = 1000;

interface Props {
  open: OpenFile | undefined;
  /** Whether what is typed passes the check, and so is what the page shows. */
  isShown: boolean;
}

/** The page that shows the file, as it would be with what is being typed. */
export function PreviewPane({ open, isShown }: Props) {
  const [preview, setPreview] = useState<PreviewAnswer>();
  const [path, setPath] = useState<string>();
  const { state, origin } = preview ?? {};
  useEffect(() => {
    if (state === 'ready' || state === 'off' || state === 'failed') return;
    const ask = () => get<PreviewAnswer>('preview').then(setPreview, () => {});
    if (state === undefined) ask();
    const timer = setInterval(ask, pause);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(() => {
    if (open)
      get<{ path: string }>('page', { file: open.file }).then(
        (answer) => setPath(answer.path),
        () => {},
      );
  }, [open]);
  const address = state === 'ready' && path !== undefined ? `${origin}${path}` : undefined;
  return (
    <section className="preview" aria-label="页面预览">
      <header>
        <h2>页面</h2>
        {address ? (
          <a href={address} target="_blank" rel="noreferrer">
            在新窗口打开
          </a>
        ) : null}
      </header>
      <p className="state" role="status">
        {state === 'starting' || state === undefined ? '正在准备页面……' : null}
        {state === 'failed' ? '页面没有开起来：编辑台的窗口里有原因。不影响修改和检查。' : null}
        {state === 'off' ? '这次没有开预览。' : null}
        {state === 'ready'
          ? isShown
            ? '页面是你正在写的样子，包括还没有保存的。'
            : '有没有改好的问题，页面停在上一次没有问题的样子。'
          : null}
      </p>
      {address ? <iframe key={address} src={address} title="页面预览" /> : null}
    </section>
  );
}

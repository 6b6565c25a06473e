import { useEffect, useState } from 'react';
import type { CheckAnswer, OpenFile, PageAnswer, PreviewAnswer } from '../core/messages.ts';
import { get } from './api.ts';

/** Time in milliseconds between two questions whether the site is there. */
const pause = 1000;

interface Props {
  open: OpenFile | undefined;
  /** What the check said last: with it what the page shows may be another. */
  check: CheckAnswer | undefined;
}

/** What the page beside the form is, in truth. */
function stateOf(preview: PreviewAnswer['state'] | undefined, page: PageAnswer | undefined, passes: boolean): string {
  if (preview === 'failed') return '页面没有开起来：编辑台的窗口里有原因。不影响修改和检查。';
  if (preview === 'off') return '这次没有开预览。';
  if (preview !== 'ready' || !page) return '正在准备页面……';
  if (!page.isThere) return '还没有页面：检查通过以后才有。';
  return passes ? '页面是你正在写的样子，包括还没有保存的。' : '有没有改好的问题，页面停在上一次没有问题的样子。';
}

/** The page that shows the file, as it would be with what is being typed; without a page, what says how to get to one. */
export function PreviewPane({ open, check }: Props) {
  const [preview, setPreview] = useState<PreviewAnswer>();
  const [page, setPage] = useState<PageAnswer>();
  const { state, origin } = preview ?? {};
  useEffect(() => {
    if (state === 'ready' || state === 'off' || state === 'failed') return;
    const ask = () => get<PreviewAnswer>('preview').then(setPreview, () => {});
    if (state === undefined) ask();
    const timer = setInterval(ask, pause);
    return () => clearInterval(timer);
  }, [state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what passes the check may be a page from then on
  useEffect(() => {
    let isWanted = true;
    if (open)
      get<PageAnswer>('page', { file: open.file }).then(
        (answer) => isWanted && setPage(answer),
        () => {},
      );
    return () => {
      isWanted = false;
    };
  }, [open, check]);
  const address = state === 'ready' && page?.isThere ? `${origin}${page.path}` : undefined;
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
        {stateOf(state, page, check?.findings.length === 0)}
        {page?.report ? '先照下面的导入报告做。' : null}
      </p>
      {address ? <iframe key={address} src={address} title="页面预览" /> : null}
      {page?.report ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <pre className="text report" tabIndex={0}>
          {page.report}
        </pre>
      ) : null}
    </section>
  );
}

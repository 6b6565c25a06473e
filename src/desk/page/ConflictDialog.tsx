import { diffLines } from 'diff';
import type { Conflict } from '../core/messages.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  conflicts: readonly Conflict[];
  /** Takes the file as it is now, with the editor's changes on it or without. */
  onSettle: (file: string, keepsMine: boolean) => void;
  onClose: () => void;
}

/** A version with the lines marked that the other has not. */
function Version({ text, other, title }: { text: string; other: string; title: string }) {
  const parts = diffLines(other, text).filter(({ removed }) => !removed);
  return (
    <section>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <pre className="text" tabIndex={0}>
        {parts.map(({ value, added }, at) =>
          added ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts do not change while they are shown
            <mark key={at}>{value}</mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span key={at}>{value}</span>
          ),
        )}
      </pre>
    </section>
  );
}

/** What happened to a file, and what can be done; each cause has its own choices. */
function Case({ conflict, onSettle }: { conflict: Conflict; onSettle: Props['onSettle'] }) {
  const { file, name, cause } = conflict;
  const choices = (keep: string | undefined, drop: string) => (
    <p className="tools">
      {keep ? (
        <button type="button" onClick={() => onSettle(file, true)}>
          {keep}
        </button>
      ) : null}
      <button type="button" className="quiet" onClick={() => onSettle(file, false)}>
        {drop}
      </button>
    </p>
  );
  if (cause === 'gone')
    return (
      <article>
        <h3>{name}：文件不在了</h3>
        <p>你打开以后，它在别的地方删去或改了名。你的修改还在这里。</p>
        {choices(
          conflict.mine === undefined ? undefined : '恢复这个文件，保留我的修改',
          '不要这个文件了，放弃我的修改',
        )}
      </article>
    );
  if (cause === 'broken')
    return (
      <article>
        <h3>{name}：文件现在读不出来</h3>
        <p>
          你打开以后，它在别的地方改过，写法有错。要保留你的修改，先关闭这个窗口，在别的程序里把它改好，再点“保存”。
        </p>
        <Version title="文件现在的样子" text={conflict.disk} other={conflict.disk} />
        {choices(undefined, '放弃我的修改')}
      </article>
    );
  return (
    <article>
      <h3>{name}：别的地方也改了</h3>
      <p>你打开以后，它在别的地方改过。如果只写你的一版，与现在的文件相比会有这些不同：</p>
      <ul>
        {conflict.changes.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className="versions">
        <Version title="文件现在的样子" text={conflict.disk} other={conflict.mine} />
        <Version title="你的一版" text={conflict.mine} other={conflict.disk} />
      </div>
      {choices('两边都要：把我的修改放到现在的文件上', '用现在的文件，放弃我的修改')}
    </article>
  );
}

/** Files that are no longer as they were opened: nothing was written, and the editor says what is to be done with each. */
export function ConflictDialog({ conflicts, onSettle, onClose }: Props) {
  return (
    <Dialog title="还没有保存" onClose={onClose}>
      <p>
        {conflicts.length > 1 ? `有 ${conflicts.length} 个文件` : '有一个文件'}
        和你打开时不一样了，所以什么也没有写。请选怎样办：
      </p>
      {conflicts.map((one) => (
        <Case key={one.file} conflict={one} onSettle={onSettle} />
      ))}
    </Dialog>
  );
}

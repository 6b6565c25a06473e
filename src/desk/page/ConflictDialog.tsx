import { diffLines } from 'diff';
import type { Conflict } from '../core/messages.ts';
import { Dialog } from './Dialog.tsx';

interface Props {
  conflicts: readonly Conflict[];
  onTheirs: (file: string) => void;
  onBoth: (file: string) => void;
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

/** A file changed underneath: both versions, and what can be done. */
export function ConflictDialog({ conflicts, onTheirs, onBoth, onClose }: Props) {
  return (
    <Dialog title="别的地方也改了" onClose={onClose}>
      <p>你打开以后，下面的文件又在别的地方改过。什么也没有写，两边的修改都还在。请选一种：</p>
      {conflicts.map(({ file, name, disk, mine, changes }) => (
        <article key={file}>
          <h3>{name}</h3>
          {disk === undefined || mine === undefined ? (
            <p>
              {disk === undefined ? '这个文件已经删去或改了名。' : '这个文件现在读不出来。'}
              要保留你的修改，先点“关闭”，在别的程序里把文件恢复好，再点“保存”。
            </p>
          ) : (
            <>
              <p>只写你的一版，与现在的文件相比会有这些不同：</p>
              <ul>
                {changes.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              <div className="versions">
                <Version title="文件现在的样子" text={disk} other={mine} />
                <Version title="你的一版" text={mine} other={disk} />
              </div>
            </>
          )}
          <p className="tools">
            {mine === undefined ? null : (
              <button type="button" onClick={() => onBoth(file)}>
                两边都要：把我的修改放到现在的文件上
              </button>
            )}
            <button type="button" className="quiet" onClick={() => onTheirs(file)}>
              {disk === undefined ? '放弃我的修改' : '用现在的文件，放弃我的修改'}
            </button>
          </p>
        </article>
      ))}
    </Dialog>
  );
}

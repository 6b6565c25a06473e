import { useState } from 'react';
import type { Finding, OpenFile, Overview } from '../core/messages.ts';

interface Props {
  files: Overview['files'];
  current: OpenFile | undefined;
  drafts: readonly string[];
  findings: readonly Finding[];
  onOpen: (file: string) => void;
}

/** All that can be edited, under its headings, with what is not saved and what is wrong. */
export function FileList({ files, current, drafts, findings, onOpen }: Props) {
  const [sought, setSought] = useState('');
  /** Where the window is narrow, the list makes way for the form. */
  const [isUnfolded, setUnfolded] = useState(false);
  const shown = files.filter(
    ({ name, also, file, group }) => sought === '' || [group, name, also, file].join('\n').includes(sought),
  );
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <nav aria-label="内容">
      <button
        type="button"
        className="unfold"
        aria-expanded={isUnfolded}
        aria-controls="files"
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {isUnfolded ? '收起' : '换一个文件'}
        {current && !isUnfolded ? `（现在：${current.name}）` : ''}
      </button>
      <div id="files" className={isUnfolded ? undefined : 'is-folded'}>
        <input
          type="search"
          aria-label="找要改的内容"
          placeholder="找要改的内容"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        {groups.map((group) => (
          <details key={group} open={sought !== '' || undefined || group !== '单位'}>
            <summary>{group}</summary>
            <ul>
              {shown
                .filter((one) => one.group === group)
                .map(({ file, name }) => {
                  const wrong = findings.filter((one) => one.file === file).length;
                  return (
                    <li key={file}>
                      <button
                        type="button"
                        aria-current={file === current?.file ? 'true' : undefined}
                        onClick={() => {
                          setUnfolded(false);
                          onOpen(file);
                        }}
                      >
                        <span className="name" title={name}>
                          {name.replace(/^(?:单位|分类|文件)“(.*)”$/u, '$1')}
                        </span>
                        {drafts.includes(file) ? <span className="draft">没有保存</span> : null}
                        {wrong > 0 ? <span className="wrong">{wrong}</span> : null}
                      </button>
                    </li>
                  );
                })}
            </ul>
          </details>
        ))}
      </div>
    </nav>
  );
}

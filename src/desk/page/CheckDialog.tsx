import type { Finding } from '../core/messages.ts';
import { findingText } from './context.ts';
import { Dialog, useDeskBehind } from './Dialog.tsx';

interface ListProps {
  className?: string;
  findings: readonly Finding[];
  onOpen: (file: string) => void;
}

/** Findings with the way to their files. */
export function FindingList({ className = 'finding', findings, onOpen }: ListProps) {
  return (
    <ul>
      {findings.map((one) => (
        <li key={`${one.file}${one.line}${one.path.join()}${one.found}`}>
          <button type="button" className="link" onClick={() => onOpen(one.file)}>
            {one.name}，第{one.line}行
          </button>
          <p className={className}>{findingText(one)}</p>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  findings: readonly Finding[];
  remarks: readonly Finding[];
  skipped: number;
  summary: string;
  onAgain: () => void;
}

/** All that the check says of the content as it would be with what is typed. */
export function CheckDialog({ findings, remarks, skipped, summary, onAgain }: Props) {
  const { open } = useDeskBehind();
  return (
    <Dialog title="检查">
      {findings.length === 0 ? (
        <pre className="summary">{summary}</pre>
      ) : (
        <>
          <p>
            {findings.length} 处问题{skipped > 0 ? `；还有 ${skipped} 条规则要等这些改好才能查` : ''}。
          </p>
          <FindingList findings={findings} onOpen={open} />
        </>
      )}
      {remarks.length > 0 ? (
        <>
          <p>提醒 {remarks.length} 处，不影响发布：</p>
          <FindingList className="remark" findings={remarks} onOpen={open} />
        </>
      ) : null}
      <p className="tools">
        <button type="button" onClick={onAgain}>
          再查一遍
        </button>
      </p>
    </Dialog>
  );
}

import { useEffect, useRef, useState } from 'react';
import { ChangesDialog } from './ChangesDialog.tsx';
import { CheckDialog, FindingList } from './CheckDialog.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { type Behind, DeskBehind } from './Dialog.tsx';
import { FileList } from './FileList.tsx';
import { FormPane } from './FormPane.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NewDialog } from './NewDialog.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { useDesk } from './use-desk.ts';

type Window = 'new' | 'import' | 'changes' | 'check';

/** The desk: what can be edited, its form, its page, and what can be done. */
export function App() {
  const desk = useDesk();
  const { overview, open, drafts, check, conflicts, notice } = desk;
  const [dialog, setDialog] = useState<Window>();
  const [dropped, setDropped] = useState<File>();
  const form = useRef<HTMLElement>(null);
  const show = (one: Window) => {
    desk.forgetNotice();
    setDialog(one);
  };
  const close = () => {
    setDialog(undefined);
    setDropped(undefined);
  };
  /** Opens a file for whoever works by the keyboard, too: the form is what comes next. */
  const turnTo = (file: string) => {
    desk.load(file);
    form.current?.focus();
  };
  const count = check?.findings.length ?? 0;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      desk.save();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk.save]);

  // A document can be dropped anywhere: the browser would open it in place of the desk.
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      setDropped(file);
      setDialog('import');
    };
    addEventListener('dragover', onDrag);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDrag);
      removeEventListener('drop', onDrop);
    };
  }, []);

  if (!overview) return <p className="opening">{notice ? notice.text : '正在打开编辑台……'}</p>;
  const behind: Behind = {
    failure: notice?.isError ? notice.text : '',
    close,
    open(file) {
      close();
      turnTo(file);
    },
    attempt(asked, then) {
      desk.forgetNotice();
      return asked.then(then, desk.onError).then(() => {});
    },
    done(answer) {
      close();
      desk.done(answer);
    },
  };
  const typed = open && drafts.get(open.file);
  const elsewhere = check?.findings.filter((one) => one.file !== open?.file) ?? [];
  const isStale = open && check?.changed.includes(open.file);
  const state = desk.isChecking ? '正在检查……' : count > 0 ? `检查：${count} 处问题` : '检查通过';
  return (
    <>
      <button type="button" className="skip" onClick={() => form.current?.focus()}>
        跳到要填的地方
      </button>
      <header className="bar">
        <h1>编辑台</h1>
        <button type="button" onClick={() => show('new')}>
          新建
        </button>
        <button type="button" onClick={() => show('import')}>
          导入
        </button>
        <button type="button" className={count > 0 ? 'has-wrong' : undefined} onClick={() => show('check')}>
          {state}
        </button>
        <button type="button" onClick={desk.format}>
          整理
        </button>
        <button type="button" onClick={desk.undo} disabled={!overview.undo} title={overview.undo ?? '没有可以撤销的'}>
          撤销
        </button>
        <button type="button" onClick={() => show('changes')}>
          我改了什么
        </button>
        <button type="button" className="main" disabled={drafts.size === 0} onClick={desk.save}>
          保存{drafts.size > 1 ? `（${drafts.size} 个文件）` : ''}
        </button>
      </header>
      <p className={notice?.isError ? 'notice is-error' : 'notice'} role={notice?.isError ? 'alert' : 'status'}>
        {notice?.text}
      </p>
      <div className="columns">
        <FileList
          files={overview.files}
          current={open}
          drafts={[...drafts.keys()]}
          findings={check?.findings ?? []}
          onOpen={turnTo}
        />
        <main id="form" tabIndex={-1} ref={form}>
          {open ? (
            <>
              <h2>{open.name}</h2>
              <p className="path">
                {overview.folder}/{open.file}
              </p>
              {isStale ? (
                <p className="finding">你打开以后，这个文件又在别的地方改过。点“保存”，编辑台会给你看两边的不同。</p>
              ) : null}
              <FormPane
                open={open}
                turn={desk.turn}
                data={typed?.data ?? open.data ?? {}}
                findings={check?.findings ?? []}
                remarks={check?.remarks ?? []}
                choices={overview.choices}
                onChange={desk.change}
              />
            </>
          ) : (
            <p>内容文件夹是空的：点“新建”开始一本手册，再点“导入”放进收到的文件。</p>
          )}
          {elsewhere.length > 0 ? (
            <section className="elsewhere">
              <h3>别的地方的问题（{elsewhere.length}）</h3>
              <FindingList findings={elsewhere} onOpen={turnTo} />
            </section>
          ) : null}
        </main>
        <PreviewPane open={open} check={check} />
      </div>
      <DeskBehind.Provider value={behind}>
        {dialog === 'new' ? <NewDialog plans={overview.choices.plans} /> : null}
        {dialog === 'import' ? <ImportDialog dropped={dropped} /> : null}
        {dialog === 'changes' ? <ChangesDialog git={overview.git} hasDrafts={drafts.size > 0} /> : null}
        {dialog === 'check' ? (
          <CheckDialog
            findings={check?.findings ?? []}
            remarks={check?.remarks ?? []}
            skipped={check?.skipped ?? 0}
            summary={check?.summary ?? ''}
            onAgain={desk.recheck}
          />
        ) : null}
        {conflicts.length > 0 ? (
          <ConflictDialog conflicts={conflicts} onSettle={desk.settle} onClose={desk.dropConflicts} />
        ) : null}
      </DeskBehind.Provider>
    </>
  );
}

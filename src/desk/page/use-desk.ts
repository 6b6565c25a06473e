import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckAnswer, Conflict, Done, Draft, OpenFile, Overview, Rebased, SaveAnswer } from '../core/messages.ts';
import type { JsonObject } from '../core/schema-at.ts';
import { get, post, Refused } from './api.ts';
import { differs, type Typed } from './drafts.ts';

/** Time in milliseconds after the last key before the check runs. */
const settleTime = 300;

/** Time in milliseconds between two looks whether files changed underneath. */
const lookTime = 10_000;

/** What the desk says about what was done, or could not be. */
export interface Notice {
  isError: boolean;
  text: string;
}

const fileInAddress = () => decodeURIComponent(location.hash.slice(2));

/** Everything that the desk holds, and what can be done with it. */
export function useDesk() {
  const [overview, setOverview] = useState<Overview>();
  const [open, setOpen] = useState<OpenFile>();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Typed>>(new Map());
  const [check, setCheck] = useState<CheckAnswer>();
  const [isChecking, setChecking] = useState(false);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [notice, setNotice] = useState<Notice>();
  const asked = useRef(0);
  const latest = useRef(drafts);
  /** The file that was asked for last: another that arrives later was overtaken. */
  const wanted = useRef('');
  /** What stands in the form, and how often it was replaced by something else than what was typed there. */
  const shown = useRef<JsonObject>({});
  const [turn, setTurn] = useState(0);
  const saving = useRef(Promise.resolve());
  latest.current = drafts;

  const onError = useCallback((error: unknown) => {
    setNotice({ isError: true, text: error instanceof Refused ? error.message : `编辑台出错了：${String(error)}` });
  }, []);

  const toSend = useCallback(
    (): Draft[] => [...latest.current].map(([file, { hash, data }]) => ({ file, hash, data })),
    [],
  );

  const runCheck = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    setChecking(true);
    try {
      const answer = await post<CheckAnswer>('check', { drafts: toSend() });
      // An answer that was overtaken says nothing of what stands there now.
      if (turn === asked.current) setCheck(answer);
    } catch (error) {
      onError(error);
    } finally {
      if (turn === asked.current) setChecking(false);
    }
  }, [toSend, onError]);

  const load = useCallback(async (file: string) => {
    wanted.current = file;
    const loaded = await get<OpenFile>('file', { file });
    if (wanted.current !== file) return;
    const data = latest.current.get(file)?.data ?? loaded.data ?? {};
    if (differs(data, shown.current)) setTurn((before) => before + 1);
    shown.current = data;
    setOpen(loaded);
    history.replaceState(null, '', `#/${encodeURIComponent(file)}`);
  }, []);

  const refresh = useCallback(async () => {
    const fresh = await get<Overview>('overview');
    setOverview(fresh);
    return fresh;
  }, []);

  /** After the files have changed: the list, the open file, the findings. */
  const reload = useCallback(
    async (file?: string) => {
      const fresh = await refresh();
      const known = (one: string | undefined) => fresh.files.find((item) => item.file === one)?.file;
      const next = known(file) ?? known(wanted.current) ?? fresh.files[0]?.file;
      if (next) await load(next);
      await runCheck();
    },
    [refresh, load, runCheck],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the desk is opened
  useEffect(() => {
    reload(fileInAddress()).catch(onError);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of what is typed
  useEffect(() => {
    if (!overview) return;
    const timer = setTimeout(runCheck, settleTime);
    return () => clearTimeout(timer);
  }, [drafts]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.size === 0) return;
      event.preventDefault();
      // Chromium before 119 and Safari ask only where this is set.
      Object.assign(event, { returnValue: true });
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  /** Shows a file that changed on the disk while nothing of it was being typed; of one that is, the editor is told. */
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const fresh = await refresh();
      const now = fresh.files.find((one) => one.file === open?.file);
      if (!open || now?.hash === open.hash) return;
      if (!latest.current.has(open.file)) await reload();
      else await runCheck();
    };
    const quietly = () => void look().catch(() => {});
    const timer = setInterval(quietly, lookTime);
    addEventListener('focus', quietly);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', quietly);
    };
  }, [open, refresh, reload, runCheck]);

  const change = useCallback(
    (data: JsonObject) => {
      if (!open?.data) return;
      const { file, hash, data: base } = open;
      shown.current = data;
      setDrafts((before) => {
        const known = before.get(file) ?? { hash, base };
        const next = new Map(before);
        if (differs(data, known.base)) next.set(file, { ...known, data });
        else next.delete(file);
        return next;
      });
    },
    [open],
  );

  const hold = (next: ReadonlyMap<string, Typed>) => {
    latest.current = next;
    setDrafts(next);
  };

  const forget = (file: string) => hold(new Map([...latest.current].filter(([one]) => one !== file)));

  const saveNow = async () => {
    if (latest.current.size === 0) return;
    const sent = latest.current;
    const answer = await post<SaveAnswer>('save', { drafts: toSend() });
    if ('conflicts' in answer) {
      setConflicts(answer.conflicts);
      return;
    }
    const saved = await Promise.all([...sent.keys()].map((file) => get<OpenFile>('file', { file })));
    // What was typed meanwhile stays, as a change of what was saved.
    const next = new Map(latest.current);
    for (const { file, hash, data: base = {} } of saved) {
      const data = latest.current.get(file)?.data ?? sent.get(file)?.base ?? {};
      if (data === sent.get(file)?.data) next.delete(file);
      else next.set(file, { hash, base, data });
    }
    hold(next);
    setOpen((before) => saved.find(({ file }) => file === before?.file) ?? before);
    setNotice({ isError: false, text: `保存了 ${answer.saved.length} 个文件。` });
    await reload();
  };

  /** One save after the other: what the first wrote is what the next begins with. */
  const save = () => {
    saving.current = saving.current.catch(() => {}).then(saveNow);
    return saving.current;
  };

  const done = async ({ text, file }: Done) => {
    setNotice({ isError: false, text });
    await reload(file);
  };

  /** Ends a conflict by the version on the disk, with the editor's changes on it or without. */
  const settle = async (file: string, keepsMine: boolean) => {
    const typed = latest.current.get(file);
    if (keepsMine && typed) {
      const draft = { file, hash: typed.hash, data: typed.data };
      const { hash, data } = await post<Rebased>('rebase', { draft, base: typed.base });
      const now = await get<OpenFile>('file', { file });
      hold(new Map(latest.current).set(file, { hash, base: now.data ?? {}, data }));
    } else forget(file);
    const left = conflicts.filter((one) => one.file !== file);
    setConflicts(left);
    setNotice({
      isError: false,
      text: keepsMine ? '你的修改放到了现在的文件上，看一遍，再点“保存”。' : '放弃了你的修改。',
    });
    await reload(file);
  };

  const run = (action: () => Promise<unknown>) => () => {
    setNotice(undefined);
    action().catch(onError);
  };

  return {
    overview,
    open,
    turn,
    drafts,
    check,
    isChecking,
    conflicts,
    notice,
    load: (file: string) => run(() => load(file))(),
    change,
    save: run(save),
    undo: run(async () => done(await post<Done>('undo'))),
    format: run(async () => done(await post<Done>('format'))),
    recheck: run(runCheck),
    done: (answer: Done) => run(() => done(answer))(),
    settle: (file: string, keepsMine: boolean) => run(() => settle(file, keepsMine))(),
    forgetNotice: () => setNotice(undefined),
    dropConflicts: () => setConflicts([]),
    onError,
  };
}

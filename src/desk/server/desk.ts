import { checkContent } from '../../checks/check-content.ts';
import { summary } from '../../checks/summary.ts';
import { ImportFault } from '../../import/finding.ts';
import { importDocument } from '../../import/import-document.ts';
import { failureText, placeDraft, readRequest } from '../../import/import-file.ts';
import { NewFileRefused, type NewRequest, newFiles } from '../../import/new-files.ts';
import { decode } from '../../loader/encoding.ts';
import { readContentFiles, readSite } from '../../loader/folder.ts';
import { normalForm } from '../../loader/format.ts';
import { splitFrontmatter } from '../../loader/frontmatter.ts';
import { contentFiles, planIdOf } from '../../loader/paths.ts';
import { type ContentFile, readContent } from '../../loader/read.ts';
import { kindOf } from '../../loader/stray-files.ts';
import { fileKinds } from '../../schema/content-types.ts';
import { jsonSchemaOf } from '../../schema/json-schema.ts';
import { changesIn, fileName, type Texts } from '../core/changes.ts';
import { applyForm, EditRefused, formData } from '../core/edit.ts';
import { formOf } from '../core/form.ts';
import { merged } from '../core/merge.ts';
import type {
  ChangesAnswer,
  CheckAnswer,
  Conflict,
  Done,
  Draft,
  ImportAnswer,
  OpenFile,
  Overview,
  Rebased,
  SaveAnswer,
} from '../core/messages.ts';
import type { JsonObject, Path } from '../core/schema-at.ts';
import { bytesOf, hashOf, type Writes, writeAll } from './files.ts';
import { CommitFailed, changedFiles, commit, committedTexts, hasGit } from './git.ts';
import { overviewOf } from './overview.ts';
import { pageOf } from './pages.ts';
import type { Preview } from './preview.ts';

/** What cannot be done, as a sentence for the editor. */
export class DeskRefused extends Error {}

/** What was written at once, and can be taken back. */
interface Step {
  label: string;
  before: Writes;
  after: Writes;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const textsOf = (files: readonly ContentFile[]): Texts =>
  new Map(files.map(({ path, bytes }) => [path, textOf(bytes)]));

/** One sitting of an editor at a content folder. */
export class Desk {
  readonly #folder: string;
  readonly #preview: Preview | undefined;
  /** The content when the desk was opened. */
  readonly #start: Texts;
  readonly #steps: Step[] = [];
  #imported: { id: string; files: ReadonlyMap<string, string | Uint8Array> } | undefined;

  constructor(folder: string, preview?: Preview) {
    this.#folder = folder;
    this.#preview = preview;
    this.#start = textsOf(this.#files());
  }

  #files = () => readContentFiles(this.#folder);

  async overview(): Promise<Overview> {
    return overviewOf(this.#folder, this.#files(), this.#steps.at(-1)?.label, await hasGit(this.#folder));
  }

  open(file: string): OpenFile {
    const kind = kindOf(file);
    const plan = planIdOf(file);
    const isReport = file === contentFiles.importReport(plan ?? '');
    const bytes = kind || isReport ? bytesOf(this.#folder, file) : null;
    if (!bytes) throw new DeskRefused(`没有这个文件：${file}`);
    const { text = '（不是 UTF-8 编码的文字）' } = decode(file, bytes);
    const common = { file, hash: hashOf(bytes), text, plan };
    if (!kind) return { ...common, name: '导入报告' };
    const parts = splitFrontmatter(text, file);
    const fields = jsonSchemaOf(fileKinds[kind].schema);
    return {
      ...common,
      name: fileName(file, textsOf(this.#files())),
      data: formData(text, file),
      form: formOf(fields),
      fields,
      body: parts.ok ? parts.body.trim() : '',
      isUntidy: (normalForm(text, file, fileKinds[kind].schema) ?? text) !== text,
    };
  }

  /** The path, with the base, of the page of the site that shows a file. */
  page(file: string): string {
    const bytes = bytesOf(this.#folder, file);
    return readSite(this.#folder).base + pageOf(file, (bytes && formData(textOf(bytes), file)) ?? {});
  }

  /** The text of a draft, and whether its file is still as it was loaded. @throws {EditRefused} where it cannot be made. */
  #draft({ file, hash, data }: Draft): { text: string; isCurrent: boolean; disk: string } {
    const kind = kindOf(file);
    const bytes = kind && bytesOf(this.#folder, file);
    if (!kind || !bytes) throw new EditRefused(`没有这个文件了：${file}`);
    const disk = textOf(bytes);
    const isCurrent = hashOf(bytes) === hash;
    return { text: applyForm(disk, file, fileKinds[kind].schema, data), isCurrent, disk };
  }

  /** Checks the content as it would be with drafts, and has the preview show it where it passes. */
  check(drafts: readonly Draft[]): CheckAnswer {
    const texts = new Map<string, string>();
    const changed: string[] = [];
    for (const draft of drafts) {
      const bytes = bytesOf(this.#folder, draft.file);
      if (!bytes || hashOf(bytes) !== draft.hash) changed.push(draft.file);
      else texts.set(draft.file, this.#draft(draft).text);
    }
    const files = this.#files().map((one) => {
      const text = texts.get(one.path);
      return text === undefined ? one : { ...one, bytes: Buffer.from(text) };
    });
    const checked = checkContent(files);
    if (checked.ok) {
      this.#preview?.show(files);
      const said = summary(checked.handbook, checked.unproven, checked.unsealed);
      return { findings: [], skipped: 0, summary: said, changed };
    }
    const named = textsOf(files);
    const findings = checked.problems.map(({ file, line, path, found, expected, mend }) => ({
      file,
      name: fileName(file, named),
      line: line ?? 1,
      path: path.map((key) => (typeof key === 'number' ? key : String(key))) as Path,
      found,
      expected,
      mend,
    }));
    return { findings, skipped: checked.skipped.length, summary: '', changed };
  }

  #write(label: string, writes: Writes): void {
    const before = writeAll(this.#folder, writes);
    this.#steps.push({ label, before, after: writes });
    this.check([]);
  }

  /** Writes drafts, all or, where a file changed underneath, none. */
  save(drafts: readonly Draft[]): SaveAnswer {
    const names = textsOf(this.#files());
    const isLost = ({ file, hash }: Draft) => {
      // What is no file of the content is refused, not told of.
      if (!kindOf(file)) return false;
      const bytes = bytesOf(this.#folder, file);
      return bytes === null || (hashOf(bytes) !== hash && !formData(textOf(bytes), file));
    };
    const lost = drafts.filter(isLost).map(({ file }): Conflict => {
      const bytes = bytesOf(this.#folder, file);
      return {
        file,
        name: fileName(file, names),
        disk: bytes ? textOf(bytes) : undefined,
        mine: undefined,
        changes: [],
      };
    });
    const made = drafts.filter((draft) => !isLost(draft)).map((draft) => ({ ...draft, ...this.#draft(draft) }));
    const changed = made
      .filter(({ isCurrent }) => !isCurrent)
      .map(
        ({ file, text, disk }): Conflict => ({
          file,
          name: fileName(file, names),
          disk,
          mine: text,
          changes: changesIn(new Map([[file, disk]]), new Map([[file, text]])).map((change) => change.text),
        }),
      );
    const conflicts = [...lost, ...changed];
    if (conflicts.length > 0) return { conflicts };
    const writes = made
      .filter(({ text, disk }) => text !== disk)
      .map(({ file, text }) => [file, Buffer.from(text)] as const);
    if (writes.length > 0)
      this.#write(`保存${writes.map(([file]) => fileName(file, names)).join('、')}`, new Map(writes));
    return { saved: writes.map(([file]) => file) };
  }

  /** A draft's changes on what the file is now. `base` is what the draft was loaded with. */
  rebase({ file, data }: Draft, base: JsonObject): Rebased {
    const now = this.open(file);
    if (!now.data) throw new DeskRefused('这个文件现在读不出来，请先在别的程序里改好');
    return { hash: now.hash, data: merged(base, data, now.data) as JsonObject };
  }

  /** Begins files, as `npm run new` does. */
  begin(request: NewRequest): Done {
    const files = this.#files();
    const begun = newFiles(request, readContent(files));
    this.#write(
      `新建${begun.map(({ file }) => file).join('、')}`,
      new Map(begun.map(({ file, text }) => [file, Buffer.from(text)])),
    );
    const file = begun[0]?.file ?? '';
    return { file, text: `新建了${fileName(file, textsOf(this.#files()))}。下一步：${begun[0]?.next ?? ''}。` };
  }

  /** Reads a document as a draft plan, which is kept until it is accepted. */
  async import(name: string, bytes: Uint8Array, id: string): Promise<ImportAnswer> {
    try {
      readRequest([name, '--id', id]);
      const files = this.#files();
      if (files.some(({ path }) => path.startsWith(contentFiles.planFolder(id))))
        throw new ImportFault(`plans/${id} 已经有了，换一个编号。`);
      const { files: drafted, report } = await importDocument(name, bytes, id, files);
      this.#imported = { id, files: drafted };
      return { report, files: drafted.size };
    } catch (error) {
      throw new DeskRefused(failureText(error));
    }
  }

  /** Puts the imported draft in its place. */
  accept(): Done {
    if (!this.#imported) throw new DeskRefused('没有等着收下的草稿，请再导入一次');
    const { id, files } = this.#imported;
    if (bytesOf(this.#folder, contentFiles.plan(id))) throw new DeskRefused(`plans/${id} 已经有了，请换一个编号再导入`);
    placeDraft(files, id, this.#folder);
    this.#imported = undefined;
    const after = new Map([...files].map(([file, data]) => [file, Buffer.from(data as Uint8Array)]));
    this.#steps.push({
      label: `收下导入的草稿 ${id}`,
      before: new Map([...files.keys()].map((file) => [file, null])),
      after,
    });
    this.check([]);
    return { file: contentFiles.plan(id), text: `草稿放进了 plans/${id}，报告在其中的 import-report.md。` };
  }

  /** Puts all files in their normal form. */
  format(): Done {
    const writes = new Map<string, Buffer>();
    for (const { path, bytes } of this.#files()) {
      const kind = kindOf(path);
      const { text } = decode(path, bytes);
      const form = kind && text !== undefined ? normalForm(text, path, fileKinds[kind].schema) : undefined;
      if (form !== undefined && form !== text) writes.set(path, Buffer.from(form));
    }
    if (writes.size === 0) return { text: '内容文件的写法都已整齐。' };
    this.#write(`整理 ${writes.size} 个文件的写法`, writes);
    return { text: `整理了 ${writes.size} 个文件的写法（字段次序、引号、空行），内容没有变。` };
  }

  /** Takes back what was written last. */
  undo(): Done {
    const step = this.#steps.at(-1);
    if (!step) throw new DeskRefused('没有可以撤销的了');
    const other = [...step.after].find(([file, bytes]) => {
      const now = bytesOf(this.#folder, file);
      return now === null ? bytes !== null : bytes === null || !now.equals(bytes);
    });
    if (other) throw new DeskRefused(`${other[0]} 后来又在别的地方改过，不能撤销，以免丢掉那些修改`);
    writeAll(this.#folder, step.before);
    this.#steps.pop();
    this.check([]);
    return { text: `撤销了：${step.label}。` };
  }

  /** What was changed since the last version in Git, or else since the desk was opened. */
  async changes(): Promise<ChangesAnswer> {
    const now = textsOf(this.#files());
    if (!(await hasGit(this.#folder))) return { since: 'start', changes: changesIn(this.#start, now) };
    const changed = await changedFiles(this.#folder);
    const committed = await committedTexts(this.#folder, changed);
    const before = new Map(now);
    for (const file of changed) {
      const text = committed.get(file);
      if (text === undefined) before.delete(file);
      else before.set(file, text);
    }
    return { since: 'git', changes: changesIn(before, now) };
  }

  /** Commits the changed files of the content with a sentence, if the check passes. */
  async commit(message: string): Promise<Done> {
    if (message.trim() === '') throw new DeskRefused('请写一句改了什么');
    if (!(await hasGit(this.#folder))) throw new DeskRefused('这个文件夹没有版本库');
    if (!checkContent(this.#files()).ok) throw new DeskRefused('检查没有通过，改好再保存到版本库');
    const files = await changedFiles(this.#folder);
    if (files.length === 0) throw new DeskRefused('没有要保存的修改');
    await commit(this.#folder, files, message.trim());
    return { text: `${files.length} 个文件保存到了版本库：“${message.trim()}”。` };
  }
}

/** A failure as a sentence for the editor; undefined for what is no fault of what was asked. */
export function sentenceOf(error: unknown): string | undefined {
  const known = [DeskRefused, EditRefused, NewFileRefused, CommitFailed];
  if (known.some((one) => error instanceof one)) return (error as Error).message;
  const { code } = error as NodeJS.ErrnoException;
  if (code) return `文件写不成：${failureText(error).replace('写不成草稿：', '')}。什么也没有改动。`;
  return undefined;
}

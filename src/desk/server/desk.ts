import { checkContent } from '../../checks/check-content.ts';
import { summary } from '../../checks/summary.ts';
import { ImportFault } from '../../import/finding.ts';
import { importDocument } from '../../import/import-document.ts';
import { failureText, placeDraft, readRequest } from '../../import/import-file.ts';
import { type NewRequest, newFiles } from '../../import/new-files.ts';
import { decode } from '../../loader/encoding.ts';
import { readContentFiles, readSite } from '../../loader/folder.ts';
import { normalForm } from '../../loader/format.ts';
import { splitFrontmatter } from '../../loader/frontmatter.ts';
import { contentFiles, planIdOf } from '../../loader/paths.ts';
import { type ContentFile, readContent } from '../../loader/read.ts';
import { kindOf } from '../../loader/stray-files.ts';
import { fileKinds } from '../../schema/content-types.ts';
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
  PageAnswer,
  Rebased,
  SaveAnswer,
} from '../core/messages.ts';
import type { JsonObject } from '../core/schema-at.ts';
import { inFormWords, reportInFormWords } from '../core/words.ts';
import { bytesOf, hashOf, type Writes } from './files.ts';
import { fieldsOf, findingsOf } from './findings.ts';
import { changedFiles, commit, committedTexts, hasGit } from './git.ts';
import { History } from './history.ts';
import { overviewOf } from './overview.ts';
import { pageOf } from './pages.ts';
import type { Preview } from './preview.ts';
import { DeskRefused } from './refusals.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const textsOf = (files: readonly ContentFile[]): Texts =>
  new Map(files.map(({ path, bytes }) => [path, textOf(bytes)]));

/** One sitting of an editor at a content folder. */
export class Desk {
  readonly #folder: string;
  readonly #preview: Preview | undefined;
  /** The content when the desk was opened. */
  readonly #start: Texts;
  readonly #history: History;
  /** The texts of the files that were opened, by which they are known when they are gone or broken. */
  readonly #opened = new Map<string, string>();
  #imported: { id: string; files: ReadonlyMap<string, string | Uint8Array> } | undefined;

  constructor(folder: string, preview?: Preview) {
    this.#folder = folder;
    this.#preview = preview;
    this.#history = new History(folder);
    this.#start = textsOf(this.#files());
  }

  #files = () => readContentFiles(this.#folder);

  async overview(): Promise<Overview> {
    return overviewOf(this.#folder, this.#files(), this.#history.last, await hasGit(this.#folder));
  }

  open(file: string): OpenFile {
    const kind = kindOf(file);
    const plan = planIdOf(file);
    const isReport = file === contentFiles.importReport(plan ?? '');
    const bytes = kind || isReport ? bytesOf(this.#folder, file) : null;
    if (!bytes) throw new DeskRefused(`这个文件不在了：${this.#nameOf(file)}`);
    const { text = '（不是 UTF-8 编码的文字）' } = decode(file, bytes);
    const common = { file, hash: hashOf(bytes), text, plan };
    if (!kind) return { ...common, name: '导入报告', text: reportInFormWords(text) };
    const parts = splitFrontmatter(text, file);
    const data = formData(text, file);
    if (data) this.#opened.set(file, text);
    return {
      ...common,
      name: this.#nameOf(file),
      data,
      form: formOf(fieldsOf[kind]),
      fields: fieldsOf[kind],
      body: parts.ok ? parts.body.trim() : '',
      isUntidy: (normalForm(text, file, fileKinds[kind].schema) ?? text) !== text,
    };
  }

  /** What an editor calls a file; one that cannot be read, by what it was when it was opened. */
  #nameOf(file: string): string {
    const texts = textsOf(this.#files());
    const text = texts.get(file);
    const isReadable = text !== undefined && formData(text, file);
    return fileName(
      file,
      isReadable ? texts : new Map([...texts, ...[...this.#opened].filter(([one]) => one === file)]),
    );
  }

  /** The page of the site that shows a file. */
  page(file: string): PageAnswer {
    const bytes = bytesOf(this.#folder, file);
    const path = readSite(this.#folder).base + pageOf(file, (bytes && formData(textOf(bytes), file)) ?? {});
    const isThere = this.#preview?.has(file) ?? false;
    const plan = planIdOf(file);
    const report = plan && contentFiles.importReport(plan);
    const told = isThere || !report || file === report ? null : bytesOf(this.#folder, report);
    return { path, isThere, ...(told && { report: reportInFormWords(textOf(told)) }) };
  }

  /** The text of a draft, and that of its file. @throws {EditRefused} where it cannot be made. */
  #draft({ file, data }: Draft): { text: string; disk: string } {
    const kind = kindOf(file);
    const bytes = kind && bytesOf(this.#folder, file);
    if (!kind || !bytes) throw new EditRefused(`这个文件不在了：${this.#nameOf(file)}`);
    const disk = textOf(bytes);
    return { text: applyForm(disk, file, fileKinds[kind].schema, data), disk };
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
    const now = textsOf(files);
    const remarks = findingsOf(checked.remarks, now);
    if (checked.ok) {
      this.#preview?.show(files);
      const said = summary(checked.handbook, checked.unproven, checked.unsealed);
      return { findings: [], remarks, skipped: 0, summary: said, changed };
    }
    const findings = findingsOf(checked.problems, now);
    return { findings, remarks, skipped: checked.skipped.length, summary: '', changed };
  }

  #write(label: string, writes: Writes): void {
    this.#history.write(label, writes);
    this.check([]);
  }

  /** A draft whose file is not as it was loaded; undefined for one that can be written. */
  #conflict(draft: Draft): Conflict | undefined {
    const { file, hash, data } = draft;
    const kind = kindOf(file);
    // What is no file of the content is refused, not told of.
    if (!kind) throw new EditRefused(`这不是手册的内容文件：${file}`);
    const bytes = bytesOf(this.#folder, file);
    const common = { file, name: this.#nameOf(file) };
    if (!bytes) {
      const known = this.#opened.get(file);
      const mine = known === undefined ? undefined : applyForm(known, file, fileKinds[kind].schema, data);
      return { ...common, cause: 'gone', mine };
    }
    if (hashOf(bytes) === hash) return undefined;
    const disk = textOf(bytes);
    if (!formData(disk, file)) return { ...common, cause: 'broken', disk };
    const { text } = this.#draft(draft);
    // It says already what the draft says, as where 保存 is pressed twice.
    if (text === disk) return undefined;
    const changes = changesIn(new Map([[file, disk]]), new Map([[file, text]])).map((change) => change.text);
    return { ...common, cause: 'changed', disk, mine: text, changes };
  }

  /** Writes drafts, all or, where a file changed underneath, none. */
  save(drafts: readonly Draft[]): SaveAnswer {
    const conflicts = drafts.flatMap((draft) => this.#conflict(draft) ?? []);
    if (conflicts.length > 0) return { conflicts };
    const writes = drafts
      .map((draft) => ({ ...draft, ...this.#draft(draft) }))
      .filter(({ text, disk }) => text !== disk)
      .map(({ file, text }) => [file, Buffer.from(text)] as const);
    if (writes.length > 0) this.#write(`保存${writes.map(([file]) => this.#nameOf(file)).join('、')}`, new Map(writes));
    return { saved: writes.map(([file]) => file) };
  }

  /** A draft's changes on what the file is now; one that is gone is put back first. `base` is what the draft was loaded with. */
  rebase({ file, data }: Draft, base: JsonObject): Rebased {
    const known = this.#opened.get(file);
    if (known !== undefined && !bytesOf(this.#folder, file))
      this.#write(`恢复${this.#nameOf(file)}`, new Map([[file, Buffer.from(known)]]));
    const now = this.open(file);
    if (!now.data) throw new DeskRefused('这个文件现在读不出来，请先在别的程序里改好');
    return { hash: now.hash, data: merged(base, data, now.data) as JsonObject };
  }

  /** Begins files, as `npm run new` does. */
  begin(request: NewRequest): Done {
    const files = this.#files();
    const begun = newFiles(request, readContent(files));
    const texts = new Map([...textsOf(files), ...begun.map(({ file, text }) => [file, text] as const)]);
    this.#write(
      `新建${begun.map(({ file }) => fileName(file, texts)).join('、')}`,
      new Map(begun.map(({ file, text }) => [file, Buffer.from(text)])),
    );
    const file = begun[0]?.file ?? '';
    const kind = kindOf(file);
    const next = kind ? inFormWords(begun[0]?.next ?? '', fieldsOf[kind], [], {}) : begun[0]?.next;
    return { file, text: `新建了${this.#nameOf(file)}。下一步：${next}。` };
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
      return { report: reportInFormWords(report), files: drafted.size };
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
    this.#history.record('收下导入的草稿', new Map([...files.keys()].map((file) => [file, null])), after);
    this.check([]);
    return { file: contentFiles.plan(id), text: '草稿收下了。照导入报告，一处一处改到检查通过。' };
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
    const label = this.#history.undo();
    this.check([]);
    return { text: `撤销了：${label}。` };
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

import { bytesOf, type Writes, writeAll } from './files.ts';
import { DeskRefused } from './refusals.ts';

/** What was written at once, and can be taken back. */
interface Step {
  label: string;
  before: Writes;
  after: Writes;
}

/** What a sitting wrote, in its order. */
export class History {
  readonly #folder: string;
  readonly #steps: Step[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What would be taken back next. */
  get last(): string | undefined {
    return this.#steps.at(-1)?.label;
  }

  /** Writes files, all or none. */
  write(label: string, writes: Writes): void {
    this.record(label, writeAll(this.#folder, writes), writes);
  }

  /** Notes what was written otherwise. */
  record(label: string, before: Writes, after: Writes): void {
    this.#steps.push({ label, before, after });
  }

  /** Takes back what was written last, and says what it was. @throws {DeskRefused} where other changes would be lost. */
  undo(): string {
    const step = this.#steps.at(-1);
    if (!step) throw new DeskRefused('没有可以撤销的了');
    const other = [...step.after].find(([file, bytes]) => {
      const now = bytesOf(this.#folder, file);
      return now === null ? bytes !== null : bytes === null || !now.equals(bytes);
    });
    if (other) throw new DeskRefused(`${other[0]} 后来又在别的地方改过，不能撤销，以免丢掉那些修改`);
    writeAll(this.#folder, step.before);
    this.#steps.pop();
    return step.label;
  }
}

import { type Checked, checkFolder } from '../checks/check-content.ts';
import { report } from '../checks/report.ts';
import type { Handbook } from '../model/types.ts';

/** A content folder as the integrations share it: read and checked once, and again after it has changed. */
export class Content {
  readonly folder: string;
  #checked: Checked | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  get checked(): Checked {
    this.#checked ??= checkFolder(this.folder);
    return this.#checked;
  }

  /** The report of the problems; undefined where there are none. */
  get report(): string | undefined {
    return this.checked.ok ? undefined : report(this.checked, this.folder);
  }

  /** @throws where the content has problems. */
  get handbook(): Handbook {
    if (this.checked.ok) return this.checked.handbook;
    throw new Error(this.report);
  }

  /** Forgets what was read. */
  changed(): void {
    this.#checked = undefined;
  }
}

import { loadContent } from '../../scripts/load-content.ts';
import type { Checked } from '../checks/check-content.ts';

/** A content folder as the integrations share it: read and checked once, and again after it has changed. */
export class Content {
  readonly folder: string;
  #checked: Checked | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  get checked(): Checked {
    this.#checked ??= loadContent(this.folder);
    return this.#checked;
  }

  /** Forgets what was read. */
  changed(): void {
    this.#checked = undefined;
  }
}

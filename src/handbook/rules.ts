import type { Entries } from './entries.ts';
import type { Handbook } from './model.ts';
import type { Problem } from './problem.ts';
export function handbookRules(_handbook: Handbook, _entries: Entries): Problem[] {
  return [];
}

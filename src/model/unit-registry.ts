import { type Role, type UnitData, type UnitKind, unitKinds } from '../schema/unit.ts';
import { withSuccessions } from './succession.ts';
import type { Responsibility, Unit } from './types.ts';
import { unitItems } from './unit-cells.ts';

/** The words between two names: `甲及乙`, `甲会同乙`. The name before them ends in a word for a kind of office. */
const joining = /(?<=[局委办院部府厅会司心室道所队社处门位])(?:以及|会同|及)(?!其)(?=\p{Script=Han}{2})/u;

/** What stands behind 等 and names no group: `甲局等部门`, `甲局等3个单位`. */
const counting = /^(?:(?:\d+|[一二两三四五六七八九十]+)个?)?(?:部门|单位)$/u;

/** Units, or what is counted of each, by their kind: bodies, then collectives, then groups that name no body. Kinds without any are left out. */
export const byUnitKind = <Item>(
  items: readonly Item[],
  unitOf: (item: Item) => Unit,
): { kind: UnitKind; title: string; items: Item[] }[] =>
  (Object.keys(unitKinds) as UnitKind[])
    .map((kind) => ({ kind, title: unitKinds[kind], items: items.filter((item) => unitOf(item).kind === kind) }))
    .filter(({ items }) => items.length > 0);

/** Finds units by any printed name. */
export class UnitRegistry {
  readonly units: readonly Unit[];
  readonly #byName = new Map<string, Unit>();

  constructor(units: readonly Unit[]) {
    this.units = units;
    for (const unit of units) for (const name of [unit.name, ...unit.aliases]) this.#byName.set(name, unit);
  }

  find(name: string): Unit | undefined {
    return this.#byName.get(name);
  }

  get names(): string[] {
    return [...this.#byName.keys()];
  }

  /**
   * Resolves the names in a cell of responsible units, in printed order. An item may name two: `甲及乙`, `甲会同乙`, or `甲等乙`
   * for a body and the group that it is one of; `甲等部门` names 甲 alone, as no group is told from another by that word. `unknown` has the names that are not in the registry. `otherwise` is the role of
   * units to which the cell gives none.
   */
  read(text: string, otherwise: Role = 'responsible'): { units: Responsibility[]; unknown: string[] } {
    const units: Responsibility[] = [];
    const unknown: string[] = [];
    for (const { item, name: names, role } of unitItems(text))
      for (const name of this.#namesIn(names)) {
        const unit = this.find(name);
        if (unit) units.push({ unit, name, item, role: role ?? otherwise });
        else unknown.push(name);
      }
    return { units, unknown };
  }

  #namesIn(item: string): string[] {
    if (this.find(item)) return [item];
    const joined = item.split(joining);
    if (joined.length > 1) return joined.flatMap((name) => this.#namesIn(name));
    const [body = item, group] = item.split(/等(.*)/u, 2);
    return group && (!counting.test(group) || this.find(group)) ? [body, group] : [body];
  }
}

/** The registry of some entries as it stands on a day. */
export const registryOf = (entries: readonly { id: string; data: UnitData }[], day: string): UnitRegistry =>
  new UnitRegistry(withSuccessions(entries, day));

/** How many entries the registry has: `25个单位，另有8个统称`. A group of offices that the document does not tell apart is a collective name too. */
export function unitCount(units: readonly Pick<Unit, 'kind'>[]): string {
  const bodies = units.filter(({ kind }) => kind === 'unit').length;
  const others = units.length - bodies;
  return `${bodies}个单位${others > 0 ? `，另有${others}个统称` : ''}`;
}

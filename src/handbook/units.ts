import type { Responsibility, Unit } from './model.ts';

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
   * Reads a cell of responsible units as printed: names set apart by `、`, and `甲等乙` for a body and the group it stands for.
   * Names keep their printed order; those that are not in the registry come back in `unknown`.
   */
  read(text: string): { units: Responsibility[]; unknown: string[] } {
    const units: Responsibility[] = [];
    const unknown: string[] = [];
    const take = (name: string) => {
      const unit = this.find(name);
      if (unit) units.push({ unit, name });
      else unknown.push(name);
    };
    for (const part of text.split('、')) {
      const [body, group] = this.find(part) ? [part] : part.split(/等(.*)/u, 2);
      take(body ?? part);
      if (group) take(group);
    }
    return { units, unknown };
  }
}

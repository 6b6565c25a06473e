import type { UnitData } from '../schema/unit.ts';
import type { Responsibility, Unit } from './types.ts';

/** The units of the registry as they stand on a day, each with those that it became and came from. A successor that is not there is left out. */
export function withSuccessions(entries: readonly { id: string; data: UnitData }[], day: string): Unit[] {
  const units = entries.map(({ id, data }): Unit & { predecessors: Unit[] } => ({ id, ...data, predecessors: [] }));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const unit of units) {
    if (!unit.successor) continue;
    const { kind, into: ids, on, basis, source } = unit.successor;
    const into = [ids].flat().flatMap((id) => byId.get(id) ?? []);
    unit.succession = { kind, on, basis, ...(source && { source }), into, isPast: on <= day };
    for (const successor of into) successor.predecessors.push(unit);
  }
  return units;
}

/** The unit that has another's duties by reforms of the past: the end of a chain of new names and mergers. A split gives none on, as no document says which. */
export function holderOf(unit: Unit): Unit {
  const passed = new Set<Unit>();
  let holder = unit;
  while (!passed.has(holder)) {
    passed.add(holder);
    const { succession } = holder;
    const [next] = succession?.isPast && succession.kind !== 'split' ? succession.into : [];
    if (next) holder = next;
  }
  return holder;
}

/** Whether a unit is there no more under its name, its duties being another's. */
export const isFormer = (unit: Unit): boolean => holderOf(unit) !== unit;

/** Whether a document names a unit itself, or one whose duties it has. */
export const answersTo = ({ unit: named }: Pick<Responsibility, 'unit'>, unit: Unit): boolean =>
  named.id === unit.id || holderOf(named).id === unit.id;

/** The ids of the units that a document names and of those that have their duties, each once. */
export const idsOf = (units: readonly Unit[]): string[] => [
  ...new Set(units.flatMap((unit) => [unit.id, holderOf(unit).id])),
];

/** All units of which one was made, those before them too, each once. */
export function ancestorsOf(unit: Unit): Unit[] {
  const found = new Set<Unit>();
  const add = ({ predecessors }: Unit) => {
    for (const one of predecessors)
      if (one !== unit && !found.has(one)) {
        found.add(one);
        add(one);
      }
  };
  add(unit);
  return [...found];
}

import type { UnitPair } from '../model/duties.ts';
import { isTask, provisionsOf } from '../model/plan.ts';
import { answersTo, holderOf } from '../model/succession.ts';
import type { Plan, Provision, Responsibility, Unit } from '../model/types.ts';
import { type Role, roles } from '../schema/unit.ts';

/** What is said behind the name of a unit: its part, whether that follows from a rule of the document, or that it stands first. */
export function rolePhrase({ role, byRule, isFirst }: Responsibility): string {
  if (role !== 'responsible') return `${roles[role]}${byRule ? '（依全文规则）' : ''}`;
  return isFirst ? '列第一位' : '';
}

/** The ground of a role that follows from a rule of the document, in its words. */
export const roleGround = ({ byRule }: Responsibility): string | undefined =>
  byRule && `文件规定“${byRule}”，没有逐条写明牵头。`;

/** The parts that a provision gives a unit, each once, in printed order. */
export const rolesOf = ({ units }: Pick<Provision, 'units'>, unit: Unit): Role[] => [
  ...new Set(units.filter((one) => answersTo(one, unit)).map(({ role }) => role)),
];

/** The units that lead a provision: those that it names so, and those that have their duties. */
export const leadsOf = ({ units }: Pick<Provision, 'units'>): Unit[] => [
  ...new Set(units.filter(({ role }) => role === 'lead').flatMap(({ unit }) => [unit, holderOf(unit)])),
];

/** The parts that a plan gives its units; where it gives none but 责任, nothing is to be told apart. */
export function rolesIn(plan: Plan): Role[] {
  const found = new Set(provisionsOf(plan).flatMap(({ units }) => units.map(({ role }) => role)));
  const known = (Object.keys(roles) as Role[]).filter((role) => found.has(role));
  return known.some((role) => role !== 'responsible') ? known : [];
}

/** How many of a unit's provisions give it each part, in the order of the parts; none where the plan tells none apart. */
export function roleCounts(
  plan: Plan,
  unit: Unit,
  provisions: readonly Provision[],
): { role: Role; name: string; provisions: Provision[] }[] {
  return rolesIn(plan)
    .map((role) => ({
      role,
      name: roles[role],
      provisions: provisions.filter((provision) => rolesOf(provision, unit).includes(role)),
    }))
    .filter((one) => one.provisions.length > 0);
}

/** Which of two units leads how many of the provisions that they share; none where neither leads any. */
export const pairLeads = ({ units, provisions }: UnitPair): { unit: Unit; count: number }[] =>
  units
    .map((unit) => ({ unit, count: provisions.filter((one) => leadsOf(one).some(({ id }) => id === unit.id)).length }))
    .filter(({ count }) => count > 0);

/** Whether rows of a list can be filtered by who leads them. */
export const hasLeads = ({ tasks }: Plan): boolean => tasks.some((task) => isTask(task) && leadsOf(task).length > 0);

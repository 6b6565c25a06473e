import type { Unit } from '../model/types.ts';
import { kindRemarks, unitKinds } from '../schema/unit.ts';

/** One thing that is said of a unit or a document, with its name. */
export interface Fact {
  label: string;
  text: string;
}

/**
 * What the registry says of a unit beside its name. The unit's page, its sheet for paper, its Word and Excel files and its
 * Markdown twin show these facts in this order; what is not said is left out.
 */
export const unitFacts = ({ kind, aliases, note }: Unit): (Fact & { field: keyof Unit })[] => {
  const facts = [
    { field: 'aliases', label: '原文的其他印法', text: aliases.join('、') },
    { field: 'kind', label: '称谓', text: kind === 'unit' ? '' : `${unitKinds[kind]}，不是一个单位的名称。` },
    { field: 'note', label: '编辑注', text: note ?? kindRemarks[kind] ?? '' },
  ] as const;
  return facts.filter(({ text }) => text !== '');
};

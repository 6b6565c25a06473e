import type { Unit } from '../model/types.ts';
import { kindRemarks, unitKinds } from '../schema/unit.ts';
import { dayText } from '../text/dates.ts';
import { successionNotes } from './unit-succession.ts';

/** One thing that is said of a unit or a document, with its name. */
export interface Fact {
  label: string;
  text: string;
  /** Where the text leads: an address, or a number to call. */
  href?: string;
}

/**
 * What the registry says of a unit beside its name. The unit's page, its sheet for paper, its Word and Excel files and its
 * Markdown twin show these facts in this order; what is not said is left out.
 */
export const unitFacts = (unit: Unit): (Fact & { field: keyof Unit })[] => {
  const { kind, aliases, note, contact } = unit;
  const { phone = '', address = '', hours = '', url = '', source = '', date = '' } = contact ?? {};
  const facts: (Fact & { field: keyof Unit })[] = [
    { field: 'aliases', label: '原文的其他写法', text: aliases.join('、') },
    { field: 'kind', label: '称谓', text: kind === 'unit' ? '' : `${unitKinds[kind]}，不是一个单位的名称。` },
    ...successionNotes(unit).map(({ label, sentence, basis, source = '' }) => ({
      field: 'successor' as const,
      label,
      text: `${sentence}依据（编辑登记）：${basis}${source && `（${source}）`}`,
    })),
    { field: 'note', label: '编辑注', text: note ?? kindRemarks[kind] ?? '' },
    {
      field: 'contact',
      label: '电话',
      text: phone,
      ...(/^[\d+\- ()]+$/u.test(phone) && { href: `tel:${phone.replace(/[ ()]/gu, '')}` }),
    },
    { field: 'contact', label: '地址', text: address },
    { field: 'contact', label: '办公时间', text: hours },
    { field: 'contact', label: '网址', text: url, href: url },
    { field: 'contact', label: '联系方式的来源', text: contact ? `${source}（${dayText(date)}查）` : '', href: source },
  ];
  return facts.filter(({ text }) => text !== '');
};

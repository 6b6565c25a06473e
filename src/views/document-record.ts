import type { Plan } from '../model/types.ts';
import type { Fact } from './unit-facts.ts';

/** A fact of a document's record; `number` is that of the document that it names. */
export interface RecordFact extends Fact {
  /** What identifies a document comes before the rest. */
  isIdentity: boolean;
  number?: string;
  /** Where that document is public. */
  url?: string | undefined;
}

/** The record of a document as a government catalogue gives it; what the document does not say is left out. */
export function recordOf(plan: Plan): RecordFact[] {
  const facts: (Omit<RecordFact, 'text'> & { text: string | undefined })[] = [
    { label: '发文字号', text: plan.number, isIdentity: true },
    { label: '发文机关', text: plan.issuer, isIdentity: true },
    { label: '印发日期', text: plan.issuedText?.replace(/印发$/u, ''), isIdentity: true },
    { label: '标题', text: plan.noticeTitle, isIdentity: false },
    ...plan.basis.map(({ title, number, url }) => ({
      label: '依据',
      text: `《${title}》（${number}）`,
      number,
      url,
      isIdentity: false,
    })),
    { label: '主送', text: plan.addressees?.replace(/：$/u, ''), isIdentity: false },
    ...(plan.notice ?? []).map((text) => ({ label: '印发通知', text, isIdentity: false })),
  ];
  return facts.filter((fact): fact is RecordFact => fact.text !== undefined);
}

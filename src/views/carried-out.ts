import { measureCalled } from '../model/references.ts';
import type { Handbook, Measure, Plan } from '../model/types.ts';

/** An upper document that a measure carries out, as the measure's own document names it. */
export interface CarriedOut {
  title: string;
  number: string;
  /** Where it is public, by the editor. */
  url?: string | undefined;
  /** Its text, where the handbook holds it. */
  plan: Plan | undefined;
  /** Which of its provisions, as it calls them, and the measure that this is. */
  provisions: { call: string; measure: Measure | undefined }[];
}

/** What of upper documents a measure carries out, by the editor. */
export const carriedOut = (plans: Handbook['plans'], { plan, carriesOut }: Measure): CarriedOut[] =>
  carriesOut.flatMap(({ number, measures }) => {
    const document = plan.basis.find((one) => one.number === number);
    if (!document) return [];
    const upper = plans.find((one) => one.number === number);
    const provisions = measures.map((call) => {
      const measure = upper && measureCalled(upper, call);
      return { call: measure?.reference ?? (typeof call === 'number' ? `第${call}条措施` : call), measure };
    });
    return [{ ...document, plan: upper, provisions }];
  });

/** The measures of other plans that carry out a measure. */
export const carriedOutBy = (plans: Handbook['plans'], measure: Measure): Measure[] =>
  plans
    .flatMap((plan) => plan.measures)
    .filter((lower) =>
      carriedOut(plans, lower).some(({ provisions }) => provisions.some((one) => one.measure === measure)),
    );

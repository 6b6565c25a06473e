import { comparedPairs } from '../model/compared-pairs.ts';
import type { Handbook } from '../model/types.ts';
import { addressesOf } from '../routes/addresses.ts';

/** The addresses of a handbook that others may rely on. */
export const handbookAddresses = (handbook: Pick<Handbook, 'units' | 'topics' | 'plans'>): string[] =>
  addressesOf(handbook, comparedPairs(handbook));

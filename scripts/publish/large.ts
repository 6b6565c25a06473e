import { setFlagsFromString } from 'node:v8';
import type { Handbook } from '../../src/model/types.ts';

/** Whether memory counts more than time: of a hundred plans the pages take a gigabyte and a half, and so does all else. */
export const isLarge = ({ plans }: Handbook): boolean => plans.length >= 20;

/**
 * Lets the heap of this process grow by half of what is in use and no more before it is cleared. V8 lets it grow several times,
 * which saves a small site a fifteenth of its time, and takes a quarter more memory for the pages of a large one.
 */
export const growSlowly = (): void => setFlagsFromString('--heap-growing-percent=50');

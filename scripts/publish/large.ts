import { setFlagsFromString } from 'node:v8';
import type { Handbook } from '../../src/handbook/model.ts';

/** Whether memory counts more than time: of a hundred plans the pages take a gigabyte and a half, and so does all else. */
export const isLarge = ({ plans }: Handbook): boolean => plans.length >= 20;

/**
 * Lets the heap of this process grow by half of what is in use and no more before it is cleared. V8 lets it grow several times,
 * which for a small site saves a twentieth of the time, and for a large one takes a fifth more memory than it needs.
 */
export const growSlowly = (): void => setFlagsFromString('--heap-growing-percent=50');

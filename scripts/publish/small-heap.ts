import { setFlagsFromString } from 'node:v8';

/*
 * Lets the heap of this process grow by half of what it needs and no more before it is cleared. V8 lets it grow several times,
 * and most of the memory that a large site took was not in use.
 */
setFlagsFromString('--heap-growing-percent=50');

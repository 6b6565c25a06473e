/*
 * Apart from the other paths, whose table of pages every page would otherwise load.
 */

/** What is said of the copy for reading without a network. */
export const copyDescriptionPath = 'offline.json';
/** The worker that answers from that copy: its own folder is the largest scope that a browser gives it. */
export const offlineWorkerPath = 'offline.js';

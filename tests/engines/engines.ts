/** An engine in which the journeys are made. */
export interface Engine {
  /** As on the command line. */
  id: 'chromium' | 'firefox' | 'webkit' | 'chromium-109' | 'chromium-103' | 'chromium-88';
  name: string;
  /** Why only the reading part is promised in it; undefined above the floor. */
  belowFloor?: string;
}

/** The engines of today and the oldest that the handbook promises to work in. */
export const engines: readonly Engine[] = [
  { id: 'chromium', name: 'Chromium' },
  { id: 'firefox', name: 'Firefox ESR' },
  { id: 'webkit', name: 'WebKitGTK' },
  { id: 'chromium-109', name: 'Chromium 109' },
  { id: 'chromium-103', name: 'Chromium 103' },
  {
    id: 'chromium-88',
    name: 'Chromium 88',
    belowFloor: 'below the floor, where the reading part alone is promised',
  },
];

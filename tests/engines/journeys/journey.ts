import type { Server } from '../../e2e/server.ts';
import { needed, plan } from '../../e2e/subjects.ts';
import type { Engine } from '../engines.ts';
import type { Page } from '../page.ts';

export interface Surroundings {
  page: Page;
  engine: Engine;
  /** Serves the built site to this journey alone. */
  server: Server;
}

export interface Journey {
  name: string;
  /** Whether it is promised below the floor too: the reading part. */
  reading?: true;
  /** Whether it is made only below the floor. */
  onlyBelowFloor?: true;
  /** Gives a remark for the table where it could see less in an engine than elsewhere. @throws where something is not as promised. */
  make(surroundings: Surroundings): Promise<unknown>;
}

/** A measure whose words carry signs of rows of the list and of notes. */
export const signed = needed(
  plan.measures.find(({ notes, tasks }) => notes.length > 0 && tasks.length > 1) ??
    plan.measures.find(({ tasks }) => tasks.length > 1),
  'measure of several tasks',
);

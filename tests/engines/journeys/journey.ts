import type { Server } from '../../e2e/server.ts';
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

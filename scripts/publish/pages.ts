import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Where the process that makes the pages writes them, where it keeps its store of the content, and whether it is to save memory. */
export interface PagesAsked {
  outDir: string;
  cacheDir: string;
  isLarge: boolean;
}

/** A process that is ready to make pages, or will be soon. */
export interface PageMaker {
  /** Makes the pages. Throws if that fails, after the process has said why. */
  make(asked: PagesAsked): Promise<void>;
  /** Ends it with nothing made. */
  stop(): void;
}

/**
 * Starts what makes the pages of the content in a process of its own: Astro is loaded while the content is checked, works beside
 * what is made without it, and gives back what memory it took, most of what a large site needs, when the pages are made.
 */
export function startPages(): PageMaker {
  const maker = fork(new URL('./pages-process.ts', import.meta.url));
  const ended = once(maker, 'exit');
  return {
    async make(asked) {
      // That it has ended already is told by how it ended.
      maker.send(asked, () => {});
      const [code] = await ended;
      if (code !== 0) throw new Error('页面没有建成，原因见上。');
    },
    stop: () => maker.disconnect(),
  };
}

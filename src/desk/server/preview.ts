import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentFilesIn } from '../../loader/folder.ts';
import type { ContentFile } from '../../loader/read.ts';
import type { PreviewAnswer } from '../core/messages.ts';

/** How a started server says where it is. */
const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/u;

/**
 * The site as it would be with what is being typed: Astro's development server on a copy of the content folder, which only gets
 * content that passes the check. So the page beside the form shows drafts, and faulty ones leave the last good page.
 */
export class Preview {
  readonly #folder: string;
  #server: ChildProcess | undefined;
  #state: PreviewAnswer['state'] = 'off';
  #origin = '';
  /** Whether the copy has passed the check: what it began with may not have. */
  #isGood = false;

  constructor(files: readonly ContentFile[]) {
    this.#folder = mkdtempSync(join(tmpdir(), 'handbook-desk-'));
    this.#copy(files);
  }

  get answer(): PreviewAnswer {
    return { state: this.#state, origin: this.#origin };
  }

  /** Starts the server, in the project's folder. It says nothing to the editor but its failure. */
  start(project: string): void {
    this.#state = 'starting';
    const words = [
      join('node_modules', 'astro', 'bin', 'astro.mjs'),
      'dev',
      '--port',
      '0',
      '--host',
      '127.0.0.1',
      '--ignore-lock',
    ];
    // Vite's bundler leaves its own mode behind in this process.
    const { NODE_ENV: _, ...env } = process.env;
    this.#server = spawn(process.execPath, words, {
      cwd: project,
      env: { ...env, HANDBOOK_CONTENT: this.#folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [this.#server.stdout, this.#server.stderr])
      stream?.on('data', (text) => {
        if (this.#state !== 'starting') return;
        output += text;
        const [found] = address.exec(output) ?? [];
        if (!found) return;
        this.#origin = found;
        this.#state = 'ready';
      });
    this.#server.once('exit', () => {
      this.#state = 'failed';
    });
  }

  /** Has the site show content that passes the check. */
  show(files: readonly ContentFile[]): void {
    this.#isGood = true;
    this.#copy(files);
  }

  /** Whether a file is in what the site shows, and so has a page. */
  has = (file: string): boolean => this.#isGood && existsSync(join(this.#folder, file));

  /** Files that are as they were stay untouched. */
  #copy(files: readonly ContentFile[]): void {
    const wanted = new Map(files.map(({ path, bytes }) => [path, bytes]));
    const there = contentFilesIn(this.#folder);
    for (const path of there) if (!wanted.has(path)) rmSync(join(this.#folder, path));
    for (const [path, bytes] of wanted) {
      const file = join(this.#folder, path);
      if (there.includes(path) && readFileSync(file).equals(bytes)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }

  stop(): void {
    this.#server?.removeAllListeners('exit');
    this.#server?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

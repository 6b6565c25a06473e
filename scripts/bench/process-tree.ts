import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory is looked at, in milliseconds: a peak is rarely shorter. */
const interval = 100;

/** What a command took. Memory is known where the system has /proc, and counts what processes share for each of them. */
export interface Taken {
  seconds: number;
  /** The most that the command and all that it started held at once, in bytes. */
  peakMemory: number;
}

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

/** The threads of a process, each of which may have started others. */
const threadsOf = (pid: number) => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

/** A process and all that it started. */
function treeOf(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' '));
  return [pid, ...children.filter(Boolean).map(Number).flatMap(treeOf)];
}

const memoryOf = (pid: number) => 1024 * Number(/^VmRSS:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

/** Runs a command to its end. Throws with what it said where it fails. */
export function measured(command: string, args: readonly string[], env: Record<string, string>): Promise<Taken> {
  const start = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  let peakMemory = 0;
  const watch = setInterval(() => {
    const memory = treeOf(child.pid ?? 0).reduce((total, pid) => total + memoryOf(pid), 0);
    peakMemory = Math.max(peakMemory, memory);
  }, interval);
  return new Promise<Taken>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peakMemory });
      else reject(new Error(`${command} ${args.join(' ')}：${code}\n${said}`));
    });
  }).finally(() => clearInterval(watch));
}

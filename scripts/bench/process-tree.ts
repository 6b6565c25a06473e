import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How often memory and processor time are read, in milliseconds: a peak of memory is rarely shorter. */
const interval = 100;

/** Processor time in /proc is counted in hundredths of a second. */
const ticksPerSecond = 100;

/**
 * What a command took. Memory and processor time are known where the system has /proc; memory counts what processes share for
 * each of them, and processor time leaves out what passed after the last reading.
 */
export interface Taken {
  seconds: number;
  /** Of the command and all that it started. */
  processorSeconds: number;
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

/** Processor time of a process and of the children it has waited for, in seconds (proc_pid_stat(5): utime to cstime). */
function processorSecondsOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /su, '')
    .split(' ');
  return fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / ticksPerSecond;
}

/** Runs a command to its end. @throws with what it printed where it fails. */
export function measured(command: string, args: readonly string[], env: Record<string, string>): Promise<Taken> {
  const start = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  let peakMemory = 0;
  let processorSeconds = 0;
  const watch = setInterval(() => {
    const tree = treeOf(child.pid ?? 0);
    const sum = (of: (pid: number) => number) => tree.reduce((total, pid) => total + of(pid), 0);
    peakMemory = Math.max(peakMemory, sum(memoryOf));
    processorSeconds = Math.max(processorSeconds, sum(processorSecondsOf));
  }, interval);
  return new Promise<Taken>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, processorSeconds, peakMemory });
      else reject(new Error(`${command} ${args.join(' ')}：${code}\n${output}`));
    });
  }).finally(() => clearInterval(watch));
}

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/**
 * The folder of an old Chromium, unpacked once from the npm package that carries it: the program and, in `lib`, the libraries of its
 * time. @throws where its program does not run on the processor.
 */
export function unpackedChromium(name: string): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`${name} 只能在 x86-64 的 Linux 上运行。`);
  const modules = join(import.meta.dirname, 'node_modules');
  const folder = join(modules, '.unpacked', name);
  if (existsSync(folder)) return folder;
  const packed = (file: string) => brotliDecompressSync(readFileSync(join(modules, name, 'bin', file)));
  // Whole or not at all.
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'chromium'), packed('chromium.br'));
  chmodSync(join(draft, 'chromium'), 0o755);
  for (const archive of ['aws.tar.br', 'swiftshader.tar.br'])
    execFileSync('tar', ['-x', '-C', draft], { input: packed(archive) });
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
  return folder;
}

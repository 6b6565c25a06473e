import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureProgram } from './install.ts';

/** Where Debian keeps the modules that its packages add. */
const modules = '/usr/lib/nginx/modules';
const brotli = join(modules, 'ngx_http_brotli_static_module.so');
/** Where Debian puts nginx; not every user's path leads there. */
const program = '/usr/sbin/nginx';
const isInstalled = () => [program, brotli].every((file) => existsSync(file));

const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** The rest of a server around the project's own rules, as a portal would have it; all of its files are in `folder`. */
const serverConfig = (folder: string, port: number, hasBrotli: boolean) => `${hasBrotli ? `load_module ${brotli};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 2;
daemon off;
pid ${folder}/pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000;
  open_file_cache max=4000 inactive=60s;
  ${scratch.map((name) => `${name}_temp_path ${folder}/scratch-${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/root;
    include handbook.conf;
  }
}
`;

/**
 * Writes a server's configuration into a new folder, with or without the module for Brotli, with the project's rules for a base;
 * without one, as they are. @throws without nginx.
 */
function writeConfig(port: number, hasBrotli: boolean, base?: string): string {
  ensureProgram('nginx', isInstalled, 'nginx-light', 'libnginx-mod-http-brotli-static');
  const folder = mkdtempSync(join(tmpdir(), 'handbook-nginx-'));
  const rules = readFileSync('scripts/deploy/nginx.conf', 'utf8');
  writeFileSync(join(folder, 'handbook.conf'), base ? rules.replaceAll('/handbook-base/', base) : rules);
  for (const file of ['handbook-headers.conf', ...(hasBrotli ? ['handbook-brotli.conf'] : [])])
    cpSync(join('scripts/deploy', file), join(folder, file));
  writeFileSync(join(folder, 'nginx.conf'), serverConfig(folder, port, hasBrotli));
  return folder;
}

const argumentsFor = (folder: string) => ['-p', folder, '-c', join(folder, 'nginx.conf')];

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether nginx, with or without the module for Brotli, accepts the project's rules as they are, and what it prints. */
export async function testRules(hasBrotli: boolean): Promise<{ accepted: boolean; output: string }> {
  const folder = writeConfig(await freePort(), hasBrotli);
  const { status, stderr } = spawnSync(program, ['-t', ...argumentsFor(folder)], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { accepted: status === 0, output: stderr };
}

export interface Nginx {
  origin: string;
  stop(): void;
}

/** Serves a built site below its base with Debian's nginx and the project's own rules. @throws if it does not start. */
export async function startNginx(site: string, base: string, hasBrotli = true): Promise<Nginx> {
  const port = await freePort();
  const folder = writeConfig(port, hasBrotli, base);
  const place = join(folder, 'root', base).replace(/\/$/u, '');
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(resolve(site), place);
  const nginx = spawn(program, argumentsFor(folder), { stdio: 'inherit' });
  nginx.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const stop = () => {
    nginx.kill();
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50 && nginx.exitCode === null; tries++) {
    const answer = await fetch(origin + base).catch(() => undefined);
    if (answer?.ok) return { origin, stop };
    await pause(100);
  }
  stop();
  throw new Error('nginx 没有起来。');
}

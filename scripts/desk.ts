import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bundlePage } from '../src/desk/server/bundle.ts';
import { Desk } from '../src/desk/server/desk.ts';
import { Preview } from '../src/desk/server/preview.ts';
import { serveDesk } from '../src/desk/server/server.ts';
import { contentFolder, readContentFiles } from '../src/loader/folder.ts';

/** The programs that open an address in the browser of the user. */
const openers: Partial<Record<NodeJS.Platform, [program: string, ...words: string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
  linux: ['xdg-open'],
};

function openBrowser(address: string): void {
  const [program = '', ...words] = openers[process.platform] ?? [];
  if (program === '') return;
  const opener = spawn(program, [...words, address], { detached: true, stdio: 'ignore' });
  // Where there is none, the address that is printed can be opened by hand.
  opener.once('error', () => {});
  opener.unref();
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    // For tests, and for machines that cannot run two servers.
    'no-open': { type: 'boolean' },
    'no-preview': { type: 'boolean' },
  },
});

console.log('正在打开编辑台……');
const preview = values['no-preview'] ? undefined : new Preview(readContentFiles(contentFolder));
if (preview) process.once('exit', () => preview.stop());
const desk = await serveDesk(new Desk(contentFolder, preview), await bundlePage(), Number(values.port), preview);
preview?.start(process.cwd());
console.log(
  `编辑台开好了，只有这台电脑能打开：\n  ${desk.address}\n浏览器没有自己打开的，复制上面的网址。用完关上这个窗口，或按 Ctrl+C。`,
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    preview?.stop();
    process.exit(0);
  });
if (!values['no-open']) openBrowser(desk.address);

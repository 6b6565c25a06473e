import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The files that the page is made of, by their paths. */
export type PageFiles = ReadonlyMap<string, { type: string; body: string | Uint8Array }>;

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>编辑台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/desk.css">
<script type="module" src="/desk.js"></script>
</head>
<body><div id="desk"><p class="opening">正在打开编辑台……</p></div><noscript><p>编辑台要用到 JavaScript，请在浏览器里打开它。</p></noscript></body>
</html>
`;

const types: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/** Bundles the page, in memory: nothing of it is asked of another host, and nothing is written. */
export async function bundlePage(): Promise<PageFiles> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../page/', import.meta.url)),
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../page/main.tsx', import.meta.url)),
        output: { entryFileNames: 'desk.js', assetFileNames: 'desk[extname]' },
      },
    },
  })) as Rolldown.RolldownOutput;
  const files = built.output.map((file): [string, { type: string; body: string | Uint8Array }] => [
    `/${file.fileName}`,
    {
      type: types[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      body: file.type === 'chunk' ? file.code : file.source,
    },
  ]);
  return new Map([['/', { type: 'text/html; charset=utf-8', body: html }], ...files]);
}

import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import cascadeLayers from '@csstools/postcss-cascade-layers';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { archive } from './src/integrations/archive.ts';
import { buildTargets } from './src/integrations/browser-floor.ts';
import { compression } from './src/integrations/compression.ts';
import { Content } from './src/integrations/content.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { movedFiles } from './src/integrations/moved-files.ts';
import { offlineCopy } from './src/integrations/offline-copy.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { contentFolder, readSite } from './src/loader/folder.ts';
import { bodySyntax, rehypeOfficialText } from './src/loader/markdown.ts';
import { recolour } from './src/text/colours.ts';

// No telemetry.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { base, origin, hue } = readSite(contentFolder);
const content = new Content(contentFolder);

/** In place of Vite's helper for parts of scripts that are loaded later: without its links to preload, which weigh more than they save here. */
const lightPreload = {
  name: 'light-preload',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper/ },
    handler: () => `export const __vitePreload = (load) => load().catch((payload) => {
      dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
      throw payload;
    });`,
  },
};

/** Turns the colours of the sheets to the hue of the site. */
const hueOf = (hue) => ({
  postcssPlugin: 'hue',
  Declaration(declaration) {
    const value = recolour(declaration.value, hue);
    if (value !== declaration.value) declaration.value = value;
  },
});

export default defineConfig({
  base,
  site: origin,
  // Not in node_modules, which copies of the project may share; so for Vite's below.
  cacheDir: './.astro/cache',
  output: 'static',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  // 'jsx' would drop white space that stands between words of the official text and marks in it.
  compressHTML: true,
  // Astro runs the hooks of one kind in this order: the last four read the finished site, the archive without compressed copies.
  integrations: [
    mdx(),
    contentCheck(content),
    searchIndex(content),
    offlineCopy(content),
    movedFiles(content),
    archive(content),
    compression(),
  ],
  markdown: {
    syntaxHighlight: false,
    // Smart punctuation would rewrite official text, GFM would make links of addresses in it. Headings get their ids from their
    // texts before these become components.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: bodySyntax,
      rehypePlugins: [rehypeHeadingIds, rehypeOfficialText],
    }),
  },
  devToolbar: { enabled: false },
  // The schemas by which Astro's extension for VS Code completes and checks the fields of MDX files.
  experimental: { contentIntellisense: true },
  // What a page may load or do at all. Forms that a meta element cannot carry are in scripts/deploy/nginx.conf.
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  // Nothing inline, so that a strict content policy can hold.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: {
    cacheDir: '.astro/vite',
    plugins: [tailwindcss(), lightPreload],
    css: { postcss: { plugins: [cascadeLayers(), hueOf(hue)] } },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // So that a page takes few requests: what filters of rows share is one file, what else several scripts share another.
              codeSplitting: {
                groups: [
                  { name: 'page', test: /Page\.astro\?astro&type=script/ },
                  { name: 'rows', test: /views\/row-filters|browser\/(?:named-element|asked-conditions)/ },
                  { name: 'shared', minShareCount: 2 },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      target: buildTargets(),
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro's own directive in each MDX module, which it reads before bundling.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
});

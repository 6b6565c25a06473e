/** Packages of which code or data reaches a reader's device, and what for. Those that only serve the build are not among them. */
export const shipped: Readonly<Record<string, string>> = {
  pagefind: '搜索的索引和查询',
  'opencc-js': '搜索用的繁简对照表',
  'pinyin-pro': '搜索用的拼音表',
  'workbox-precaching': '断网阅读',
  'workbox-core': '断网阅读',
  'workbox-routing': '断网阅读',
  'workbox-strategies': '断网阅读',
  tailwindcss: '样式',
};

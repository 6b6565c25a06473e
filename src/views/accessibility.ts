/** How the pages are checked. The browser tests take these values, so that the accessibility statement says what they do. */
export const accessibilityChecks = {
  /** Widths of the window in CSS pixels in which every page is checked. */
  widths: [390, 1280],
  /** The width in CSS pixels down to which no page scrolls sideways (WCAG 2.2, 1.4.10). */
  narrowest: 320,
  /** Tags of the rules of axe. */
  rules: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  /** As the tests call them; the latter two in dark as well. */
  looks: ['浅色', '深色', '长者模式', '系统要求更高对比'],
} as const;

const { widths, narrowest, looks } = accessibilityChecks;

/** What the statement says was checked, by the tag of the browser tests that check it; a test holds that each tag has tests. */
export const checkedStatements = {
  '@axe': `用 axe 按 WCAG 2.2 A、AA 级规则检查每一个页面，窗口宽 ${widths.join(' 和 ')} 像素，${looks.join('、')}各种显示方式都没有不合格之处；axe 判断不了的，逐处测量或由人核对。长者模式和更高对比下，文字对比度按 7:1 检查。`,
  '@states':
    '当前栏目、按下的按钮和跳转到的位置，在各种显示方式和系统强制颜色（Windows 高对比）下都能分辨，不只靠颜色。',
  '@narrow': `每一个页面在 ${narrowest} 像素宽的窗口里都不用左右拖动；只把文字放大一倍时，每种页面也不用左右拖动，数字不断成两行。`,
  '@spacing': '读者自行加大行距、字距后，每种页面的文字不被截断、不重叠。',
  '@keyboard': '只用键盘走完每种页面，焦点始终看得见；搜索、设置和单位页面都能只用键盘操作。',
  '@speech': '朗读能开始、逐句推进，也能停止。',
} as const;

/** The same, by the file of the audit that checks it. */
export const auditedStatements = {
  'html-checker.test.ts': '用 Nu Html Checker 按 HTML 标准检查每一个页面，没有错误。',
  'second-engine.test.ts':
    '再用 IBM Equal Access 检查每种页面的浅色、深色、长者模式和强制颜色四种显示方式；工具判断不了的，逐类由人核对。',
} as const;

/** The browsers that everything works in from this version on, and where reading alone does; a test holds them to `browserslist`. */
export const browserFloor = {
  all: { chrome: '103', edge: '103', firefox: '102', safari: '15.4', ios_saf: '15.4' },
  reading: { chrome: '88' },
} as const;

/** The engines in which the tests make their journeys: in all but the last everything, there reading alone. */
export const triedEngines = [
  'Chromium',
  'Firefox ESR',
  'WebKitGTK',
  'Chromium 109',
  'Chromium 103',
  'Chromium 88',
] as const;

const { all, reading } = browserFloor;

/** Which browser a reader needs, and what to do with another. */
export const browserAdvice: readonly string[] = [
  `Chrome ${all.chrome}、Edge ${all.edge}、Firefox ${all.firefox}、Safari ${all.safari}（iOS ${all.ios_saf}）及更新的版本：全部功能可用。微信、360 等浏览器以 Chromium 内核的版本为准。`,
  `Chrome ${reading.chrome} 到 ${Number(all.chrome) - 1}：可以阅读、筛选和打印，不能搜索，请从目录或网站地图查找。`,
  '更旧的浏览器没有试过。页面不正常时，请换用较新的浏览器，或关闭脚本阅读。',
];

/** In which engines the pages were tried. */
export const triedStatement = `在 ${triedEngines.slice(0, -1).join('、')} 中试过主要用法：找需求、搜索、筛选和打印任务清单、复制原文和出处、长者模式、单位页面；在 ${triedEngines.at(-1)} 中试过阅读部分。`;

/** How the pages are checked. The browser tests take these values, so that the accessibility statement says what they do. */
export const accessibilityChecks = {
  /** Widths of the window in CSS pixels in which every page is checked. */
  widths: [390, 1280],
  /** The width in CSS pixels down to which no page scrolls sideways (WCAG 2.2, 1.4.10). */
  narrowest: 320,
  /** Tags of the rules of axe. */
  rules: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  looks: ['浅色', '深色', '长者模式'],
} as const;

const { widths, narrowest, looks } = accessibilityChecks;

/** What the statement says was checked, by the tag of the browser tests that check it; a test holds that each tag has tests. */
export const checkedStatements = {
  '@axe': `用 axe 按 WCAG 2.2 A、AA 级规则检查每一个页面，窗口宽 ${widths.join(' 和 ')} 像素，${looks.join('、')}三种样子，不许有一处不合格；长者模式的文字对比度按 7:1 检查。`,
  '@narrow': `每一个页面在 ${narrowest} 像素宽的窗口里不出现横向滚动。`,
  '@keyboard': '在浏览器里只用键盘走通搜索、设置和单位页面。',
  '@speech': '朗读的开始、逐句推进和停止。',
} as const;

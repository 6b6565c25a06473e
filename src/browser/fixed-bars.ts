/** What is fixed at the foot of the window while it is shown. A page loads this when it shows the first of them. */
const barsAtFoot = '[data-stop], [data-notice=shown], [data-search-marks]';

/** How much of the window they cover, in pixels. */
function coveredHeight(): number {
  const tops = [...document.querySelectorAll(barsAtFoot)]
    .filter((bar) => bar.getClientRects().length > 0)
    .map((bar) => bar.getBoundingClientRect().top);
  return Math.ceil(innerHeight - Math.min(innerHeight, ...tops));
}

const observer = new ResizeObserver(() => {
  document.documentElement.style.setProperty('--covered', `${coveredHeight()}px`);
});

/**
 * Keeps room for a bar at the end of the page, and above it for what has the focus, however high it becomes.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum
 */
export const keepRoomFor = (bar: Element): void => observer.observe(bar);

for (const bar of document.querySelectorAll('[data-stop], [data-notice]')) keepRoomFor(bar);

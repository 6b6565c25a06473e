/** The share of the window's height above which a section counts as reached. */
const reached = 1 / 3;

/** Marks in contents the section that is being read, and scrolls its link into view. */
function follow(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll('a')];
  const sections = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const mark = () => {
    let at = sections.length - 1;
    while (at >= 0 && !((sections[at]?.getBoundingClientRect().top ?? Infinity) < innerHeight * reached)) at -= 1;
    for (const [index, link] of links.entries())
      if (index === at) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    const link = links[at];
    if (link) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(reached - 1) * 100}% 0px` });
  for (const section of sections) if (section) observer.observe(section);
}

for (const fold of document.querySelectorAll<HTMLDetailsElement>('.chapters')) {
  const contents = fold.querySelector('nav');
  if (contents) follow(contents);
  // Beside the text the contents stay open, by the style sheet where it can open a fold.
  if (!CSS.supports('selector(::details-content)')) fold.open = matchMedia('(min-width: 60rem)').matches;
  // Who comes back to the contents wants to see them.
  addEventListener('hashchange', () => {
    if (location.hash === `#${fold.id}`) fold.open = true;
  });
}

// Marks in the table of contents the section that is being read, and scrolls its link into view.
const contents = document.querySelector<HTMLElement>('.chapters > nav');
const links = [...(contents?.querySelectorAll('a') ?? [])];
const sectionElements = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
/** The share of the window's height above which a section counts as reached. */
const reached = 1 / 3;

function mark(): void {
  let at = sectionElements.length - 1;
  while (at >= 0 && !((sectionElements[at]?.getBoundingClientRect().top ?? Infinity) < innerHeight * reached)) at -= 1;
  for (const [index, link] of links.entries())
    if (index === at) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  const link = links[at];
  if (contents && link) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
}

// Beside the text the contents stay open, by the style sheet where it can open a fold.
const fold = contents?.closest('details');
if (fold && !CSS.supports('selector(::details-content)')) fold.open = matchMedia('(min-width: 60rem)').matches;

const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(reached - 1) * 100}% 0px` });
for (const section of sectionElements) if (section) observer.observe(section);

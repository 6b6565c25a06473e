/** Marks in the contents of a page the place that the reader has come to, and keeps it in sight there. */
const contents = document.querySelector<HTMLElement>('.chapters > nav');
const links = [...(contents?.querySelectorAll('a') ?? [])];
const places = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
/** The part of the window above which a place counts as reached. */
const reached = 1 / 3;

function mark(): void {
  const at = places.findLastIndex((place) => place && place.getBoundingClientRect().top < innerHeight * reached);
  for (const [index, link] of links.entries())
    if (index === at) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  const link = links[at];
  if (contents && link) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
}

const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(reached - 1) * 100}% 0px` });
for (const place of places) if (place) observer.observe(place);

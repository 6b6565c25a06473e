import type { CheerioAPI } from 'cheerio';
import { type Browsers, entryAt, type Finding, findingFor } from './compat-data.ts';

/** Where an attribute, and a value of it, may stand in the data; of any element where none is named. */
export function attributePaths(element: string, name: string, value: string): string[] {
  const places = [`html.elements.${element}.${name}`, `html.global_attributes.${name}`];
  return places.flatMap((place) => [`${place}.${value}`, `${place}_${value}`, place]).filter((path) => entryAt(path));
}

/** The elements of a page, and these with each of their attributes: `dialog`, `details name a`. The head holds hints, which may be ignored. */
export function tagsOf($: CheerioAPI): Set<string> {
  const tags = new Set<string>();
  for (const node of $('body, body :not(svg, svg *)').toArray()) {
    tags.add(`${node.name} `);
    for (const [name, value] of Object.entries(node.attribs)) tags.add(`${node.name} ${name} ${value}`);
  }
  return tags;
}

/** What the elements and attributes of pages are that some browsers lack. */
export const findingsInTag = (tag: string, browsers: Browsers): Finding[] => {
  const [element = '', name, ...value] = tag.split(' ');
  return name
    ? findingFor(attributePaths(element, name, value.join(' ')), browsers, tag)
    : findingFor([`html.elements.${element}`], browsers, tag);
};

import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { BrowserName, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

/** Something that a built file uses and a browser of its floor lacks. */
export interface Finding {
  /** Its path in MDN's compatibility data: `javascript.builtins.Map.groupBy`. */
  feature: string;
  /** The browsers that lack it: `chrome 103`. */
  lacking: string[];
  /** The words around it. */
  where: string;
}

/** The oldest version of each browser that must do, by its name in caniuse. */
export type Browsers = Record<string, number>;

const bcdNames: Record<string, BrowserName> = { ios_saf: 'safari_ios', and_chr: 'chrome_android' };

/** The entry at a path of the data; undefined if there is none. */
export function entryAt(path: string): Identifier | undefined {
  let entry = bcd as unknown as Identifier | undefined;
  for (const key of path.split('.')) entry = entry && Object.hasOwn(entry, key) ? entry[key] : undefined;
  return entry;
}

const isIn = (version: number) => (statement: SimpleSupportStatement) => {
  const { version_added, version_removed, flags, prefix, alternative_name } = statement;
  if (!version_added || flags || prefix || alternative_name) return false;
  const added = Number.parseFloat(version_added.replace('≤', ''));
  return added <= version && !(version_removed && Number.parseFloat(version_removed) <= version);
};

/** The browsers that lack the feature at a path; none where the data do not say. */
export function lackingIn(path: string, browsers: Browsers): string[] {
  const support = entryAt(path)?.__compat?.support;
  if (!support) return [];
  return Object.entries(browsers).flatMap(([name, version]) => {
    const statements = support[bcdNames[name] ?? (name as BrowserName)];
    if (statements === undefined) return [];
    return [statements].flat().some(isIn(version)) ? [] : [`${name} ${version}`];
  });
}

/** A finding for the first of some paths that the data know, if a browser lacks it. */
export function findingFor(paths: readonly string[], browsers: Browsers, where: string): Finding[] {
  const feature = paths.find((path) => entryAt(path)?.__compat);
  const lacking = feature ? lackingIn(feature, browsers) : [];
  return feature && lacking.length > 0 ? [{ feature, lacking, where }] : [];
}

/** The name that a sheet has for a property of `element.style`. */
export const cssProperty = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/** Rooms of the data whose children are objects of scripts. */
export const interfaceRooms = ['api', 'javascript.builtins', 'javascript.builtins.Intl', 'webassembly.api'];

/** The paths of what instances have, by its name, which a pattern finds in the key. */
function pathsByName(rooms: readonly string[], pattern: RegExp): ReadonlyMap<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const room of rooms)
    for (const [owner, entry] of Object.entries(entryAt(room) ?? {}))
      for (const key of owner === '__compat' ? [] : Object.keys(entry)) {
        const name = pattern.exec(key)?.[1];
        if (name) paths.set(name, [...(paths.get(name) ?? []), `${room}.${owner}.${key}`]);
      }
  return paths;
}

/** Methods and properties of every kind of object; those of the language alone; events. */
export const memberPaths = pathsByName(interfaceRooms, /^([a-z][A-Za-z\d]*)$/u);
export const builtinPaths = pathsByName(['javascript.builtins'], /^([a-z][A-Za-z\d]*)$/u);
export const eventPaths = pathsByName(['api'], /^([a-z]+)_event$/u);

/** Where a global name, `Map` or `navigator`, or a member of such an object may stand in the data. */
export function globalPaths(name: string, member?: string): string[] {
  if (!member) return interfaceRooms.flatMap((room) => [`${room}.${name}`, `${room}.Window.${name}`]);
  const owners = [name, name.charAt(0).toUpperCase() + name.slice(1)];
  return interfaceRooms.flatMap((room) =>
    owners.flatMap((owner) => [`${room}.${owner}.${member}_static`, `${room}.${owner}.${member}`]),
  );
}

/** How a reader wants the pages set; what is absent stays as designed. Kept on the device alone. */
export interface Settings {
  size?: 'large' | 'larger';
  contrast?: 'high';
  spacing?: 'wide';
  pointer?: 'large';
}

/** 长者模式: all that helps weak eyes, at once. */
export const elder: Settings = { size: 'large', contrast: 'high', spacing: 'wide', pointer: 'large' };

const values: Record<keyof Settings, readonly string[]> = {
  size: ['large', 'larger'],
  contrast: ['high'],
  spacing: ['wide'],
  pointer: ['large'],
};
export const names = Object.keys(values) as (keyof Settings)[];

/** Settings from text that was kept, or from a form; whatever is none of them is dropped. */
export function settingsFrom(given: Record<string, unknown>): Settings {
  return Object.fromEntries(
    names.flatMap((name) => (values[name].includes(String(given[name])) ? [[name, given[name]]] : [])),
  );
}

/** Tells whether the settings help as much as 长者模式 does. */
export const isElder = (settings: Settings): boolean => names.every((name) => settings[name] !== undefined);

/** The name under which the settings are kept, which the script in the head reads, too. */
const key = 'handbook:reading';

/** Settings kept on the device; none where storage is refused or holds something else. */
export function load(): Settings {
  try {
    return settingsFrom(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}

/** Keeps settings; where storage is refused or full they hold for this page. */
export function save(settings: Settings): void {
  try {
    if (Object.keys(settings).length > 0) localStorage.setItem(key, JSON.stringify(settings));
    else localStorage.removeItem(key);
  } catch {
    // Nothing to be done, and nothing lost but the memory of it.
  }
}

/** Sets the page accordingly. */
export function apply(settings: Settings, root: HTMLElement = document.documentElement): void {
  for (const name of names) {
    const value = settings[name];
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}

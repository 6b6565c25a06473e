import { readStoredJson, storageKeys, store } from '../storage.ts';

/** How a reader wants the pages set and used; what is absent stays as designed. Kept on the device alone. */
export interface Settings {
  size?: 'large' | 'larger';
  contrast?: 'high';
  spacing?: 'wide';
  pointer?: 'large';
  /** That of a single character, which speech input may hit unmeant (WCAG 2.2, 2.1.4). */
  shortcut?: 'off';
}

/** 长者模式: all that helps weak eyes, at once. */
export const elder = { size: 'large', contrast: 'high', spacing: 'wide', pointer: 'large' } as const satisfies Settings;
const inElder = Object.keys(elder) as (keyof typeof elder)[];

const values: Record<keyof Settings, readonly string[]> = {
  size: ['large', 'larger'],
  contrast: ['high'],
  spacing: ['wide'],
  pointer: ['large'],
  shortcut: ['off'],
};
export const names = Object.keys(values) as (keyof Settings)[];

/** Settings from text that was kept, or from a form; whatever is none of them is dropped. */
export function settingsFrom(given: Record<string, unknown>): Settings {
  return Object.fromEntries(
    names.flatMap((name) => (values[name].includes(String(given[name])) ? [[name, given[name]]] : [])),
  );
}

/** Whether the settings help as much as 长者模式 does: all of its settings are on, the size at least as large. */
export const isElder = (settings: Settings): boolean => inElder.every((name) => settings[name] !== undefined);

/** The settings with 长者模式 on, where a text that is larger already stays so, or with all that it is made of off. */
export function withElder(settings: Settings, on: boolean): Settings {
  if (on) return { ...elder, ...settings };
  return settingsFrom({ shortcut: settings.shortcut });
}

/** The settings stored on the device; none where storage is refused or holds something else. */
export const load = (): Settings => settingsFrom(Object(readStoredJson(storageKeys.reading)));

/** Stores settings. Gives false where storage is refused or full; then they hold for this page. */
export const save = (settings: Settings): boolean =>
  store(storageKeys.reading, Object.keys(settings).length > 0 ? JSON.stringify(settings) : null);

/** Sets the page accordingly. */
export function apply(settings: Settings, root: HTMLElement = document.documentElement): void {
  for (const name of names) {
    const value = settings[name];
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}

import { apply, isElder, load, names, type Settings, save, settingsFrom, withElder } from './settings.ts';

const part = <Kind extends Element>(selector: string) => document.querySelector<Kind>(selector);
const settingsForm = part<HTMLElement>('[data-reading-form]');
const elderButton = part<HTMLButtonElement>('[data-elder]');
const details = settingsForm?.closest('details');

let current: Settings = {};
/** Whether what is stored is what the page shows. */
let isStored = true;

function show(settings: Settings): void {
  current = settings;
  apply(settings);
  elderButton?.setAttribute('aria-pressed', String(isElder(settings)));
  for (const name of names)
    for (const input of settingsForm?.querySelectorAll<HTMLInputElement>(`[name=${name}]`) ?? [])
      input.checked = input.value === (settings[name] ?? '');
}

function choose(settings: Settings): void {
  show(settings);
  isStored = save(settings);
}

show(load());
settingsForm?.addEventListener('change', () => {
  const chosen = [...settingsForm.querySelectorAll<HTMLInputElement>('input:checked')];
  choose(settingsFrom(Object.fromEntries(chosen.map(({ name, value }) => [name, value]))));
});
elderButton?.addEventListener('click', () => choose(withElder(current, !isElder(current))));
// Another page of the handbook, or this one come back to, may have chosen otherwise meanwhile.
addEventListener('storage', () => show(load()));
addEventListener('pageshow', ({ persisted }) => persisted && isStored && show(load()));

function close(): void {
  if (!details?.open) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}

part('[data-close]')?.addEventListener('click', close);
document.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
// Nobody reads, or has the focus, behind an open panel.
for (const event of ['click', 'focusin'])
  document.addEventListener(event, ({ target }) => {
    if (details?.open && !details.contains(target as Node)) details.open = false;
  });

if ('speechSynthesis' in window)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-speak]')) {
    button.hidden = false;
    button.addEventListener('click', async () => (await import('./speech.ts')).readPageFor(button));
  }

import { apply, elder, isElder, load, names, type Settings, save, settingsFrom } from './settings.ts';

const part = <Kind extends Element>(selector: string) => document.querySelector<Kind>(selector);
const settingsForm = part<HTMLElement>('[data-reading-form]');
const elderButton = part<HTMLButtonElement>('[data-elder]');
const speakButton = part<HTMLButtonElement>('[data-speak]');
const stopButton = part<HTMLButtonElement>('[data-stop]');
const details = settingsForm?.closest('details');

function show(settings: Settings): void {
  apply(settings);
  elderButton?.setAttribute('aria-pressed', String(isElder(settings)));
  for (const name of names)
    for (const input of settingsForm?.querySelectorAll<HTMLInputElement>(`[name=${name}]`) ?? [])
      input.checked = input.value === (settings[name] ?? '');
}

function choose(settings: Settings): void {
  show(settings);
  save(settings);
}

show(load());
settingsForm?.addEventListener('change', () => {
  const chosen = [...settingsForm.querySelectorAll<HTMLInputElement>('input:checked')];
  choose(settingsFrom(Object.fromEntries(chosen.map(({ name, value }) => [name, value]))));
});
elderButton?.addEventListener('click', () => choose(isElder(load()) ? {} : elder));
// Another page of the handbook, or this one come back to, may have chosen otherwise meanwhile.
addEventListener('storage', () => show(load()));
addEventListener('pageshow', ({ persisted }) => persisted && show(load()));

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !details?.open) return;
  details.open = false;
  details.querySelector('summary')?.focus();
});
document.addEventListener('click', ({ target }) => {
  if (details?.open && !details.contains(target as Node)) details.open = false;
});

if ('speechSynthesis' in window && speakButton && stopButton) {
  let stop: (() => void) | undefined;
  speakButton.hidden = false;
  speakButton.addEventListener('click', async () => {
    const main = part('main');
    if (!main || stop) return;
    const { readAloud } = await import('./speech.ts');
    if (details) details.open = false;
    stopButton.hidden = false;
    stopButton.focus();
    stop = readAloud(main, () => {
      stop = undefined;
      stopButton.hidden = true;
    });
  });
  stopButton.addEventListener('click', () => stop?.());
  addEventListener('pagehide', () => stop?.());
}

import { readStored, storageKeys, store } from './storage.ts';

/** The control on a unit's page that makes it the reader's own. */
const control = document.querySelector<HTMLElement>('[data-keep-unit]');
const keep = control?.querySelector<HTMLButtonElement>('[data-keep]');
const forget = control?.querySelector<HTMLButtonElement>('[data-forget]');
const status = control?.querySelector('[role=status]');

if (control && keep && forget && status && readStored(storageKeys.unit) !== undefined) {
  const id = control.dataset.keepUnit ?? '';
  const show = (kept: boolean) => {
    // The button that takes the other's place takes its focus.
    const pressed = document.activeElement === (kept ? keep : forget);
    keep.hidden = kept;
    forget.hidden = !kept;
    if (pressed) (kept ? forget : keep).focus();
  };
  keep.addEventListener('click', () => {
    const kept = store(storageKeys.unit, id);
    show(kept);
    status.textContent = kept ? '已记在这台设备上，首页会先列出本单位的职责。' : '浏览器不允许在这台设备上保存。';
  });
  forget.addEventListener('click', () => {
    store(storageKeys.unit, null);
    show(false);
    status.textContent = '已从这台设备上删除。';
  });
  show(readStored(storageKeys.unit) === id);
} else if (control) control.hidden = true;

import { readStored, storageKeys, store } from './storage.ts';

/** The control on a unit's page that stores the unit as the reader's own. */
const control = document.querySelector<HTMLElement>('[data-keep-unit]');
const keepButton = control?.querySelector<HTMLButtonElement>('[data-keep]');
const forgetButton = control?.querySelector<HTMLButtonElement>('[data-forget]');
const status = control?.querySelector('[role=status]');

if (control && keepButton && forgetButton && status && readStored(storageKeys.unit) !== undefined) {
  const id = control.dataset.keepUnit ?? '';
  const show = (kept: boolean) => {
    // One button replaces the other and takes its focus.
    const pressed = document.activeElement === (kept ? keepButton : forgetButton);
    keepButton.hidden = kept;
    forgetButton.hidden = !kept;
    if (pressed) (kept ? forgetButton : keepButton).focus();
  };
  keepButton.addEventListener('click', () => {
    const kept = store(storageKeys.unit, id);
    show(kept);
    status.textContent = kept ? '已记在这台设备上，首页会先列出本单位的职责。' : '浏览器不允许在这台设备上保存。';
  });
  forgetButton.addEventListener('click', () => {
    store(storageKeys.unit, null);
    show(false);
    status.textContent = '已从这台设备上删除。';
  });
  show(readStored(storageKeys.unit) === id);
} else if (control) control.hidden = true;

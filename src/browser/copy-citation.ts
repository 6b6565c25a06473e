/*
 * What follows on the wish to copy a citation, loaded when somebody has it: the confirmation, and a way where the browser has no
 * `navigator.clipboard`, as on plain http, or does not permit it.
 */
const confirmation = '已复制';
/** How long it stands, in milliseconds. */
const confirmationMs = 1600;

/** Says it to who cannot see the link; the live region is there before it changes. */
const copied = document.querySelector('[data-copied]');

/** Shows a citation, selected, where no script may copy it. */
const panel = document.createElement('dialog');
panel.className =
  'm-auto w-[min(36em,calc(100%-2rem))] rounded-lg border border-lake bg-paper px-5 py-4 text-ink print:hidden';
panel.setAttribute('aria-labelledby', 'copy-by-hand');
panel.innerHTML = `<p id="copy-by-hand">浏览器不允许自动复制。引用已经选中，请按 Ctrl+C（苹果电脑按 ⌘C）复制；在手机上长按，再点“复制”。</p>
<textarea class="mt-3 block w-full rounded border border-field bg-paper p-2 text-[1rem]" rows="5" readonly aria-label="引用"></textarea>
<form class="mt-2" method="dialog"><button class="min-h-11 px-1 text-lake underline">关闭</button></form>`;
const field = panel.querySelector('textarea') as HTMLTextAreaElement;

/** Deprecated, and yet the only way to copy without encryption. */
const oldWay: { execCommand(command: 'copy'): boolean } = document;

/** Copies a text by the old way; where that is refused, gives false and leaves the text selected for the reader to copy. */
function copySelected(text: string): boolean {
  field.value = text;
  document.body.append(panel);
  panel.showModal();
  field.select();
  const isCopied = oldWay.execCommand('copy');
  if (isCopied) panel.close();
  return isCopied;
}

/** Confirms in the text of a link for a moment that its citation is copied. */
function confirm(label: Text): void {
  const words = label.data;
  if (!copied || words === confirmation) return;
  copied.textContent = label.data = confirmation;
  setTimeout(() => {
    copied.textContent = '';
    label.data = words;
  }, confirmationMs);
}

/** Finishes the copying of a link's citation: `written` tells whether the clipboard took the text. */
export async function finishCopy(link: HTMLAnchorElement, text: string, written: Promise<boolean>): Promise<void> {
  const label = link.firstChild;
  if (((await written) || copySelected(text)) && label instanceof Text) confirm(label);
}

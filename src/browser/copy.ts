import { type ClipboardContent, clipboardContent } from '../views/clipboard-content.ts';
import { isQuotationForm, quotationForms } from '../views/quotation.ts';
import { chosenForm, quotationOf, quotedAs } from './copy-citation.ts';
import { notify } from './notice.ts';
import { officialBlocks, selectedRanges, tableRows } from './official-words.ts';

/*
 * What copying takes, loaded with the first selection or when a control that copies is pressed: words with their source, the rows of
 * a list as one table, and of any selection the official words alone.
 */

/** A selection that holds official words is copied without all else; any other as the browser does. */
document.addEventListener('copy', (event) => {
  const ranges = selectedRanges();
  const blocks = ranges.length > 0 ? officialBlocks(document, ranges) : [];
  if (blocks.length > 0) fill(event, clipboardContent(blocks));
});

function fill(event: ClipboardEvent, { text, html }: ClipboardContent): void {
  event.clipboardData?.setData('text/plain', text);
  event.clipboardData?.setData('text/html', html);
  event.preventDefault();
}

/** The rows that are shown of the tables of a list, which have the same columns, as one table. */
function listedRows() {
  const tables = [...document.querySelectorAll<HTMLTableElement>('.task-table')].filter(
    (one) => !one.closest('[hidden]'),
  );
  return tables.flatMap((table, at) => tableRows(table).slice(at === 0 ? 0 : (table.tHead?.rows.length ?? 0)));
}

const paragraphs = (text: string) => text.split('\n').map((line) => ({ tag: 'p', text: line }) as const);

/** What was copied last. */
let content: ClipboardContent = { text: '', html: '' };

/** What a control copies, as plain text: a link its quotation, a button the rows of the list. */
export function textFor(control: HTMLElement): Blob {
  content =
    control instanceof HTMLAnchorElement
      ? clipboardContent(paragraphs(quotationOf(control)))
      : clipboardContent([{ rows: listedRows() }]);
  return new Blob([content.text], { type: 'text/plain' });
}

/** Shows what could not be copied, selected, where no script may copy it. */
const panel = document.createElement('dialog');
panel.className =
  'm-auto w-[min(36em,calc(100%-2rem))] rounded-lg border border-lake bg-paper px-5 py-4 text-ink print:hidden';
panel.setAttribute('aria-labelledby', 'copy-by-hand');
panel.innerHTML = `<p id="copy-by-hand">浏览器不允许自动复制。内容已经选中，请按 Ctrl+C（苹果电脑按 ⌘C）复制；在手机上长按，再点“复制”。</p>
<textarea class="mt-3 block w-full rounded border border-field bg-paper p-2 text-[1rem]" rows="5" readonly aria-label="要复制的内容"></textarea>
<form class="mt-2" method="dialog"><button class="min-h-11 px-1 text-lake underline">关闭</button></form>`;
const field = panel.querySelector('textarea') as HTMLTextAreaElement;

/** Deprecated, and yet the only way to copy without encryption. */
const oldWay: { execCommand(command: 'copy'): boolean } = document;

/** Copies by the old way, a table as one too; where that is refused, gives false and leaves the text selected for the reader to copy. */
function copySelected(): boolean {
  field.value = content.text;
  document.body.append(panel);
  panel.showModal();
  field.select();
  field.addEventListener('copy', (event) => fill(event, content), { once: true });
  const isCopied = oldWay.execCommand('copy');
  if (isCopied) panel.close();
  return isCopied;
}

/** False where the browser has no clipboard for scripts, or refuses it. */
async function write(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content.text);
    return true;
  } catch {
    return false;
  }
}

const confirmation = '已复制';
/** How long it stands, in milliseconds. */
const confirmationMs = 1600;
/** Says it to who cannot see the link; the live region is there before it changes. */
const copied = document.querySelector('[data-copied]');

/** Confirms in the text of a link for a moment that what it stands for is copied. */
function confirm(label: Text): void {
  const words = label.data;
  if (!copied || words === confirmation) return;
  copied.textContent = label.data = confirmation;
  setTimeout(() => {
    copied.textContent = '';
    label.data = words;
  }, confirmationMs);
}

/** The choice of form, beside the link that copied last: another form is copied at once and stays the choice. */
const choice = document.createElement('select');
choice.className = 'ms-2 min-h-6 rounded border border-field bg-paper text-small text-ink select-none print:hidden';
choice.setAttribute('aria-label', '引用格式');
choice.append(...Object.entries(quotationForms).map(([value, name]) => new Option(name, value)));
choice.addEventListener('change', async () => {
  if (!isQuotationForm(choice.value)) return;
  content = clipboardContent(paragraphs(quotedAs(choice.value)));
  const label = choice.previousElementSibling?.firstChild;
  if (((await write()) || copySelected()) && label instanceof Text) confirm(label);
});

/** Finishes what a control began: `isWritten` tells whether the clipboard took the text. */
export async function finishCopy(control: HTMLElement, isWritten: boolean): Promise<void> {
  if (!(control instanceof HTMLAnchorElement)) {
    const isCopied = copySelected();
    // As text divided by tabs it is there all the same.
    if (isWritten) panel.close();
    if (isCopied || isWritten) notify('已复制，可粘贴到 Word 或 Excel。');
    return;
  }
  const isCopied = isWritten || (await write()) || copySelected();
  choice.value = chosenForm();
  if (choice.previousElementSibling !== control) control.after(choice);
  const label = control.firstChild;
  if (isCopied && label instanceof Text) confirm(label);
}

import { extractText, getDocumentProxy } from 'unpdf';
import type { Page } from './page.ts';

/** Shows the page as its sheets for print would, where no print can be read; what is heard before printing is fired. */
function dressForPrint(): void {
  const dress = (list: CSSRuleList) => {
    for (const rule of list) {
      if (rule instanceof CSSMediaRule) {
        const media = [...rule.media].map((query) =>
          query.replace(/\bscreen\b/u, 'not all').replace(/^(?:only )?print\b/u, 'all'),
        );
        rule.media.mediaText = media.join(', ');
      }
      if ('cssRules' in rule) dress(rule.cssRules as CSSRuleList);
    }
  };
  for (const { cssRules } of document.styleSheets) dress(cssRules);
  dispatchEvent(new Event('beforeprint'));
}

/** The text that a printer would get, and a remark where only the styles for print could be tried. */
export async function textOnPaper(page: Page): Promise<{ text: string; remark?: string }> {
  if (page.driver.pdf) {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.driver.pdf())), {
      mergePages: true,
    });
    // A font may tell a character as the radical that looks the same.
    return { text: text.normalize('NFKC') };
  }
  await page.read(dressForPrint);
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: the text as shown.
    text: await page.read(() => document.body.innerText),
    remark: 'by the styles for print and the event before it: what the engine prints cannot be read',
  };
}

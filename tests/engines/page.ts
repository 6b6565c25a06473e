import type { Driver, InPage } from './drivers/driver.ts';
import { until } from './until.ts';

/** Elements that are in sight or would be after scrolling, by selector and, where given, by words that they contain. */
interface Sought {
  css: string;
  words?: string;
}

/** A page as readers use it: steps that wait until they can be made. */
export class Page {
  readonly driver: Driver;
  /** Where the handbook is served, base included. */
  readonly home: string;

  constructor(driver: Driver, home: string) {
    this.driver = driver;
    this.home = home;
  }

  /** Opens a path below the base. */
  open(path: string): Promise<void> {
    return this.driver.open(this.home + path);
  }

  read<Result>(run: () => Result): Promise<Awaited<Result>>;
  read<Argument, Result>(run: InPage<Argument, Result>, argument: Argument): Promise<Awaited<Result>>;
  read<Argument, Result>(run: InPage<Argument | undefined, Result>, argument?: Argument): Promise<Awaited<Result>> {
    return this.driver.evaluate(run, argument);
  }

  /** Asks the page again until the answer is something. @throws naming what was waited for. */
  async until<Argument, Result>(what: string, run: InPage<Argument, Result>, argument: Argument) {
    try {
      return await until(what, () => this.driver.evaluate(run, argument));
    } catch (error) {
      throw new Error(`at ${await this.address().catch(() => 'no page')}`, { cause: error });
    }
  }

  address(): Promise<string> {
    return this.read(() => location.href);
  }

  /** Waits for an address that contains a part. */
  async at(part: string): Promise<void> {
    await this.until(`address with ${part}`, (part) => decodeURIComponent(location.href).includes(part), part);
  }

  /** Waits until elements are shown; gives the text of the first. */
  shows(css: string, words?: string): Promise<string> {
    return this.until(
      `${css} ${words ?? ''}`,
      ({ css, words }: Sought) => {
        for (const element of document.querySelectorAll<HTMLElement>(css))
          if (element.getClientRects().length > 0 && (!words || element.textContent?.includes(words)))
            return element.textContent?.trim() || ' ';
        return '';
      },
      { css, ...(words && { words }) },
    );
  }

  /** How many elements are shown. */
  count(css: string): Promise<number> {
    return this.read(
      (css) => [...document.querySelectorAll(css)].filter((element) => element.getClientRects().length > 0).length,
      css,
    );
  }

  /** Clicks the middle of the first line of the first such element once it is shown, stands still and nothing covers it. */
  async click(css: string, words?: string): Promise<void> {
    const [x, y] = (await this.until(
      `${css} ${words ?? ''} to click`,
      async ({ css, words }: Sought) => {
        const element = [...document.querySelectorAll<HTMLElement>(css)].find(
          (one) => one.getClientRects().length > 0 && (!words || one.textContent?.includes(words)),
        );
        // Scripts have run by then.
        if (!element || document.readyState !== 'complete') return undefined;
        element.scrollIntoView({ block: 'center', behavior: 'instant' as ScrollBehavior });
        const place = () => {
          const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
          return [left + width / 2, top + height / 2] as const;
        };
        const [x, y] = place();
        await new Promise((resolve) => setTimeout(resolve, 50));
        const [again, down] = place();
        const hit = document.elementFromPoint(x, y);
        return x === again && y === down && (element.contains(hit) || hit?.contains(element)) ? [x, y] : undefined;
      },
      { css, ...(words && { words }) },
    )) as [number, number];
    await this.driver.clickAt(x, y);
  }

  /** Replaces what a field holds by typing. */
  async fill(css: string, text: string): Promise<void> {
    await this.click(css);
    await this.driver.press('a', 'Control');
    await this.driver.press('Backspace');
    await this.driver.type(text);
  }

  /** Chooses in a list, as its menu, which belongs to the system, would. */
  async choose(css: string, value: string): Promise<void> {
    await this.until(
      `${value} offered by ${css}`,
      ({ css, value }) => {
        const select = document.querySelector<HTMLSelectElement>(css);
        if (!select || document.readyState !== 'complete') return false;
        if (![...select.options].some((option) => option.value === value && !option.disabled)) return false;
        select.value = value;
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      { css, value },
    );
  }

  /** What a paste into a field of plain text gives. */
  async pasted(): Promise<string> {
    await this.read(() => {
      const field = document.createElement('textarea');
      document.querySelector('main')?.prepend(field);
      field.focus();
    });
    await this.driver.press('v', 'Control');
    return this.until('a paste', () => document.querySelector('textarea')?.value, undefined);
  }
}

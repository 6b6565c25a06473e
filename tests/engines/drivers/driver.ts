/** A function that runs in a page. It is sent as text: it sees its argument and the page, nothing of the module it stands in. */
export type InPage<Argument, Result> = (argument: Argument) => Result;

/** One window of a browser with a profile of its own: what the journeys need, and no more than all three protocols can do. */
export interface Driver {
  /** Opens an address and waits until it has loaded. */
  open(address: string): Promise<void>;
  /** The result, or what the promise resolves to, has to be JSON. @throws where the page is being left. */
  evaluate<Argument, Result>(run: InPage<Argument, Result>, argument: Argument): Promise<Awaited<Result>>;
  /** Clicks with the mouse, in CSS pixels from the corner of what is in sight. */
  clickAt(x: number, y: number): Promise<void>;
  /** Types at the caret. */
  type(text: string): Promise<void>;
  /** Presses a key, named as in `KeyboardEvent.key`, alone or with the control key. */
  press(key: string, modifier?: 'Control'): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** Sets the size of what is in sight, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** What is in sight, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** The page as a printer would get it; no method where the protocol cannot print (WebKitGTK) or the file does not hold its text (Firefox). */
  pdf?(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A running browser. */
export interface Browser {
  version: string;
  /** Opens a window with an empty profile, 1280 × 900. */
  newWindow(): Promise<Driver>;
  close(): Promise<void>;
}

export const desktop = { width: 1280, height: 900 };

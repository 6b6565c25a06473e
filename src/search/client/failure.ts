/**
 * Why search has no answer, as far as a reader can do something about it:
 * - `unsupported`: the browser is older than what search needs;
 * - `network`: no answer came from the server;
 * - `server`: the server refuses a file, does not have it, or sends something else in its place;
 * - `updated`: another edition of the handbook was published since the page was loaded;
 * - `fault`: a fault of this code.
 */
export type FailureKind = 'unsupported' | 'network' | 'server' | 'updated' | 'fault';

/** Its message is for engineers. */
export class SearchFailure extends Error {
  declare readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string) {
    super(message);
    Object.assign(this, { kind });
  }
}

/** Any error as a failure of search. */
export const failureOf = (error: unknown): SearchFailure =>
  error instanceof SearchFailure ? error : new SearchFailure('fault', String((error as Error)?.stack ?? error));

/** Fetches a file. @throws SearchFailure If it does not arrive. */
export async function load(address: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(address, { cache }).catch((error) => {
    throw new SearchFailure('network', `${address}: ${error}`);
  });
  if (!response.ok) throw new SearchFailure('server', `${response.status} ${address}`);
  return response;
}

/** Fetches a JSON file. @throws SearchFailure If it does not arrive, or is something else. */
export async function loadJson<T>(address: string, cache?: RequestCache): Promise<T> {
  const response = await load(address, cache);
  return response.json().catch((error) => {
    // A body that is cut off on the way is reported as a TypeError.
    throw new SearchFailure(error instanceof SyntaxError ? 'server' : 'network', `${address}: ${error}`);
  });
}

/**
 * Fetches a file and reads its bytes.
 * @throws SearchFailure If it does not arrive, or is something that cannot be read.
 */
export async function loadFile<T>(
  address: string,
  read: (bytes: Uint8Array) => T,
  cache: RequestCache = 'default',
): Promise<T> {
  const body = (await load(address, cache)).arrayBuffer();
  const bytes = await body.catch((error) => {
    throw new SearchFailure('network', `${address}: ${error}`);
  });
  try {
    return read(new Uint8Array(bytes));
  } catch (error) {
    throw new SearchFailure('server', `${address}: ${error}`);
  }
}

/** Whether this browser has what the scripts of search use: Chromium 92, Firefox 90, Safari 15.4. */
export const isSupported = (): boolean => 'at' in Array.prototype;

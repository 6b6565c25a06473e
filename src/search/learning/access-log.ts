import { normalise } from '../../text/normalise.ts';

/** What a line of an access log says of a request; nothing of the reader is kept. */
interface LoggedRequest {
  method: string;
  /** Without the host. */
  path: string;
  /** What stands behind `?`, as it was sent. */
  query: string;
  status: number;
  /** What the browser calls itself; blank where the log does not have it. */
  agent: string;
  /** In milliseconds since 1970; NaN where the log does not say it. */
  time: number;
}

/** Common and combined format of Apache and nginx. */
const common =
  /\[(?<time>[^\]]*)\] "(?<method>[A-Z]+) (?<target>\S+)(?: HTTP\/[\d.]+)?" (?<status>\d{3}) \S+(?: "(?:[^"\\]|\\.)*" "(?<agent>(?:[^"\\]|\\.)*)")?/u;
/** `30/Nov/2026:01:40:32 +0000`. */
const commonTime = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/u;

const timeOf = (text: string) => Date.parse(text.replace(commonTime, '$1 $2 $3 $4 $5$6'));

/** Where the address of a request ends and what is asked begins. */
function targetOf(target: string): { path: string; query: string } {
  const local = target.replace(/^https?:\/\/[^/]*/u, '');
  const at = local.indexOf('?');
  return at < 0 ? { path: local, query: '' } : { path: local.slice(0, at), query: local.slice(at + 1) };
}

/**
 * Reads access logs line by line: the common and combined format, and the extended format of the W3C, which IIS writes and in which
 * a line names the fields of those after it. Of any other line it gives undefined.
 * @see https://www.w3.org/TR/WD-logfile.html
 */
function logReader(): (line: string) => LoggedRequest | undefined {
  let fields: string[] | undefined;
  return (line) => {
    if (line.startsWith('#')) {
      if (line.startsWith('#Fields:')) fields = line.slice('#Fields:'.length).trim().split(/\s+/u);
      return undefined;
    }
    if (fields) {
      const cells = line.trim().split(' ');
      const cell = (name: string) => cells[fields?.indexOf(name) ?? -1] ?? '';
      const query = cell('cs-uri-query');
      return {
        method: cell('cs-method'),
        path: cell('cs-uri-stem'),
        query: query === '-' ? '' : query,
        status: Number(cell('sc-status')),
        agent: cell('cs(User-Agent)'),
        time: Date.parse(`${cell('date')}T${cell('time')}Z`),
      };
    }
    const { time = '', method = '', target = '', status, agent = '' } = common.exec(line)?.groups ?? {};
    return status === undefined
      ? undefined
      : { method, ...targetOf(target), status: Number(status), agent, time: timeOf(time) };
  };
}

/** A value of a query string as bytes; nginx and Apache write a byte that is no sign as `\xE7`. */
const bytesOf = (value: string) =>
  Buffer.from(
    value
      .replaceAll('+', ' ')
      .replace(/(?:%|\\x)([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

/** The encodings in which browsers of this country send words. */
const encodings = ['utf-8', 'gb18030'].map((name) => new TextDecoder(name, { fatal: true }));

/** A question is counted by so many characters of it. */
const longest = 200;

/** What was sent as a value, without controls, which a terminal would obey; undefined for bytes that are no text. */
function decoded(value: string): string | undefined {
  const bytes = bytesOf(value);
  for (const encoding of encodings)
    try {
      return [
        ...encoding
          .decode(bytes)
          .replace(/\p{C}+/gu, ' ')
          .trim(),
      ]
        .slice(0, longest)
        .join('');
    } catch {
      // The next one.
    }
  return undefined;
}

/** Programs that are no readers: robots, checks of the server, tools. */
const robot = /bot|crawl|spider|slurp|monitor|probe|health|preview|curl|wget|python|java\/|go-http|headless/iu;

/** The question that a request to the search page asks, if a reader made it and it was answered. */
function questionOf({ method, path, query, status, agent }: LoggedRequest, page: string): string | undefined {
  const isAnswered = (status >= 200 && status < 300) || status === 304;
  if (!isAnswered || (method !== 'GET' && method !== 'HEAD') || path.replace(/index\.html$/u, '') !== page)
    return undefined;
  if (robot.test(agent)) return undefined;
  const value = query.split('&').find((pair) => pair.startsWith('q='));
  return value === undefined ? undefined : decoded(value.slice(2));
}

/** A question, and how often it was asked. */
export interface AskedQuestion {
  /** As it was first written. */
  text: string;
  times: number;
}

/** What logs hold of questions. */
export interface AskedQuestions {
  /** The path of the search page from the root of the host. */
  page: string;
  lines: number;
  /** The lines that are requests in a format that is read. */
  requests: number;
  /** Most frequent first; of as frequent ones in the order in which they were asked. */
  questions: AskedQuestion[];
}

/**
 * Counts what was asked of the search page in the lines of logs, each byte of which is one character (`latin1`). Questions that differ
 * in case, width and blanks are one. Lines that are something else are passed over.
 * @param page The path of the search page from the root of the host.
 * @param since In milliseconds since 1970: earlier lines, and those without a time, do not count.
 */
export async function countQuestions(
  lines: AsyncIterable<string> | Iterable<string>,
  page: string,
  since?: number,
): Promise<AskedQuestions> {
  const read = logReader();
  const counts = new Map<string, AskedQuestion>();
  let [all, requests] = [0, 0];
  for await (const line of lines) {
    all++;
    const request = read(line);
    if (request) requests++;
    if (!request || (since !== undefined && !(request.time >= since))) continue;
    const text = questionOf(request, page);
    const key = normalise(text ?? '');
    if (text === undefined || key === '') continue;
    const asked = counts.get(key) ?? { text, times: 0 };
    asked.times++;
    counts.set(key, asked);
  }
  return { page, lines: all, requests, questions: [...counts.values()].sort((a, b) => b.times - a.times) };
}

import { type ChangeObject, diffArrays, diffChars } from 'diff';
import type { Plan } from '../../model/types.ts';
import { bigramsOf, diceCoefficient } from '../../text/similarity.ts';
import type { Line, Origin } from './rows.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import { withoutLeftOut } from './take-back.ts';
import { transcribedLines } from './transcript.ts';

/** A place where the content, its corrections taken back, is not what the source has. */
export interface Difference {
  /** Words within a line, a line that the other does not have at all, or one that stands in another place. */
  kind: 'words' | 'line' | 'moved';
  /** Where the words stand in the content; where the content lacks a whole line, the place before it. */
  origin: Origin;
  /** The line of the source file, from 1. */
  line: number;
  /** The words that both have just before. */
  before: string;
  /** What the source has from there on; empty if nothing. */
  source: string;
  /** What the content has from there on; empty if nothing. */
  content: string;
}

/** A line of the content and the line of the source that it is held against; one of them where the other has none. */
interface Pair {
  content: Line | undefined;
  source: SourceLine | undefined;
  alike: boolean;
}

const context = 12;
/** How alike two lines are that are one line with faults. */
const oneLine = 0.5;

/** Compares a plan with its source, line by line; gives no difference if they agree to the character. */
export function differences(plan: Plan, source: string): Difference[] {
  const received = withoutLeftOut(plan, sourceLines(source));
  const content = transcribedLines(plan, received);
  const changes = diffArrays(
    received.map(({ text }) => text),
    content.map(({ text }) => text),
  );
  const moved = movedLines(changes, received);
  const found: Difference[] = [];
  const gone: SourceLine[] = [];
  const added: Line[] = [];
  let last: Pick<Difference, 'origin' | 'line'> = { origin: { kind: 'plan', path: ['heading'] }, line: 1 };

  const settle = () => {
    for (const line of added.filter(({ text }) => moved.has(text)))
      found.push(
        ...compareLines(
          { content: line, source: undefined, alike: false },
          { ...last, line: moved.get(line.text) ?? last.line },
          'moved',
        ),
      );
    const stays = ({ text }: { text: string }) => !moved.has(text);
    for (const pair of paired(added.filter(stays), gone.filter(stays))) {
      found.push(...compareLines(pair, last, pair.alike ? 'words' : 'line'));
      last = found.at(-1) ?? last;
    }
    gone.length = 0;
    added.length = 0;
  };

  let [here, there] = [0, 0];
  for (const change of changes) {
    if (change.removed) {
      gone.push(...received.slice(there, there + change.count));
      there += change.count;
    } else if (change.added) {
      added.push(...content.slice(here, here + change.count));
      here += change.count;
    } else {
      settle();
      there += change.count;
      here += change.count;
      last = {
        origin: content[here - 1]?.stretches.at(-1)?.origin ?? last.origin,
        line: received[there - 1]?.number ?? last.line,
      };
    }
  }
  settle();
  return found;
}

/** The lines that both have, as often, in different places, each with the line of the source where it first stands. */
function movedLines(changes: readonly ChangeObject<string[]>[], received: readonly SourceLine[]): Map<string, number> {
  const balance = new Map<string, number>();
  const places = new Map<string, number>();
  let there = 0;
  for (const { added, removed, value } of changes) {
    for (const [index, text] of value.entries()) {
      if (added || removed) balance.set(text, (balance.get(text) ?? 0) + (added ? 1 : -1));
      if (removed && !places.has(text)) places.set(text, received[there + index]?.number ?? 1);
    }
    if (!added) there += value.length;
  }
  return new Map([...places].filter(([text]) => balance.get(text) === 0));
}

/** Pairs the lines of one stretch, in order: each with the next that is like it, the rest one by one. */
function paired(content: readonly Line[], source: readonly SourceLine[]): Pair[] {
  const texts = source.map(({ text }) => bigramsOf(text));
  const pairs: Pair[] = [];
  let [here, there] = [0, 0];
  const rest = (upTo: number, upToSource: number) => {
    for (; here < upTo || there < upToSource; here++, there++)
      pairs.push({
        content: here < upTo ? content[here] : undefined,
        source: there < upToSource ? source[there] : undefined,
        alike: false,
      });
    here = upTo;
    there = upToSource;
  };
  for (const [index, line] of content.entries()) {
    const words = bigramsOf(line.text);
    const twin = texts.findIndex((other, at) => at >= there && diceCoefficient(words, other) >= oneLine);
    if (twin < 0) continue;
    rest(index, twin);
    pairs.push({ content: line, source: source[twin], alike: true });
    here = index + 1;
    there = twin + 1;
  }
  rest(content.length, source.length);
  return pairs;
}

/** The differences of two lines that are held against each other; `last` is where the line before stands. */
function compareLines(
  { content, source, alike }: Pair,
  last: Pick<Difference, 'origin' | 'line'>,
  kind: Difference['kind'],
): Difference[] {
  const [ours, theirs] = [content?.text ?? '', source?.text ?? ''];
  const places = alike ? changesIn(ours, theirs) : [firstChange(ours, theirs)];
  return places.map(({ here, there }) => ({
    kind,
    origin:
      content?.stretches.findLast(({ start }) => start <= faultAt(ours, theirs, { here, there }))?.origin ??
      last.origin,
    line: source?.number ?? last.line,
    before: theirs.slice(Math.max(0, there - context), there),
    source: theirs.slice(there, there + context),
    content: ours.slice(here, here + context),
  }));
}

/** A place at which two lines part. */
interface Parting {
  here: number;
  there: number;
}

/** Where the fault is: of a full stop that is lost, or of a sign that stands twice, in the stretch before and not in the one that follows. */
const faultAt = (ours: string, theirs: string, { here, there }: Parting) =>
  theirs[there] === '。' || (ours[here] === ours[here - 1] && ours[here] !== theirs[there])
    ? Math.max(0, here - 1)
    : here;

function firstChange(ours: string, theirs: string): Parting {
  let at = 0;
  while (at < Math.min(ours.length, theirs.length) && ours[at] === theirs[at]) at++;
  return { here: at, there: at };
}

/** With more changes than this, a line is another line, and its first change says enough. */
const mostChanges = 60;

/** The places at which two lines part, those within sight of the one before left out. */
function changesIn(ours: string, theirs: string): Parting[] {
  const first = firstChange(ours, theirs);
  const changes = diffChars(theirs.slice(first.there), ours.slice(first.here), { maxEditLength: mostChanges });
  const places = [first];
  let [here, there] = [first.here, first.there];
  for (const { added, removed, count } of changes ?? []) {
    const seen = (places.at(-1)?.there ?? 0) + context;
    if ((added || removed) && there >= seen) places.push({ here, there });
    if (!removed) here += count;
    if (!added) there += count;
  }
  return places;
}

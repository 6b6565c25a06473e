import type { Finding } from './finding.ts';
import type { EnvironmentPassage, MeasurePassage } from './outline.ts';
import { isHeading, joined } from './paragraphs.ts';
import { type Mending, restorePassage, type Witness } from './restore-passage.ts';
import { isPlainBracket, unitBrackets, unreadBracket } from './unit-bracket.ts';

/** A measure as read from the running text. */
export interface ReadMeasure {
  number: number;
  title: string;
  environment: string;
  /** With a line end between paragraphs. */
  text: string;
  /** Undefined where the passage names no units. */
  units?: string | undefined;
  /** The passage as received, a line end at each line's end. */
  passage: string;
  /** The line of the document on which it begins. */
  line: number | undefined;
  mendings: Mending[];
  /** Whether title and units stand as the check knows them: `标题。正文（责任单位：…）` after the number. */
  plain: boolean;
}

/** A passage's title and where its text begins. */
interface Titled {
  title: string;
  start: number;
  plain: boolean;
  certain: boolean;
}

function titleOf({ paragraphs }: MeasurePassage, passage: string): Titled {
  const [first] = paragraphs;
  const label = first?.numbered?.label ?? '';
  const lead = passage.length - passage.slice(label.length).trimStart().length;
  const rest = passage.slice(lead);
  if (first && isHeading(first) && rest !== '') {
    const title = (first.numbered?.rest ?? '').replace(/[。：]$/u, '');
    if (title) return { title, start: Math.min(passage.length, first.text.length + 1), plain: false, certain: true };
  }
  const bracketed = /^[【［[]([^【】［\][\n]{1,40})[】］\]]\n?/u.exec(rest);
  if (bracketed?.[1]) return { title: bracketed[1], start: lead + bracketed[0].length, plain: false, certain: true };
  const run = /^([^。！？；\n]{1,40})。\n?/u.exec(rest);
  if (run?.[1])
    return { title: run[1].trim(), start: lead + run[0].length, plain: true, certain: !/[，：]/u.test(run[1]) };
  return { title: label, start: lead, plain: false, certain: false };
}

/** Reads one measure. `witnesses` are the rows of the list, which may say what a page end has spoilt. */
function readMeasure(
  place: MeasurePassage,
  number: number,
  environment: string,
  witnesses: readonly Witness[],
  findings: Finding[],
): ReadMeasure {
  const { paragraphs } = place;
  const line = paragraphs[0]?.lines[0];
  const passage = paragraphs.map(({ text }) => text).join('\n');
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
  const tell = (kind: Finding['kind'], found: string, why: string, at = line) =>
    findings.push({ kind, line: at, found, why });

  const titled = titleOf(place, passage);
  if (!titled.certain) tell('uncertain', joined(passage).slice(0, 40), `措施${number}：标题认作“${titled.title}”`);
  const printedNumber = paragraphs[0]?.numbered;
  if (printedNumber && printedNumber.value !== number)
    tell('restored', printedNumber.label, `措施连续编号：“${printedNumber.label}${titled.title}”记为措施${number}`);

  const brackets = unitBrackets(passage);
  const bracket = brackets.at(-1);
  for (const other of brackets.slice(0, -1))
    tell('uncertain', other.printed, `措施${number}里有不止一处责任单位；这一处留在正文里，单位取最后一处`);
  const unread = unreadBracket(passage);
  if (unread) tell('uncertain', joined(unread), `措施${number}末尾的括号没有读成责任单位，留在正文里`);
  const body = passage.slice(titled.start, bracket && bracket.start >= titled.start ? bracket.start : undefined);
  const tail = bracket ? passage.slice(bracket.end) : '';
  const mendings: Mending[] = [];
  if (bracket?.changed)
    tell(
      bracket.changed.certain ? 'restored' : 'uncertain',
      bracket.printed,
      `措施${number}的责任单位记为“${bracket.units}”：${bracket.changed.why}`,
    );
  if (!bracket) tell('uncertain', `措施${number}“${titled.title}”`, '没有找到责任单位，units 没有写');
  const stop = /^[。；]$/u.exec(tail)?.[0];
  if (bracket && stop) {
    const reading = joined(bracket.printed).slice(-8) + stop;
    const basis = '括号之后的标点，正文到括号为止。';
    mendings.push({ kind: 'restored', reading, suggestion: reading.slice(0, -stop.length), basis, certainty: 'high' });
    tell('restored', reading, basis);
  }

  const skipped = passage.slice(0, titled.start).split('\n').length - 1;
  const restored = restorePassage(body.replace(/^\n+|\n+$/gu, ''), lines.slice(skipped), witnesses);
  findings.push(...restored.findings);
  mendings.push(...restored.mendings);
  const after = stop ? '' : tail.replace(/^\n+/u, '');
  if (after) tell('uncertain', joined(after), `写在措施${number}的责任单位之后，接在正文后面`);
  const text = [restored.text, after].filter(Boolean).join('\n');
  if (text === '') tell('uncertain', `措施${number}“${titled.title}”`, '没有正文');
  return {
    number,
    title: titled.title,
    environment,
    text,
    units: bracket?.units,
    passage,
    line,
    mendings,
    plain: titled.plain && after === '' && bracket !== undefined && isPlainBracket(bracket),
  };
}

/** Reads the measures of a document, numbered through. */
export function readMeasures(
  environments: readonly EnvironmentPassage[],
  witnesses: readonly Witness[],
): { measures: ReadMeasure[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const places = environments.flatMap(({ title, measures }) => measures.map((place) => ({ title, place })));
  const measures = places.map(({ title, place }, index) => readMeasure(place, index + 1, title, witnesses, findings));
  return { measures, findings };
}

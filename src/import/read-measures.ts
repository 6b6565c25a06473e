import { type Finding, restored, uncertain } from './finding.ts';
import { cutLines, joinLines, type TextLine, textsOf } from './lines.ts';
import type { EnvironmentPassage, MeasurePassage } from './outline.ts';
import { isHeading } from './paragraphs.ts';
import { type Mending, restorePassage, type Witness } from './restore-passage.ts';
import { isVerifiableBracket, unitBrackets, unreadBracket } from './unit-bracket.ts';

/** A measure as read from the running text. */
export interface ReadMeasure {
  number: number;
  title: string;
  environment: string;
  paragraphs: string[];
  /** Undefined where the passage names no units. */
  units?: string | undefined;
  /** The lines of the document that it stands on. */
  lines: readonly TextLine[];
  mendings: Mending[];
  /** Whether title and units stand as the check knows them: `标题。正文（责任单位：…）` after the number. */
  isVerifiable: boolean;
}

/** A passage's title and the offset at which its text begins. */
interface Titled {
  title: string;
  start: number;
  isVerifiable: boolean;
  isCertain: boolean;
}

function measureTitle([first]: MeasurePassage, lines: readonly TextLine[]): Titled {
  const label = first?.numbered?.label ?? '';
  const words = joinLines(lines);
  const start = words.length - words.slice(label.length).trimStart().length;
  const line = cutLines(lines, start)[0]?.text ?? '';
  const heading = first && isHeading(first) ? first.numbered?.rest.replace(/[。：]$/u, '') : undefined;
  if (first && heading)
    return { title: heading, start: joinLines(first.lines).length, isVerifiable: false, isCertain: true };
  const bracketed = /^[【［[]([^【】［\][]{1,40})[】］\]]/u.exec(line);
  if (bracketed?.[1])
    return { title: bracketed[1], start: start + bracketed[0].length, isVerifiable: false, isCertain: true };
  const sentence = /^([^。！？；]{1,40})。/u.exec(line);
  if (sentence?.[1]) {
    const isCertain = !/[，：]/u.test(sentence[1]);
    return { title: sentence[1].trim(), start: start + sentence[0].length, isVerifiable: true, isCertain };
  }
  return { title: label, start, isVerifiable: false, isCertain: false };
}

/** Reads one measure. `witnesses` are the rows of the list, which may say what a page end has spoilt. */
function readMeasure(
  passage: MeasurePassage,
  number: number,
  environment: string,
  witnesses: readonly Witness[],
): { measure: ReadMeasure; findings: Finding[] } {
  const lines = passage.flatMap((paragraph) => paragraph.lines);
  const line = lines[0]?.number;
  const words = joinLines(lines);
  const name = `措施${number}`;
  const findings: Finding[] = [];
  const mendings: Mending[] = [];

  const { title, start, ...titled } = measureTitle(passage, lines);
  if (!titled.isCertain) findings.push(uncertain(line, words.slice(0, 40), `${name}：标题认作“${title}”`));
  const numbered = passage[0]?.numbered;
  if (numbered && numbered.value !== number)
    findings.push(restored(line, numbered.label, `措施连续编号：“${numbered.label}${title}”记为${name}`));

  const brackets = unitBrackets(textsOf(lines));
  const bracket = brackets.at(-1);
  for (const other of brackets.slice(0, -1))
    findings.push(uncertain(line, other.printed, `${name}里有不止一处责任单位；这一处留在正文里，单位取最后一处`));
  const unread = unreadBracket(words);
  if (unread) findings.push(uncertain(line, unread, `${name}末尾的括号没有读成责任单位，留在正文里`));
  if (bracket?.changed) {
    const report = bracket.changed.certain ? restored : uncertain;
    findings.push(report(line, bracket.printed, `${name}的责任单位记为“${bracket.units}”：${bracket.changed.why}`));
  }
  if (!bracket) findings.push(uncertain(line, `${name}“${title}”`, '没有找到责任单位，units 没有写'));

  const tail = bracket ? words.slice(bracket.end) : '';
  const isStop = /^[。；]$/u.test(tail);
  if (bracket && isStop) {
    const reading = bracket.printed.slice(-8) + tail;
    const basis = '括号之后的标点，正文到括号为止。';
    const suggestion = reading.slice(0, -tail.length);
    mendings.push({ kind: 'restored', reading, suggestion, basis, certainty: 'high' });
    findings.push(restored(line, reading, basis));
  }

  const body = cutLines(lines, start, bracket && bracket.start >= start ? bracket.start : undefined);
  const passageText = restorePassage(body, witnesses);
  const after = isStop || !bracket ? [] : textsOf(cutLines(lines, bracket.end));
  findings.push(...passageText.findings);
  if (after.length > 0) findings.push(uncertain(line, after.join(''), `写在${name}的责任单位之后，接在正文后面`));
  const paragraphs = [...passageText.paragraphs, ...after];
  if (paragraphs.length === 0) findings.push(uncertain(line, `${name}“${title}”`, '没有正文'));
  return {
    measure: {
      number,
      title,
      environment,
      paragraphs,
      units: bracket?.units,
      lines,
      mendings: [...mendings, ...passageText.mendings],
      isVerifiable: titled.isVerifiable && after.length === 0 && bracket !== undefined && isVerifiableBracket(bracket),
    },
    findings,
  };
}

/** Reads the measures of a document, numbered through. */
export function readMeasures(
  environments: readonly EnvironmentPassage[],
  witnesses: readonly Witness[],
): { measures: ReadMeasure[]; findings: Finding[] } {
  const read = environments
    .flatMap(({ title, measures }) => measures.map((passage) => ({ title, passage })))
    .map(({ title, passage }, index) => readMeasure(passage, index + 1, title, witnesses));
  return { measures: read.map(({ measure }) => measure), findings: read.flatMap(({ findings }) => findings) };
}

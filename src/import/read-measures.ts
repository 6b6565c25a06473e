import { type Finding, restored, uncertain } from './finding.ts';
import type { EnvironmentPassage, MeasurePassage } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { isBesideUnits, type UnitBracket } from './unit-bracket.ts';

/** A measure as read from the running text. */
export interface ReadMeasure {
  /** Its place in the document, from 1. */
  number: number;
  /** Its number as printed. */
  label: string;
  /** Left out where the document gives it none. */
  title?: string | undefined;
  /** The title of its environment; empty where the document has none. */
  environment: string;
  passage: MeasurePassage;
  /** The words that name its units, in order, as printed. */
  units: UnitBracket[];
  /** Those of the heading above, where it names none of its own. */
  inherited: UnitBracket[];
}

/** The words of a paragraph behind its number, up to the first words that name units. */
function openingOf({ words, numbered, units }: Paragraph): string {
  const start = numbered?.label.length ?? 0;
  const end = units.find((one) => one.start >= start)?.start ?? words.length;
  return words.slice(start, end).trim();
}

/** The longest title that ends in a full stop, and the longest that is one without doubt. */
const longest = { sentence: 40, certain: 30, line: 60, one: 20 };

/** What may be the title of a measure, and by which sign it ends. */
interface Candidate {
  title: string;
  kind: 'bracket' | 'line' | 'sentence' | 'one' | 'colon' | 'blank';
}

function candidateOf(passage: MeasurePassage): Candidate | undefined {
  const [first, ...others] = passage;
  if (!first) return undefined;
  const words = openingOf(first);
  const [bracketed] = /^[【［[][^【】［\][]{1,40}[】］\]]/u.exec(words) ?? [];
  if (bracketed) return { title: bracketed, kind: 'bracket' };
  const behind = first.words.slice(first.words.indexOf(words) + words.length);
  const [, beforeBlank] = /^([^\s，。；：、]{2,20}) (?=\S{10,})/u.exec(words) ?? [];
  if (beforeBlank) return { title: beforeBlank, kind: 'blank' };
  const [, sentence] = /^([^。！？；]*)。/u.exec(words) ?? [];
  // What is as follows is no title: 标准为：
  const [, beforeColon] = /^([^，。；：、（）]{2,20})(?<![为是括下])：./u.exec(words) ?? [];
  const isAlone = words.replace(/[。：]$/u, '').search(/[。！？；]/u) < 0;
  const goesOn = others.some(({ words: text, units }) => units[0]?.printed.length !== text.length);
  const isEnded = /[。：]$/u.test(words);
  if (isAlone && goesOn && !(beforeColon && !words.startsWith(`${sentence ?? words}：`)) && !/[。；]./u.test(behind)) {
    const title = words.replace(/[。：]$/u, '');
    if (title !== '' && title.length <= (isEnded ? longest.sentence : longest.line)) return { title, kind: 'line' };
  }
  if (beforeColon) return { title: beforeColon, kind: 'colon' };
  if (isAlone && !goesOn && !/[^。；]/u.test(behind.replace(/[（(〔].*$/u, ''))) {
    const title = words.replace(/。$/u, '');
    return title.length > 1 && title.length <= longest.one && !/[，；：]/u.test(title)
      ? { title, kind: 'one' }
      : undefined;
  }
  return sentence && sentence.length > 1 && sentence.length <= longest.sentence
    ? { title: sentence, kind: 'sentence' }
    : undefined;
}

/** From which share of its measures on a document gives them titles, where these end as sentences do. */
const titledShare = 0.6;

/** Whether a document begins its measures with a title: whether most have a first sentence that is short, and others after it. */
function isTitled(candidates: readonly (Candidate | undefined)[]): boolean {
  const titled = candidates.filter((one) => one && one.kind !== 'colon' && one.title.length <= longest.certain);
  return titled.length > 0 && titled.length >= candidates.length * titledShare;
}

/** A sentence on the document itself, which is no title: who explains it, and since when it is in force. */
const closing = /^本.{1,10}(?:由.+解释|自.+(?:施行|执行|实施|生效))/u;

/** Reads one measure; `titled` tells whether the document gives its measures titles. */
function readMeasure(
  passage: MeasurePassage,
  number: number,
  environment: EnvironmentPassage,
  candidate: Candidate | undefined,
  titled: boolean,
): { measure: ReadMeasure; findings: Finding[] } {
  const [first] = passage as [Paragraph];
  const line = first.lines[0]?.number;
  const label = first.numbered?.label ?? '';
  const name = `${label}${candidate?.title ?? openingOf(first).slice(0, 12)}`;
  const findings: Finding[] = [];
  const isLine = candidate?.kind === 'line' && !/[。：]$/u.test(openingOf(first));
  const isOwn = isLine || (candidate && /^(?:bracket|blank|colon)$/u.test(candidate.kind));
  const title = candidate && !closing.test(candidate.title) && (isOwn || titled) ? candidate.title : undefined;
  if (title === undefined && titled) findings.push(uncertain(line, name, '别的措施有标题，这一条没有认出标题'));
  else if (title !== undefined) {
    const isCertain =
      candidate?.kind === 'bracket' ||
      (titled && candidate?.kind !== 'colon' && candidate?.kind !== 'one' && title.length <= longest.certain) ||
      isLine;
    if (!isCertain) findings.push(uncertain(line, `${label}${title}`, '认作标题，请核对'));
  }

  const units = passage.flatMap((paragraph) => paragraph.units);
  for (const { changed, printed, units: read, remarks } of units) {
    if (changed) {
      const report = changed.certain ? restored : uncertain;
      findings.push(report(line, `${printed} → ${read}`, `责任单位的写法：${changed.why}`));
    }
    for (const remark of remarks) findings.push(restored(line, remark, '写在责任单位旁边，不是单位，只留在原文里'));
  }
  for (const { unread, lines } of passage)
    if (unread) findings.push(uncertain(lines[0]?.number, unread, '末尾的括号没有读成责任单位'));
  const named = passage.findLastIndex(({ units: own, words }) => own.length > 0 || isBesideUnits(words));
  // Units on the line of a title stand for all that is below it.
  const isAbove = named === 0 && openingOf(first) === title;
  const after =
    isAbove || named < 0 || passage.slice(named + 1).some(({ numbered }) => numbered) ? [] : passage.slice(named + 1);
  for (const { lines, words } of after)
    findings.push(uncertain(lines[0]?.number, words.slice(0, 40), '写在责任单位之后，算在上面那条措施里'));
  return {
    measure: {
      number,
      label,
      title,
      environment: environment.title,
      passage,
      units,
      inherited: units.length === 0 ? environment.units : [],
    },
    findings,
  };
}

/** Reads the measures of a document, numbered through. */
export function readMeasures(environments: readonly EnvironmentPassage[]): {
  measures: ReadMeasure[];
  findings: Finding[];
} {
  const passages = environments.flatMap((environment) =>
    environment.measures.map((passage) => ({ environment, passage })),
  );
  const candidates = passages.map(({ passage }) => candidateOf(passage));
  const titled = isTitled(candidates);
  const read = passages.map(({ environment, passage }, index) =>
    readMeasure(passage, index + 1, environment, candidates[index], titled),
  );
  const measures = read.map(({ measure }) => measure);
  const findings = read.flatMap((one) => one.findings);
  const unnamed = measures.filter(({ units, inherited }) => units.length === 0 && inherited.length === 0);
  if (unnamed.length < measures.length)
    for (const { label, title, passage } of unnamed)
      findings.push(
        uncertain(
          passage[0]?.lines[0]?.number,
          `${label}${title ?? passage[0]?.words.slice(0, 20)}`,
          '没有找到责任单位',
        ),
      );
  for (const { heading, units, measures: own } of environments) {
    const heirs = own.filter((passage) => passage.every((paragraph) => paragraph.units.length === 0)).length;
    for (const { printed, units: names } of units)
      findings.push(
        uncertain(
          heading?.lines[0]?.number,
          `${printed} → ${names}`,
          `责任单位写在标题上，记给下面没有写单位的措施（${heirs} 条）`,
        ),
      );
  }
  return { measures, findings };
}

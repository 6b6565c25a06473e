import { pinyin } from 'pinyin-pro';
import type { Handbook, Measure } from '../../model/types.ts';
import { plansOnPage } from '../../routes/pagination.ts';
import { measurePath, topicPath, unitPath } from '../../routes/paths.ts';
import { syllablesOf } from '../../text/pinyin.ts';
import { topicsOfKind } from '../../views/support.ts';
import { withFormerNames } from '../../views/unit-succession.ts';
import {
  commonCharacters,
  type DictionaryFile,
  encodeWords,
  type FurtherWords,
  isEncodable,
  spellings,
  wordKinds,
} from '../shared/dictionary.ts';
import type { SearchRecord } from '../shared/record.ts';
import { isHan } from '../shared/tokenizer.ts';
import { lexiconUnits } from './catalogue.ts';

/** The most words in each part: the first must arrive while a reader types, and a collection of any size fits. */
const maxWords = { suggested: 3200, further: 4800 };
/** In characters: what is longer is a sentence rather than a word. */
const longestWord = 8;
const longestClause = 6;
const shortQuotation = /[“《]([^”》]{2,12})[”》]/gu;

/** What ICU does not know stands in pieces beside each other: so often at least, and in this share of the places of its rarest piece. */
const leastTimes = 3;
const leastShare = 0.3;
/** In this share of its places at most it may be a part of one longer word. */
const mostWithin = 0.8;
/** In pieces. */
const longestPieced = 4;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of some texts, of two Han characters at least. */
function wordsIn(texts: readonly string[]): Set<string> {
  const pieces = new Map<string, number>();
  const joined = new Map<string, { times: number; parts: string[] }>();
  for (const text of texts) {
    const row = [...segmenter.segment(text)].map(({ segment }) => segment);
    for (const [at, piece] of row.entries()) {
      pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
      for (let end = at + 2; end <= Math.min(row.length, at + longestPieced); end++) {
        const parts = row.slice(at, end);
        const word = parts.join('');
        if (!/^\p{Script=Han}{2,4}$/u.test(word)) break;
        joined.set(word, { times: (joined.get(word)?.times ?? 0) + 1, parts });
      }
    }
  }
  const isWord = ({ times, parts }: { times: number; parts: string[] }) =>
    times >= Math.max(leastTimes, leastShare * Math.min(...parts.map((part) => pieces.get(part) ?? 0)));
  const words = [...joined].filter(([, one]) => isWord(one));
  // 业一证 is a part of 一业一证 and no word.
  const timesWithin = new Map<string, number>();
  for (const [word, { times }] of words)
    for (let start = 0; start < word.length; start++)
      for (let end = start + 2; end <= word.length; end++)
        if (end - start < word.length) {
          const part = word.slice(start, end);
          timesWithin.set(part, Math.max(timesWithin.get(part) ?? 0, times));
        }
  const standsAlone = ([word, { times }]: (typeof words)[number]) => (timesWithin.get(word) ?? 0) <= mostWithin * times;
  const known = [...pieces.keys()].filter((piece) => /^\p{Script=Han}{2,}$/u.test(piece));
  return new Set([...known, ...words.filter(standsAlone).map(([word]) => word)]);
}

const quotationMarks = /[“”《》]/gu;
/** So many clauses begin with a verb of instruction, as 推动 or 强化, which is no part of a name. */
const leastBegun = 3;
const firstPiece = (clause: string) => [...segmenter.segment(clause)][0]?.segment ?? '';

/**
 * What the documents call things: words in quotes, short items of a list and short clauses. The first item of a list and the last
 * hold more of their sentence, and a clause that begins with a particle or a verb of instruction is no name.
 */
function documentTerms(texts: readonly string[]): string[] {
  const inQuotes = texts.flatMap((text) => [...text.matchAll(shortQuotation)].map(([, words = '']) => words));
  const clauses = texts.flatMap((text) => {
    const row = text.replace(quotationMarks, '').split(/([，。；、：（）\s])/u);
    return row.flatMap((clause, at) => {
      const inList = [row[at - 1], row[at + 1]].filter((sign) => sign === '、').length;
      return at % 2 === 0 && clause !== '' ? [{ clause, inList, begin: firstPiece(clause) }] : [];
    });
  });
  const begun = new Map<string, number>();
  for (const { begin } of clauses) begun.set(begin, (begun.get(begin) ?? 0) + 1);
  const isName = ({ clause, inList, begin }: (typeof clauses)[number]) =>
    clause.length >= 3 &&
    clause.length <= longestClause &&
    (inList === 2 || (inList === 0 && begin.length > 1 && (begin === clause || (begun.get(begin) ?? 0) < leastBegun)));
  return [...inQuotes, ...clauses.filter(isName).map(({ clause }) => clause)];
}

/** Whether a word is made of shorter ones that are known, so that it need not be. */
function isCompound(word: string, known: ReadonlySet<string>): boolean {
  const ends = new Set([0]);
  for (let start = 0; start < word.length; start++)
    for (let end = start + 2; end <= word.length && ends.has(start); end++)
      if (end - start < word.length && known.has(word.slice(start, end))) ends.add(end);
  return ends.has(word.length);
}

/** Words, those first that stand most often in some texts. */
function byOccurrence(words: readonly string[], texts: readonly string[]): string[] {
  const times = new Map(words.map((word) => [word, 0]));
  for (const text of texts)
    for (let start = 0; start < text.length; start++)
      for (let end = start + 2; end <= Math.min(text.length, start + longestWord); end++) {
        const word = text.slice(start, end);
        const before = times.get(word);
        if (before !== undefined) times.set(word, before + 1);
      }
  return [...times].sort(([, one], [, other]) => other - one).map(([word]) => word);
}

/** Words, each with what it leads to; the most useful first. */
type Words = Map<string, number>;

/** The words to suggest, and further ones. Measures and then the entries of the thesaurus are what words lead to. */
function collectWords(
  { thesaurus, topics }: Handbook,
  records: readonly SearchRecord[],
  measures: readonly Measure[],
): { suggested: Words; further: Words } {
  const texts = records.flatMap((record) => [...record.titles, ...record.words]);
  const asked = records.flatMap((record) => record.asked?.questions ?? []);
  const askedWords = records.flatMap((record) => record.asked?.words ?? []);
  const terms = measures.flatMap(({ searchTerms }) => searchTerms);
  const corpus = [...texts, ...asked, ...askedWords, ...terms, ...thesaurus.flatMap(({ words }) => words)];
  const said = wordsIn(texts);
  const found = wordsIn(corpus);

  const { leading, official, common } = wordKinds;
  const suggested: Words = new Map();
  const further: Words = new Map();
  const add = (words: Words, word: string, lead: number) => {
    if (word.length < 2 || word.length > longestWord || !isEncodable(word)) return;
    if (!suggested.has(word) && !further.has(word)) words.set(word, lead);
  };
  for (const [at, entry] of thesaurus.entries())
    for (const word of entry.words) add(suggested, word, leading + measures.length + at);
  // However long they are: these are what readers' words lead to.
  for (const [meaning = ''] of thesaurus.map(({ means }) => means))
    if (!suggested.has(meaning)) suggested.set(meaning, official);
  for (const word of [...topics.map(({ name }) => name), ...documentTerms(texts)]) add(suggested, word, official);
  const parts = new Set([...suggested.keys(), ...found]);
  const commonest = (words: readonly string[]) => byOccurrence(words, corpus);
  const leadOf = new Map(
    measures.flatMap((measure, at) => measure.searchTerms.map((word) => [word, leading + at] as const)).reverse(),
  );
  for (const word of commonest(terms.filter((term) => !isCompound(term, parts))))
    add(suggested.size < maxWords.suggested ? suggested : further, word, leadOf.get(word) ?? common);
  for (const word of said) add(further, word, common);
  for (const word of commonest([...found, ...askedWords.filter((one) => !isCompound(one, parts))]))
    add(further, word, common);
  const first = (words: Words, most: number) => new Map([...words].slice(0, most));
  return { suggested: first(suggested, maxWords.suggested), further: first(further, maxWords.further) };
}

/** How the common characters are read. */
function commonSounds(): { runs: string; usual: Map<string, string> } {
  const usual = new Map(commonCharacters().map((sign) => [sign, syllablesOf(sign)[0] ?? '']));
  const runs: { sound: string; count: number }[] = [];
  for (const sound of usual.values()) {
    const last = runs.at(-1);
    if (last?.sound === sound) last.count++;
    else runs.push({ sound, count: 1 });
  }
  return { runs: runs.map(({ sound, count }) => sound + count).join(''), usual };
}

/** How characters of some words are read there, where they are read otherwise than usual. */
function otherSounds(words: readonly string[], usual: ReadonlyMap<string, string>): Record<string, string> {
  const others = new Map<string, Set<string>>();
  for (const word of words) {
    const signs = [...word];
    const read = pinyin(word, { toneType: 'none', type: 'array', v: true });
    for (const [at, sign] of signs.entries()) {
      const sound = read[at]?.toLowerCase() ?? '';
      if (isHan(sign) && read.length === signs.length && usual.get(sign) !== sound)
        others.set(sound, (others.get(sound) ?? new Set()).add(sign));
    }
  }
  return Object.fromEntries([...others].sort().map(([sound, signs]) => [sound, [...signs].join('')]));
}

/** Words as they are published. */
function coded(words: Words): Pick<DictionaryFile, 'words' | 'leads'> {
  const sorted = [...words].sort(([one], [other]) => (one < other ? -1 : 1));
  return { words: encodeWords(sorted.map(([word]) => word)), leads: sorted.map(([, lead]) => lead) };
}

/** The dictionary of a handbook, whose measures are those of the newest plans: its first part, and the further words. */
export function dictionaryOf(
  handbook: Handbook,
  records: readonly SearchRecord[],
): { dictionary: DictionaryFile; further: FurtherWords } {
  const measures = handbook.plans.slice(0, plansOnPage).flatMap((plan) => plan.measures);
  const titles = new Map<string, number>();
  for (const { title } of measures) titles.set(title, (titles.get(title) ?? 0) + 1);
  const spelt = lexiconUnits(handbook, records);
  const units = handbook.units.map((unit, at) => ({
    name: unit.name,
    path: unitPath(unit),
    also: spelt[at]?.names.slice(1) ?? [],
    calls: withFormerNames(unit).searchTerms,
  }));
  const { suggested, further } = collectWords(handbook, records, measures);
  const sorted = [...suggested.keys()].sort();
  const { runs, usual } = commonSounds();
  const needs = topicsOfKind(handbook.topics, 'need').map((topic) => ({ name: topic.name, path: topicPath(topic) }));
  const names = [...units, ...needs].flatMap(spellings);
  return {
    dictionary: {
      units,
      measures: measures.map((measure) => ({
        name: titles.get(measure.title) === 1 ? measure.title : `${measure.title}（${measure.plan.shortTitle}）`,
        path: measurePath(measure),
      })),
      needs,
      meanings: handbook.thesaurus.map(({ means: [meaning = ''] }) => sorted.indexOf(meaning)),
      ...coded(suggested),
      commonSounds: runs,
      otherSounds: otherSounds([...names, ...measures.map(({ title }) => title), ...suggested.keys()], usual),
    },
    further: { ...coded(further), otherSounds: otherSounds([...further.keys()], usual) },
  };
}

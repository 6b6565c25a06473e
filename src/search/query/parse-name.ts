import type { Catalogue } from '../shared/catalogue.ts';
import type { Lexicon } from './lexicon.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { asksDuties, beforeDuties, contentRuns } from './stop-words.ts';

/** What a query names as a whole. */
export interface Named {
  /** The records that it names for sure; they come before all others. */
  records: number[];
  /** Units of which it is half of what readers call them, which is a name only where no record holds the words. */
  perhaps: number[];
  /** The printed names of the units, where the query is no entry of the lexicon. */
  means: string[];
}
const nothing: Named = { records: [], perhaps: [], means: [] };

/** In characters: half a name, and half of how it sounds. */
const shortest = { half: 2, sound: 4 };

/** True for the beginning or end of a name, which is not all of it. */
const isHalf = (half: string, name: string) =>
  half.length < name.length && (name.startsWith(half) || name.endsWith(half));

/** What readers put behind the name of a street or town, where the editor has that name alone: 长青街道办, 新沟镇政府. */
const officeOf = /(街道?|[镇乡])(?:办(?:事处)?|政府)$/u;

/** The year before the name of a page: 2025年目标. */
const yearBefore = /^(\d{4})年度?的?/u;
/** All that a page shows: 有哪些单位, 全部任务. */
const allOf = /^(?:有?哪些|全部|所有|完整)的?/u;

/** The pages of the handbook that a query names, those of documents of the year that it tells first. */
function pagesNamed({ pieces }: ParsedQuery, { pages, documents, records, facets }: Catalogue): number[] {
  const asked = [pieces.flat().join(''), contentRuns(pieces.flat()).flat().join('')];
  const [, year = ''] = yearBefore.exec(asked[0] ?? '') ?? [];
  const names = new Set(asked.flatMap((text) => [text, text.replace(yearBefore, ''), text.replace(allOf, '')]));
  const found = pages.filter((page) => page.names.some((name) => names.has(name))).flatMap((page) => page.records);
  const isOfYear = (record: number) => {
    const [plan = -1] = records.facets.plan[record] ?? [];
    return facets.plan[plan] !== undefined && documents[plan]?.number.includes(year) ? 0 : 1;
  };
  return year ? found.sort((a, b) => isOfYear(a) - isOfYear(b)) : found;
}

/** The units that tokens name behind the district that readers say before them: 东湖区税务局. */
function unitsAfterPlace(whole: readonly string[], { unitPrefixes }: Catalogue, lexicon: Lexicon): number[] {
  for (const at of whole.keys()) {
    const found = lexicon.longestAt(whole, at);
    const units = found?.entry.units ?? [];
    if (units.length === 0) continue;
    // Behind another unit stands no place: 法院和区税务局.
    if (at + (found?.length ?? 0) < whole.length) return [];
    const place = whole.slice(0, at).join('');
    if (unitPrefixes.some((prefix) => place.endsWith(prefix))) return units;
  }
  return [];
}

/**
 * Reads the name of a unit or of a page of the handbook: a unit by its names, what readers call it, the beginning or end of either,
 * and how its name sounds.
 */
export function parseName(query: ParsedQuery, catalogue: Catalogue, lexicon: Lexicon): Named {
  if (query.asksOwnUnit)
    return { ...nothing, records: catalogue.pages.flatMap(({ kind, records }) => (kind === 'units' ? records : [])) };
  const whole = query.pieces.flat();
  const text = whole.join('');
  const { units: asked = [] } =
    lexicon.lookUp(whole) ??
    lexicon.lookUp(contentRuns(whole).flat()) ??
    lexicon.lookUp([...text.replace(officeOf, '$1')]) ??
    {};
  const records = [...asked, ...pagesNamed(query, catalogue)];
  if (records.length > 0) return { ...nothing, records };

  const { units } = catalogue.lexicon;
  // After a merger two units have the name of the old one.
  const meansOf = (some: readonly number[]) => [
    ...new Set(units.flatMap(({ record, names }) => (some.includes(record) ? names : []))),
  ];
  const halfOf = (names: 'names' | 'calls' | 'pinyin') =>
    units.flatMap((unit) => (unit.isBody && unit[names].some((name) => isHalf(text, name)) ? [unit.record] : []));
  if (/^[a-z]+$/u.test(text)) {
    const sounding = lexicon.unitsBySound(text);
    const perhaps = sounding.length > 0 || text.length < shortest.sound ? [] : halfOf('pinyin');
    return { records: sounding, perhaps, means: meansOf([...sounding, ...perhaps]) };
  }
  const after = unitsAfterPlace(whole, catalogue, lexicon);
  if (after.length > 0) return { records: after, perhaps: [], means: meansOf(after) };
  if (text.length < shortest.half || !/^\p{Script=Han}+$/u.test(text)) return nothing;
  const halves = halfOf('names');
  if (halves.length > 0) return { ...nothing, records: halves };
  const perhaps = halfOf('calls');
  return { records: [], perhaps, means: meansOf(perhaps) };
}

/**
 * The name of a unit, as typed, if the query asks for its duties and nothing else: 人社局负责什么, 人社 任务. A name before 事 is
 * part of 办事, doing business there.
 */
export function unitAsked(query: ParsedQuery, catalogue: Catalogue, lexicon: Lexicon): string | undefined {
  const { pieces, words, asksOwnUnit } = query;
  if (asksOwnUnit) return undefined;
  const whole = pieces.flat().join('');
  const [word, ...others] = words.filter(({ text }) => !asksDuties(text));
  const named = word && others.length === 0 && words.length > 1 ? [word.text] : [];
  const content = pieces.flatMap(contentRuns).flat().join('');
  const isUnit = (text: string) =>
    !whole.includes(`${text}事`) &&
    parseName(parseQuery(text, lexicon), catalogue, lexicon).records.some(
      (record) => catalogue.records.kinds[record] === 'unit',
    );
  return [...named, ...beforeDuties(content)].find(isUnit);
}

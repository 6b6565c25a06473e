import { contentFiles } from '../../src/loader/paths.ts';
import type { ContentFile } from '../../src/loader/read.ts';
import type { Plan } from '../../src/model/types.ts';
import { dayText } from '../../src/text/dates.ts';

/** Common verbs of such documents. A variant of a plan has other words in their place. */
const varied = ['推进', '加快', '强化', '探索', '健全', '完善', '引导', '依托'];
/** One day in milliseconds. */
const day = 86_400_000;

/** Distinct words of two characters of a text that are not adjacent in it. */
function* newWords(text: string): Generator<string> {
  const characters = [...new Set(text.match(/\p{Script=Han}/gu))];
  for (let distance = 1; distance < characters.length; distance++)
    for (const [at, first] of characters.entries()) {
      const word = first + characters[(at + distance) % characters.length];
      if (!text.includes(word)) yield word;
    }
}

/** A plan of which variants can be made: it has a number and a day. */
type DatedPlan = Plan & { number: string; issuedOn: string };

const isDated = (plan: Plan): plan is DatedPlan => plan.number !== undefined && plan.issuedOn !== undefined;

/** What the variant of a plan replaces in its files; it is issued `at` days later. */
function replacements(plan: DatedPlan, at: number, words: Iterator<string>): [from: string, to: string][] {
  const later = new Date(Date.parse(plan.issuedOn) + at * day).toISOString().slice(0, 10);
  return [
    [plan.number, plan.number.replace(/\d+(?=号)/u, (number) => String(Number(number) + at))],
    [`shortTitle: ${plan.shortTitle}`, `shortTitle: ${plan.shortTitle}之${at + 1}`],
    [plan.issuedOn, later],
    [dayText(plan.issuedOn), dayText(later)],
    ...varied.map((word): [string, string] => [word, words.next().value]),
  ];
}

/**
 * Content with the given number of plans, the same each time: the content as it is, and variants of one of its plans, each with
 * an id, number, date, short title and some words of its own. All files of a plan change alike, so that its text still equals its source.
 */
export function collectionOf(content: readonly ContentFile[], plan: Plan, plans: number): ContentFile[] {
  const folder = contentFiles.planFolder(plan.id);
  const own = content
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, bytes }) => ({ path: path.slice(folder.length), text: Buffer.from(bytes).toString() }));
  const words = newWords(own.map(({ text }) => text).join('\n'));
  const variants = Array.from({ length: plans - 1 }, (_, at) => {
    const changes = isDated(plan) ? replacements(plan, at + 1, words) : [];
    return own.map(({ path, text }) => ({
      path: contentFiles.planFolder(`${plan.id}-${at + 2}`) + path,
      bytes: Buffer.from(changes.reduce((result, [from, to]) => result.replaceAll(from, to), text)),
    }));
  });
  return [...content, ...variants.flat()];
}

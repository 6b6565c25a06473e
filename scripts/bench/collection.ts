import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentFiles } from '../../src/loader/paths.ts';
import type { ContentFile } from '../../src/loader/read.ts';
import type { Plan } from '../../src/model/types.ts';

/** Common verbs of such documents. A variant of a plan has other words in their place. */
const varied = ['推进', '加快', '强化', '探索', '健全', '完善', '引导', '依托'];
/** One day in milliseconds. */
const day = 86_400_000;

/** Pseudo-random numbers from 0 to 1, the same each time. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* randomNumbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Endless distinct words of two characters of a text that are not adjacent in it. */
function* newWords(text: string): Generator<string, never> {
  const characters = [...new Set(text.match(/\p{Script=Han}/gu))];
  const random = randomNumbers(2025);
  const pick = () => characters[Math.floor(random.next().value * characters.length)] ?? '';
  const given = new Set<string>();
  for (;;) {
    const word = pick() + pick();
    if (given.has(word) || text.includes(word)) continue;
    given.add(word);
    yield word;
  }
}

/** Content of several plans. */
export interface Collection {
  files: ContentFile[];
  /** For each plan but the first, a word that no other plan has. */
  markers: string[];
}

const dateText = (date: Date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

/** What the variant of a plan replaces in its files; it is issued `at` days later. */
function replacements(plan: Plan, at: number, words: readonly string[]): [from: string, to: string][] {
  const issued = new Date(Date.parse(plan.issuedOn));
  const later = new Date(issued.getTime() + at * day);
  return [
    [plan.number, plan.number.replace(/\d+(?=号)/u, (number) => String(Number(number) + at))],
    [`shortTitle: ${plan.shortTitle}`, `shortTitle: ${plan.shortTitle}之${at + 1}`],
    [plan.issuedOn, later.toISOString().slice(0, 10)],
    [dateText(issued), dateText(later)],
    ...varied.map((word, index): [string, string] => [word, words[index] ?? word]),
  ];
}

/**
 * Content with the given number of plans, the same each time: the content as it is, and variants of one of its plans, each with
 * an id, number, date, short title and some words of its own. All files of a plan change alike, so that its text still equals its source.
 */
export function collectionOf(content: readonly ContentFile[], plan: Plan, plans: number): Collection {
  const folder = contentFiles.planFolder(plan.id);
  const own = content.filter(({ path }) => path.startsWith(folder));
  const texts = own.map(({ path, bytes }) => ({
    path: path.slice(folder.length),
    text: Buffer.from(bytes).toString(),
  }));
  const words = newWords(texts.map(({ text }) => text).join('\n'));
  const files = [...content];
  const markers: string[] = [];
  for (let at = 1; at < plans; at++) {
    const mine = varied.map(() => words.next().value);
    const changes = replacements(plan, at, mine);
    const variant = contentFiles.planFolder(`${plan.id}-${at + 1}`);
    markers.push(mine[0] ?? '');
    for (const { path, text } of texts) {
      const changed = changes.reduce((result, [from, to]) => result.replaceAll(from, to), text);
      files.push({ path: variant + path, bytes: Buffer.from(changed) });
    }
  }
  return { files, markers };
}

/** Writes files below a folder. */
export function writeFiles(files: readonly ContentFile[], folder: string): void {
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

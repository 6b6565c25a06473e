import { FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Note } from '../../../model/types.ts';
import { certainties } from '../../../schema/correction.ts';

/** The text of one of the editor's notes. */
export const noteText = ({ remark, basis, certainty }: Note): string =>
  `${remark}${basis}（${certainties[certainty]}）`;

/** Notes by the first of some texts that holds their words; those on whole texts, and those whose words none holds, at the last. */
export function notesByText(texts: readonly string[], notes: readonly Note[]): Note[][] {
  const places = notes.map(({ reading }) => {
    const found = reading ? texts.findIndex((text) => text.includes(reading)) : -1;
    return found < 0 ? texts.length - 1 : found;
  });
  return texts.map((_, index) => notes.filter((_note, at) => places[at] === index));
}

/** Official words with the editor's notes behind the words in question. */
export type Noted = (text: string, notes: readonly Note[]) => ParagraphChild[];

/** Sets notes as footnotes. A note on several texts stands at the first of them. */
export function noteSetter(): Noted {
  const placed = new Set<string>();
  return (text, notes) => {
    const here = notes
      .filter(({ id }) => !placed.has(id))
      .map((note) => {
        placed.add(note.id);
        const found = note.reading ? text.indexOf(note.reading) : -1;
        return { note, at: found < 0 || !note.reading ? text.length : found + note.reading.length };
      })
      .sort((a, b) => a.at - b.at);
    const pieces = here.flatMap(({ note, at }, index): ParagraphChild[] => [
      new TextRun(text.slice(here[index - 1]?.at ?? 0, at)),
      new FootnoteReferenceRun({
        children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` 编辑注：${noteText(note)}`)] })],
      }),
    ]);
    return [...pieces, new TextRun(text.slice(here.at(-1)?.at ?? 0))];
  };
}

import type { Problem } from '../../loader/problem.ts';
import { quotedIn, sentencesOf } from '../../text/quotations.ts';
import { termPlaces } from '../../views/glossary.ts';
import { hiddenIn, type Rule } from '../context.ts';
import { lacksMeasures } from './numbering.ts';

export const whomQuoted: Rule = ({ plans }) =>
  plans.flatMap(({ measures }) =>
    measures.flatMap(({ measure, entry: { file, data } }) => {
      const places = [
        { path: [] as PropertyKey[], name: '正文', text: measure.text, whom: data.whom },
        ...data.tasks.map(({ number, text, whom }, index) => ({
          path: ['tasks', index],
          name: `第${number}项`,
          text,
          whom,
        })),
      ];
      return places.flatMap(({ path, name, text, whom }) =>
        whom.flatMap((words, place): Problem[] => {
          if (text.includes(words)) return [];
          return [
            {
              file,
              path: [...path, 'whom', place],
              found: `“${words}”，${name}里没有这几个字`,
              expected: `${path.length > 0 ? '这一项' : ''}原文里的称呼，一字不差`,
              mend: `从${path.length > 0 ? '这一项的 text ' : '正文'}里复制；原文没有写明给谁，就删去这一处`,
            },
          ];
        }),
      );
    }),
  );

export const termsQuoted: Rule = ({ plans, entries }) =>
  plans.flatMap((scope) => {
    const { plan, broken, placed, entries: own, measures } = scope;
    // A term may stand where nothing could be read.
    if (broken || !placed || lacksMeasures(scope) || measures.some((measure) => measure.broken)) return [];
    const hidden = hiddenIn(entries);
    const sentences = termPlaces(plan).flatMap(({ text }) => sentencesOf(text));
    return plan.terms.flatMap(({ term, words }, index): Problem[] => {
      const tell = (field: string, found: string, expected: string, mend: string): Problem[] => [
        { file: own.plan.file, path: ['terms', index, field], found, expected, mend },
      ];
      if (hidden(term, 'plans/')) return [];
      if (plan.terms.findIndex((other) => other.term === term) < index)
        return tell('term', `“${term}”写了两次`, '一个词写一次', '合成一处');
      const quoting = sentences.filter((sentence) => quotedIn(sentence).includes(term));
      if (quoting.length === 0)
        return tell('term', `“${term}”，文件里没有用“”引起来的这个词`, '文件里用“”引起来的词', '照原文改正，或删去');
      if (words === undefined || quoting.some((sentence) => sentence.includes(words))) return [];
      return tell(
        'words',
        `“${words}”，不在带有“${term}”的句子里`,
        '与这个词同一句的原话，一字不差',
        '从原文复制；文件没有解释这个词就删去',
      );
    });
  });

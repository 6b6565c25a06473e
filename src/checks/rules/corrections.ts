import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import { measureParagraph } from '../../model/printed-form.ts';
import { type Correction, isOfText, type TextCorrection, type TextPlace } from '../../schema/correction.ts';
import { hiddenIn, type PlanScope, type Rule } from '../context.ts';
import { sourceLines, withReadings } from '../fidelity/transcript.ts';
import { isMisfiled, lacksMeasures, lacksTasks, tasksNumbered } from './numbering.ts';

type Fault = Omit<Problem, 'file'>;

/** Which texts and numbers cannot be relied on, as what is wrong with them is told in their own files. */
interface Unclear {
  body: boolean;
  measure(number: number): boolean;
  tasks: boolean;
}

/** How often words stand in a text. */
const times = (words: string, text: string) => text.split(words).length - 1;

export const correctionsNamedOnce: Rule = ({ plans }) =>
  plans.flatMap(({ plan }) =>
    plan.corrections.flatMap(({ id }, index): Problem[] => {
      if (plan.corrections.findIndex((other) => other.id === id) === index) return [];
      return [
        {
          file: contentFiles.corrections(plan.id),
          path: ['corrections', index, 'id'],
          found: `“${id}”用了两次`,
          expected: '每条更正的 id 不重复',
          mend: '改成另一个名称，用小写字母、数字和连字符',
        },
      ];
    }),
  );

export const correctionsFit: Rule = (all) => {
  const { plans, entries } = all;
  const hidden = hiddenIn(entries);
  const misnumbered = tasksNumbered(all);
  return plans.flatMap((scope) => {
    const { id, corrections } = scope.plan;
    const texts = textsOf(scope);
    const isLacking = lacksMeasures(scope) || hidden('', contentFiles.measures(id));
    const unclear: Unclear = {
      body: hidden('', contentFiles.plan(id)),
      measure(number) {
        const own = scope.measures.find(({ measure }) => measure.number === number);
        return own ? isMisfiled(own) || hidden('', own.entry.file) : isLacking;
      },
      tasks:
        isLacking || lacksTasks(scope) || misnumbered.some(({ file }) => file.startsWith(contentFiles.measures(id))),
    };
    return corrections.flatMap((correction, index) =>
      faultsOf(correction, scope, texts, unclear).map((fault) => ({
        file: contentFiles.corrections(id),
        ...fault,
        path: ['corrections', index, ...fault.path],
      })),
    );
  });
};

/** The words of a correction that are marked or changed in the text, which no other may mark or change as well. */
const marked = (correction: Correction): string | undefined =>
  correction.kind === 'restored'
    ? correction.suggestion
    : correction.kind === 'misreading' || correction.kind === 'gap'
      ? correction.reading
      : undefined;

export const correctionsApart: Rule = ({ plans }) =>
  plans.flatMap((scope) => {
    const { id, corrections } = scope.plan;
    const texts = textsOf(scope);
    const stretch = (correction: Correction) => {
      const words = marked(correction);
      const text = isOfText(correction) ? texts.get(keyOf(correction.where))?.paragraph : undefined;
      const start = words === undefined || text === undefined ? -1 : text.indexOf(words);
      return start < 0 ? undefined : { start, end: start + (words?.length ?? 0), text };
    };
    const stretches = corrections.map(stretch);
    return corrections.flatMap((correction, index): Problem[] => {
      const own = stretches[index];
      const twin = stretches.findIndex(
        (other, place) =>
          place < index && own && other && other.text === own.text && other.start < own.end && own.start < other.end,
      );
      if (twin < 0) return [];
      return [
        {
          file: contentFiles.corrections(id),
          path: ['corrections', index, correction.kind === 'restored' ? 'suggestion' : 'reading'],
          found: `“${marked(correction)}”，与 ${corrections[twin]?.id} 说的字重叠`,
          expected: '一处的字只由一条更正来说',
          mend: '合成一条，或改成不重叠的字',
        },
      ];
    });
  });

export const correctionsSaying: Rule = ({ plans }) =>
  plans.flatMap(({ plan: { id, issuedOn, corrections } }) =>
    corrections.flatMap((correction, index): Problem[] => {
      const tell = (field: string, told: Pick<Problem, 'found' | 'expected' | 'mend'>): Problem => ({
        file: contentFiles.corrections(id),
        path: ['corrections', index, field],
        ...told,
      });
      const isVoid = 'suggestion' in correction && correction.suggestion === correction.reading;
      const { recordedOn } = correction;
      return [
        ...(isVoid
          ? [
              tell('suggestion', {
                found: `“${correction.suggestion}”，与 reading 一样`,
                expected: '编辑认为应当是什么，与转录不同',
                mend: '改正 suggestion；没有差错就删去这条更正',
              }),
            ]
          : []),
        ...(recordedOn !== undefined && recordedOn < issuedOn
          ? [
              tell('recordedOn', {
                found: `${recordedOn}，早于这份文件的印发日期 ${issuedOn}`,
                expected: '登记这一条的日期，不早于文件的印发日期',
                mend: '改正日期；不清楚就删去这一行',
              }),
            ]
          : []),
      ];
    }),
  );

const isUnclear = (where: TextPlace, { body, measure, tasks }: Unclear) =>
  where.kind === 'body' ? body : where.kind === 'measure' ? measure(where.number) : tasks;
const keyOf = (where: TextPlace) => Object.values(where).join(' ');

function called(where: TextPlace): string {
  if (where.kind === 'body') return '总体要求和保障措施';
  return where.kind === 'measure' ? `措施${where.number}` : `第${where.number}项任务`;
}

/** The words of a place, as each kind of correction reads them. */
interface Words {
  /** The text that readers see. */
  text: string;
  /** The paragraph of the document. */
  paragraph: string;
  /** The same with the restored words taken back. */
  transcribed: string;
}

function textsOf({ plan }: PlanScope): Map<string, Words> {
  const texts = new Map<string, Words>();
  const add = (where: TextPlace, text: string, paragraph = text) =>
    texts.set(keyOf(where), { text, paragraph, transcribed: withReadings(paragraph, plan, where) });
  add({ kind: 'body' }, plan.blocks.map((block) => ('text' in block ? block.text : '')).join('\n'));
  for (const measure of plan.measures)
    add({ kind: 'measure', number: measure.number }, measure.text, measureParagraph(plan, measure));
  for (const { number, text } of plan.tasks) add({ kind: 'task', number }, text);
  return texts;
}

function faultsOf(
  correction: Correction,
  { plan, entries }: PlanScope,
  texts: Map<string, Words>,
  unclear: Unclear,
): Fault[] {
  if (isOfText(correction)) {
    const words = texts.get(keyOf(correction.where));
    const faults = words ? wordsFault(correction, words) : [noSuch(['where'], called(correction.where))];
    return isUnclear(correction.where, unclear) ? [] : faults;
  }
  const tasks = new Set(plan.tasks.map(({ number }) => number));
  const noRow = (path: PropertyKey[], number: number): Fault[] =>
    tasks.has(number) || unclear.tasks ? [] : [noSuch(path, `第${number}项任务`)];

  switch (correction.kind) {
    case 'page-heads':
      return correction.rows.flatMap((row, index) => noRow(['rows', index], row));
    case 'unit-cells':
      return [
        ...correction.rows.flatMap((row, index) => noRow(['rows', index], row)),
        ...Object.keys(correction.printed).flatMap((row) => noRow(['printed', row], Number(row))),
        ...printedTwice(correction, plan.corrections),
      ];
    case 'text-cells':
      return [
        ...correction.rows.flatMap((row, index) => noRow(['rows', index], row)),
        ...Object.keys(correction.printed).flatMap((row) => noRow(['printed', row], Number(row))),
        ...printedTwice(correction, plan.corrections),
        ...eachOnce(correction),
      ];
    case 'left-out': {
      const words = correction.reading.replace(/\s/gu, '');
      const { source } = entries;
      if (source === undefined || sourceLines(source).some(({ text }) => text.startsWith(words))) return [];
      return [
        {
          path: ['reading'],
          found: `source.txt 没有以“${correction.reading}”开头的行`,
          expected: '原件的一行，或一行开头的字',
          mend: '对照 source.txt 改正这些字；这条更正已无用就整条删去',
        },
      ];
    }
    case 'merged-cells':
      return Object.entries(correction.printed).flatMap(([number, row]): Fault[] => {
        const measure = plan.measures.find((other) => other.number === Number(number));
        if (!measure) return unclear.measure(Number(number)) ? [] : [noSuch(['printed', number], `措施${number}`)];
        if (measure.tasks.some((task) => task.number === row) || unclear.tasks) return [];
        return [
          {
            path: ['printed', number],
            found: `措施${number}印在第${row}行`,
            expected: `这条措施的任务：第${measure.tasks.map((task) => task.number).join('、')}项`,
            mend: '对照 source.txt 改正',
          },
        ];
      });
  }
}

const noSuch = (path: PropertyKey[], place: string): Fault => ({
  path,
  found: `没有${place}`,
  expected: '这个方案里有的措施号或任务项号',
  mend: '改正编号；这条更正已无用就整条删去',
});

function wordsFault(correction: TextCorrection, words: Words): Fault[] {
  const { kind, where, reading } = correction;
  const [field, quoted, text] =
    kind === 'restored'
      ? (['suggestion', correction.suggestion, words.paragraph] as const)
      : kind === 'break'
        ? (['reading', reading.replace('｜', ''), words.transcribed] as const)
        : (['reading', reading, words.text] as const);
  const count = times(quoted, text);
  if (count === 1) return [];
  return [
    {
      path: [field],
      found: `“${quoted}”在${called(where)}里有 ${count} 处`,
      expected: '恰好 1 处：更正靠这些字找到位置',
      mend: count === 0 ? '对照正文改正这些字；正文已经改了就删去这条更正' : '前后多抄几个字，让它只指一处',
    },
  ];
}

type Cells = Extract<Correction, { kind: 'text-cells' | 'unit-cells' }>;

function printedTwice(correction: Cells, all: readonly Correction[]): Fault[] {
  const others = all
    .slice(0, all.indexOf(correction))
    .filter((other): other is Cells => other.kind === correction.kind);
  return Object.keys(correction.printed).flatMap((row) => {
    const twin = others.find(({ printed }) => Object.hasOwn(printed, row));
    if (!twin) return [];
    return [
      {
        path: ['printed', row],
        found: `第${row}行已经写在 ${twin.id} 里`,
        expected: '转录的一格只写在一条更正里',
        mend: '删去其中一处',
      },
    ];
  });
}

function eachOnce({ rows, printed }: Extract<Correction, { kind: 'text-cells' }>): Fault[] {
  const cells = Object.values(printed).flat();
  return [...new Set([...rows, ...cells])].flatMap((row) => {
    const count = cells.filter((number) => number === row).length;
    if (count === 1 && rows.includes(row)) return [];
    return [
      {
        path: rows.includes(row) ? ['printed'] : ['rows'],
        found: rows.includes(row) ? `第${row}项在 printed 里有 ${count} 处` : `printed 里的第${row}项不在 rows 里`,
        expected: 'rows 里的每一项，文字在 printed 里恰好印一次',
        mend: '对照 source.txt 改正 rows 和 printed',
      },
    ];
  });
}

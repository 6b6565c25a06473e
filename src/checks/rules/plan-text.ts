import type { Block } from '../../loader/body.ts';
import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Plan } from '../../model/types.ts';
import { dayText } from '../../text/dates.ts';
import { hiddenIn, isUnresolved, type Rule } from '../context.ts';
import { lacksMeasures } from './numbering.ts';

export const environments: Rule = (all) =>
  all.plans.flatMap((scope) => {
    const { plan, entries: own } = scope;
    const { file } = own.plan;
    const hidden = hiddenIn(all.entries);
    const complete = !lacksMeasures(scope) && !isUnresolved(all, 'environment') && !hidden('', own.plan.file);
    const problems: Problem[] = [];

    for (const [index, { title, short, measures }] of plan.environments.entries()) {
      for (const [field, name] of [
        ['title', title],
        ['short', short],
      ] as const)
        if (plan.environments.slice(0, index).some((other) => other[field] === name))
          problems.push({
            file,
            path: ['environments', index, field],
            found: `“${name}”写了两次`,
            expected: '每个环境的名称和短名各不相同',
            mend: '改成另一个名称，或删去重复的一个',
          });
      if (measures.length === 0 && complete && !hidden(title, contentFiles.measures(plan.id)))
        problems.push({
          file,
          path: ['environments', index, 'title'],
          found: `环境“${title}”没有一条措施`,
          expected: '每个环境至少有一条措施',
          mend: '把措施文件的 environment 改成这个环境，或从这里删去它',
        });
    }

    // One that is not known is told by itself.
    const known = scope.measures.filter(({ measure, entry }) => measure.environment.title === entry.data.environment);
    const places = known.map(({ measure }) => measure.environment.number);
    for (const [index, { entry }] of known.entries())
      if ((places[index] ?? 0) < (places[index - 1] ?? 0))
        problems.push({
          file: entry.file,
          path: ['environment'],
          found: `“${entry.data.environment}”，而前一条措施已经属于后面的环境`,
          expected: '同一个环境的措施连在一起，次序与 plan.mdx 的 environments 相同',
          mend: '改正这条或前一条措施的 environment',
        });
    return problems;
  });

/** The first paragraph of a measure that begins where no correction says that the document breaks. */
function unrecordedBreak(plan: Plan, measure: number, blocks: readonly Block[]): Block | undefined {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const recorded = plan.corrections.flatMap((one) =>
    one.kind === 'break' && one.where.kind === 'measure' && one.where.number === measure
      ? [one.reading.split('｜')]
      : [],
  );
  return paragraphs.find((paragraph, index) => {
    const last = paragraphs[index - 1]?.text;
    return (
      last !== undefined &&
      !recorded.some(([before = '', after = '']) => last.endsWith(before) && paragraph.text.startsWith(after))
    );
  });
}

export const bodies: Rule = ({ plans }) =>
  plans.flatMap(({ plan, entries, broken, measures }) => {
    const problems: Problem[] = [];
    const add = (file: string, line: number, found: string, expected: string, mend: string) =>
      problems.push({ file, path: [], line, found, expected, mend });

    for (const { measure, entry, blocks, broken } of measures) {
      const { file, bodyLine } = entry;
      const split = broken || entries.source === undefined ? undefined : unrecordedBreak(plan, measure.number, blocks);
      if (split)
        add(
          file,
          split.line,
          '正文在这里另起一段',
          '一条措施的正文写成一段；原件另起一段的，corrections.yaml 里有一条 break',
          '接到上一段；原件确在这里断开的，在 corrections.yaml 记一条 break',
        );
      for (const block of blocks) {
        if (block.kind === 'paragraph') {
          if (block.text.includes('（责任单位'))
            add(
              file,
              block.line,
              '正文里有“（责任单位”',
              '正文到这个括号之前为止',
              '删去括号，其中的单位写在上面的 units 字段里',
            );
          continue;
        }
        const { found, mend } = {
          heading: {
            found: `标题“${'text' in block ? block.text : ''}”`,
            mend: '标题写在上面的 title 字段里，正文里删去',
          },
          table: { found: '表格', mend: '改成段落，一行写一段；表格只用在 plan.mdx 里' },
          measures: { found: '<Measures />', mend: '删去，它只用在 plan.mdx 里' },
        }[block.kind];
        add(file, block.line, `措施的正文里有${found}`, '正文只有段落', mend);
      }
      if (!broken && blocks.every(({ kind }) => kind !== 'paragraph'))
        add(file, bodyLine, '没有正文', '第二行 --- 下面是措施的原文，到“（责任单位”之前为止', '补上正文');
    }

    const places = plan.blocks.filter(({ kind }) => kind === 'measures');
    const { file, bodyLine } = entries.plan;
    if (places.length !== 1 && !broken)
      add(
        file,
        places[1]?.line ?? bodyLine,
        places.length === 0 ? '正文里没有 <Measures />' : `正文里有 ${places.length} 个 <Measures />`,
        '正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上',
        places.length === 0 ? '在各条措施的位置上补一行 <Measures />，前后空一行' : '只留一个',
      );
    return problems;
  });

export const record: Rule = ({ plans, entries: all }) =>
  plans.flatMap(({ plan, entries, broken }) => {
    const { file } = entries.plan;
    const words = plan.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
    const problems: Problem[] = plan.basis.flatMap((basis, index) =>
      (['title', 'number'] as const)
        .filter((field) => !broken && !words.includes(basis[field]))
        .map((field) => ({
          file,
          path: ['basis', index, field],
          found: `“${basis[field]}”，正文里没有`,
          expected: '正文提到的文件，名称和文号逐字照抄',
          mend: '对照正文改正；正文没有提到就删去',
        })),
    );
    if (!plan.issuedText.includes(dayText(plan.issuedOn)) && !hiddenIn(all)('', file))
      problems.push({
        file,
        path: ['issuedOn'],
        found: `${plan.issuedOn}，而 issuedText 写的是“${plan.issuedText}”`,
        expected: '两处是同一天',
        mend: '对照原文改正其中一处',
      });
    return problems;
  });

/** A blank that typing or pasting left inside a word; not the one after the number of a chapter or article. */
const strayBlank =
  /(?<!^第[〇一二三四五六七八九十百]{1,5}[章节条])(?<=[\p{Script=Han}，。；：、！？”）》])[^\S\n]+[\p{Script=Han}，。；：、！？“（《]/u;

export const blanks: Rule = ({ plans }) =>
  plans.flatMap(({ plan, entries, measures }) => {
    const tell = (file: string, text: string | undefined, place: Pick<Problem, 'path' | 'line'>): Problem[] => {
      const at = text?.search(strayBlank) ?? -1;
      if (at < 0) return [];
      const found = /^.\s+./u.exec(text?.slice(at - 1) ?? '')?.[0];
      return [
        {
          file,
          ...place,
          found: `“${found}”，两个字之间有空格`,
          expected: '原文的字连写，中间不空',
          mend: '删去空格',
        },
      ];
    };
    const { file } = entries.plan;
    const fields = [
      'title',
      'heading',
      'number',
      'noticeTitle',
      'addressees',
      'notice',
      'issuer',
      'issuedText',
    ] as const;
    const inBlocks = (where: string, blocks: readonly Block[]) =>
      blocks.flatMap((block) => ('text' in block ? tell(where, block.text, { path: [], line: block.line }) : []));
    return [
      ...fields.flatMap((field) => tell(file, plan[field], { path: [field] })),
      ...inBlocks(file, plan.blocks),
      ...measures.flatMap(({ entry, blocks }) => [
        ...(['title', 'listTitle', 'units'] as const).flatMap((field) =>
          tell(entry.file, entry.data[field], { path: [field] }),
        ),
        ...inBlocks(entry.file, blocks),
        ...entry.data.tasks.flatMap((task, index) =>
          (['text', 'units'] as const).flatMap((field) =>
            tell(entry.file, task[field], { path: ['tasks', index, field] }),
          ),
        ),
      ]),
    ];
  });

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { unknownUnits } from '../src/import/unit-census.ts';
import type { Entries } from '../src/loader/entries.ts';
import { contentFolder, readContentFiles } from '../src/loader/folder.ts';
import { type NewFile, newHandbook, newMeasure, newTopic, newUnit, newUnits } from '../src/loader/new-file.ts';
import { contentFiles } from '../src/loader/paths.ts';
import { readContent } from '../src/loader/read.ts';
import { sealOf } from '../src/loader/seal.ts';
import { UnitRegistry } from '../src/model/unit-registry.ts';
import { slug } from '../src/schema/primitives.ts';
import { type TopicKind, topicKinds } from '../src/schema/topic.ts';
import { type UnitKind, unitKinds } from '../src/schema/unit.ts';

const usage = `用法：
  npm run new -- handbook                 在空的 content 文件夹里开始一本手册：网站设置和近义词表
  npm run new -- units                    登记方案里写到而没有登记的全部单位，编号按拼音
  npm run new -- unit <编号> <名称>       登记一个单位，例如 npm run new -- unit mouju 某局
      --kind unit|collective|group        一个单位、一类单位的统称、没有指明的部门；不写就是 unit
  npm run new -- topic <编号> <名称>      加一个分类，例如 npm run new -- topic tax 办税
      --kind need|audience|stage          需求、对象、阶段；不写就是 need
  npm run new -- seal                     登记 source.txt 的校验和，以后它变了检查会说
      --plan <编号>                       plans 里的文件夹名；只有一份没有登记时不用写
  npm run new -- measure                  给文件加下一条措施
      --plan <编号>                       plans 里的文件夹名；只有一份文件时不用写
编号用小写字母、数字和连字符，是网址的一部分，发布以后不要改。`;

/** What the command was asked for and cannot do, as one sentence for the editor. */
class Refusal extends Error {}

/** The seal of the document as received of a plan, or of the only one that has none. */
function newSeal(
  sources: ReadonlyMap<string, string>,
  seals: ReadonlyMap<string, string>,
  plan: string | undefined,
): NewFile {
  const open = [...sources].filter(([id]) => (plan === undefined ? !seals.has(id) : id === plan));
  const [[id, text] = ['', '']] = open;
  if (open.length === 0)
    throw new Refusal(
      plan === undefined ? '各份文件的 source.txt 都登记过了，或没有 source.txt' : `“${plan}”没有 source.txt`,
    );
  if (open.length > 1)
    throw new Refusal(`有几份没有登记，请用 --plan 写明是哪一份：${open.map(([one]) => one).join('、')}`);
  return { file: contentFiles.seal(id), text: sealOf(text), next: '把这个文件和 source.txt 一起提交' };
}

/** An entry for each name that the plans give and the registry has not. */
function missingUnits(entries: Entries): NewFile[] {
  const registry = new UnitRegistry(entries.units.map(({ id, data }) => ({ id, ...data })));
  const names = entries.plans.flatMap(({ plan, measures }) => unknownUnits(plan.data, measures, registry));
  const missing = [...new Set(names.map(({ name }) => name))];
  if (missing.length === 0) throw new Refusal('方案里写到的单位都登记过了');
  return newUnits(entries, missing);
}

function newFiles(argv: string[]): NewFile[] {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { kind: { type: 'string' }, plan: { type: 'string' } },
  });
  const [what, id = '', name = '', ...rest] = positionals;
  const { entries, paths, sources, seals } = readContent(readContentFiles(contentFolder));
  if (what === 'seal' && !id && !values.kind) return [newSeal(sources, seals, values.plan)];
  if (what === 'measure' && !id && !values.kind) {
    const { plans } = entries;
    const plan = values.plan ? plans.find((one) => one.id === values.plan) : plans[0];
    const known = plans.map((one) => one.id).join('、');
    if (!plan) throw new Refusal(`没有这份文件。plans 里有：${known}`);
    if (!values.plan && plans.length > 1) throw new Refusal(`有几份文件，请用 --plan 写明是哪一份：${known}`);
    return [newMeasure(plan, paths)];
  }
  if (positionals.length === 1 && !values.kind && !values.plan) {
    if (what === 'units') return missingUnits(entries);
    if (what === 'handbook') {
      const files = newHandbook().filter(({ file }) => !paths.has(file));
      if (files.length === 0) throw new Refusal('网站设置和近义词表都有了');
      return files;
    }
  }
  if ((what !== 'unit' && what !== 'topic') || !name || rest.length > 0 || values.plan) throw new Refusal(usage);
  if (!slug.safeParse(id).success) throw new Refusal(`编号“${id}”不行：只能用小写字母、数字和单个连字符`);
  const kinds = what === 'unit' ? unitKinds : topicKinds;
  const kind = values.kind ?? Object.keys(kinds)[0] ?? '';
  if (!Object.hasOwn(kinds, kind)) throw new Refusal(`--kind 只能是 ${Object.keys(kinds).join('、')}`);
  const same =
    what === 'unit'
      ? entries.units.find(({ data }) => [data.name, ...data.aliases].includes(name))
      : entries.topics.find(({ data }) => data.name === name && data.kind === kind);
  if (same) throw new Refusal(`“${name}”已经有了，在 ${contentFolder}/${what}s/${same.id}.yaml`);
  return [what === 'unit' ? newUnit(id, name, kind as UnitKind) : newTopic(entries, id, name, kind as TopicKind)];
}

try {
  const files = newFiles(process.argv.slice(2));
  for (const { file, text } of files) {
    const path = join(contentFolder, file);
    mkdirSync(dirname(path), { recursive: true });
    // `wx` fails where the file is there already.
    writeFileSync(path, text, { flag: 'wx' });
    console.log(`新建了 ${path}`);
  }
  const steps = [...new Set(files.map(({ next }) => next))];
  console.log(steps.map((next) => `下一步：${next}。`).join('\n'));
} catch (error) {
  process.exitCode = 1;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Refusal) console.error(error.message);
  else if (code === 'EEXIST') console.error('已经有这个文件，没有改动它。换一个编号，或直接打开它修改。');
  else if (code.startsWith('ERR_PARSE_ARGS')) console.error(usage);
  else throw error;
}

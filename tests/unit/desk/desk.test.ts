import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Draft } from '../../../src/desk/core/messages.ts';
import { itemName } from '../../../src/desk/core/names.ts';
import type { JsonObject } from '../../../src/desk/core/schema-at.ts';
import { Desk } from '../../../src/desk/server/desk.ts';
import { writeAll } from '../../../src/desk/server/files.ts';
import { Preview } from '../../../src/desk/server/preview.ts';
import { sentenceOf } from '../../../src/desk/server/refusals.ts';
import { readContentFiles } from '../../../src/loader/folder.ts';
import { mini, readFolder, writeFolder } from '../../fixtures/mini.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-desk-test-'));
after(() => rmSync(root, { recursive: true }));

/** A desk at a small content folder of its own. */
function deskAt(name: string) {
  const folder = join(root, name);
  writeFolder(folder);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const desk = new Desk(folder);
  const draft = (file: string, change: JsonObject): Draft => {
    const { hash, data } = desk.open(file);
    return { file, hash, data: { ...data, ...change } };
  };
  return { folder, desk, read, draft };
}

const unit = 'units/jia.yaml';
const words = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return sentenceOf(error) ?? assert.fail(String(error));
  }
  return assert.fail('it was done');
};

test('what is typed is checked before it is saved, and then saved as it was checked', () => {
  const { desk, read, draft } = deskAt('save');
  const before = read(unit);
  const wrong = desk.check([draft(unit, { kind: 'unti' })]);
  assert.deepEqual(
    wrong.findings.map(({ file, name, path }) => [file, name, path]),
    [[unit, '单位“区甲局”', ['kind']]],
  );
  assert.equal(read(unit), before);
  assert.deepEqual(desk.check([draft(unit, { note: '一句' })]).findings, []);
  assert.deepEqual(desk.save([draft(unit, { note: '一句' })]), { saved: [unit] });
  assert.match(read(unit), /^note: 一句$/mu);
});

test('what only reminds is told, and hinders nothing', () => {
  const { desk, draft } = deskAt('remarks');
  const measure = 'plans/mini/measures/02.mdx';
  const { findings, remarks } = desk.check([draft(measure, { plain: '白'.repeat(121) })]);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    remarks.map(({ file, path }) => [file, path]),
    [[measure, ['plain']]],
  );
  assert.deepEqual(desk.check([]).remarks, []);
});

test('a file that is not in its normal form is told as that until it is saved', () => {
  const { folder, desk, read, draft } = deskAt('untidy');
  assert.equal(desk.open(unit).isUntidy, false);
  writeFileSync(join(folder, unit), read(unit).replace(/^name: (.*)$/mu, "name:   '$1'"));
  assert.equal(desk.open(unit).isUntidy, true);
  desk.save([draft(unit, { note: '一句' })]);
  assert.equal(desk.open(unit).isUntidy, false);
});

test('a file that changed underneath is not written over; both versions can be kept', () => {
  const { folder, desk, read, draft } = deskAt('conflict');
  const base = desk.open(unit).data ?? {};
  const mine = draft(unit, { note: '我的' });
  writeFileSync(join(folder, unit), `${read(unit)}nature: organisation\n`);
  const other = read(unit);
  assert.deepEqual(desk.check([mine]).changed, [unit]);
  const answer = desk.save([mine]);
  assert.ok('conflicts' in answer);
  const [conflict] = answer.conflicts;
  assert.ok(conflict?.cause === 'changed');
  assert.equal(conflict.disk, other);
  assert.match(conflict.mine, /note: 我的/u);
  assert.equal(conflict.changes[0], '单位“区甲局” · 编辑说明：写上“我的”');
  assert.equal(read(unit), other);

  const { hash, data } = desk.rebase(mine, base);
  desk.save([{ file: unit, hash, data }]);
  assert.match(read(unit), /nature: organisation/u);
  assert.match(read(unit), /note: 我的/u);
});

test('a draft that says what its file says by now is no conflict', () => {
  const { desk, draft } = deskAt('twice');
  const mine = draft(unit, { note: '我的' });
  assert.deepEqual(desk.save([mine]), { saved: [unit] });
  assert.deepEqual(desk.save([mine]), { saved: [] });
});

test('a draft whose file is gone or broken is a conflict: nothing is written, and it can be given up by itself', () => {
  const { folder, desk, read, draft } = deskAt('lost');
  const [lost, other] = [draft(unit, { note: '我的' }), draft('site.yaml', { organiser: '某办' })];
  const before = read('site.yaml');
  const told = () => {
    const answer = desk.save([lost, other]);
    return 'conflicts' in answer ? answer.conflicts : assert.fail('it was saved');
  };
  // A file is called what it was when it was opened.
  const name = '单位“区甲局”';
  writeFileSync(join(folder, unit), 'name: [');
  assert.deepEqual(told(), [{ file: unit, name, cause: 'broken', disk: 'name: [' }]);
  rmSync(join(folder, unit));
  assert.deepEqual(told(), [
    { file: unit, name, cause: 'gone', mine: (mini[unit] ?? '').replace('searchTerms', 'note: 我的\nsearchTerms') },
  ]);
  assert.equal(read('site.yaml'), before);
  assert.deepEqual(desk.save([other]), { saved: ['site.yaml'] });
});

test('a file that is gone is put back for a draft of it, and the putting back can be taken back', () => {
  const { folder, desk, read, draft } = deskAt('back');
  const base = desk.open(unit).data ?? {};
  const mine = draft(unit, { note: '我的' });
  rmSync(join(folder, unit));
  const { hash, data } = desk.rebase(mine, base);
  assert.equal(read(unit), mini[unit]);
  assert.deepEqual(desk.save([{ file: unit, hash, data }]), { saved: [unit] });
  assert.match(read(unit), /note: 我的/u);
  desk.undo();
  assert.match(desk.undo().text, /恢复单位“区甲局”/u);
  assert.equal(existsSync(join(folder, unit)), false);
});

test('where one of several files cannot be written, none is', () => {
  const { folder, read } = deskAt('half');
  const before = read(unit);
  const writes = new Map([
    [unit, Buffer.from('name: 新\n')],
    // A file stands where a folder would have to be.
    ['site.yaml/x.yaml', Buffer.from('')],
  ]);
  assert.throws(() => writeAll(folder, writes));
  assert.equal(read(unit), before);
  assert.deepEqual(Object.keys(readFolder(folder)).sort(), Object.keys(mini).sort());
  assert.ok(readdirSync(join(folder, 'units')).every((file) => !file.startsWith('.')));
});

test('a read-only file is not written, and the mode of others stays', () => {
  const { folder, desk, read, draft } = deskAt('mode');
  const path = join(folder, unit);
  const before = read(unit);
  chmodSync(path, 0o444);
  assert.match(
    words(() => desk.save([draft(unit, { note: '一句' })])),
    /写不成.*什么也没有改动/u,
  );
  assert.equal(read(unit), before);
  chmodSync(path, 0o600);
  const { mode } = statSync(path);
  desk.save([draft(unit, { note: '一句' })]);
  assert.equal(statSync(path).mode, mode);
});

test('saves are taken back one by one, across files; never what was changed elsewhere since', () => {
  const { folder, desk, read, draft } = deskAt('undo');
  const before = readFolder(folder);
  desk.save([draft(unit, { note: '一' })]);
  desk.begin({ what: 'topic', id: 'new-topic', name: '新分类' });
  assert.ok(existsSync(join(folder, 'topics/new-topic.yaml')));
  desk.undo();
  assert.equal(existsSync(join(folder, 'topics/new-topic.yaml')), false);
  desk.undo();
  assert.deepEqual(readFolder(folder), before);
  assert.match(
    words(() => desk.undo()),
    /没有可以撤销/u,
  );

  desk.save([draft(unit, { note: '二' })]);
  writeFileSync(join(folder, unit), `${read(unit)}# 别处加的\n`);
  assert.match(
    words(() => desk.undo()),
    /后来又在别的地方改过/u,
  );
  assert.match(read(unit), /别处加的/u);
});

test('a file that cannot be read is shown, and not written over', () => {
  const { folder, desk, read } = deskAt('broken');
  const broken = 'name: [\nkind: unit\n';
  writeFileSync(join(folder, unit), broken);
  const { data, text, hash } = desk.open(unit);
  assert.deepEqual([data, text], [undefined, broken]);
  assert.match(
    words(() => desk.save([{ file: unit, hash, data: { name: '甲' } }])),
    /读不出来/u,
  );
  assert.equal(read(unit), broken);
  assert.ok(desk.check([]).findings.some(({ file }) => file === unit));
});

test('all files are put in their normal form at once, and back', () => {
  const { folder, desk, read } = deskAt('format');
  const loose = read(unit).replace('kind: unit', "kind:   'unit'");
  writeFileSync(join(folder, unit), loose);
  assert.match(desk.format().text, /整理了 1 个文件/u);
  assert.match(read(unit), /^kind: unit$/mu);
  assert.match(desk.format().text, /都已整齐/u);
  desk.undo();
  assert.equal(read(unit), loose);
});

const document = Buffer.from(
  [
    '关于办好比赛的意见',
    '',
    '一、总体要求',
    '坚持服务。',
    '二、丰富活动',
    '（一）办好联赛。组织联赛。（区甲局、区乙办按职责分工负责）',
    '某部',
    '2030年3月1日',
  ].join('\n'),
);

test('a document is read without writing, accepted as a whole, and taken back as a whole', async () => {
  const { folder, desk } = deskAt('import');
  const before = readFolder(folder);
  const { report } = await desk.import('意见.txt', document, 'sport');
  assert.match(report, /导入报告/u);
  assert.deepEqual(readFolder(folder), before);
  assert.equal(desk.accept().file, 'plans/sport/plan.mdx');
  assert.ok(existsSync(join(folder, 'plans/sport/plan.mdx')));
  assert.equal(desk.open('plans/sport/import-report.md').text, report);
  // Nothing shows a plan that has not passed the check: what can be read is the report.
  assert.deepEqual(desk.page('plans/sport/plan.mdx'), { path: '/plans/sport/', isThere: false, report });
  for (const file of ['site.yaml', 'redirects.yaml']) assert.deepEqual(desk.page(file), { path: '/', isThere: false });
  desk.undo();
  assert.deepEqual(readFolder(folder), before);
  assert.match(
    words(() => desk.accept()),
    /没有等着收下/u,
  );
  await assert.rejects(desk.import('意见.pdf', document, 'sport'), (error) => /不认得/u.test(sentenceOf(error) ?? ''));
  await assert.rejects(desk.import('意见.txt', document, 'mini'), (error) => /已经有了/u.test(sentenceOf(error) ?? ''));
});

test('a file has a page once it is in content that passes the check', () => {
  const preview = new Preview(readContentFiles(deskAt('faulty').folder));
  try {
    assert.equal(preview.has(unit), false);
    const folder = join(root, 'shown');
    writeFolder(folder);
    const desk = new Desk(folder, preview);
    desk.check([]);
    assert.deepEqual(desk.page(unit), { path: '/units/jia/', isThere: true });
    desk.begin({ what: 'topic', id: 'new-topic', name: '新分类' });
    assert.equal(desk.page('topics/new-topic.yaml').isThere, false);
  } finally {
    preview.stop();
  }
});

test('an item is called by its name, and its measure by its title in the list', async () => {
  const { desk } = deskAt('names');
  const { files } = await desk.overview();
  assert.ok(files.some(({ name }) => /^措施1 \S/u.test(name)));
  assert.equal(itemName({ id: 'trains', name: '班列' }, 0), '“班列”');
  assert.equal(itemName({ id: 'trains' }, 0), '“trains”');
});

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=jia@example.cn', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

test('without Git, changes are told since the desk was opened, and nothing is committed', async () => {
  const { desk, draft } = deskAt('no-git');
  assert.equal((await desk.overview()).git, false);
  desk.save([draft(unit, { note: '一' })]);
  assert.deepEqual(await desk.changes(), {
    since: 'start',
    changes: [{ file: unit, text: '单位“区甲局” · 编辑说明：写上“一”' }],
  });
  await assert.rejects(desk.commit('一句'), (error) => /没有版本库/u.test(sentenceOf(error) ?? ''));
});

test('with Git, changed content is committed with a sentence, and nothing else', async () => {
  const { folder, desk, draft } = deskAt('git/content');
  const top = join(folder, '..');
  git(top, 'init', '-q');
  writeFileSync(join(top, '别的.txt'), '一');
  git(top, 'add', '.');
  git(top, 'commit', '-qm', 'start');
  git(top, 'config', 'user.name', '甲');
  git(top, 'config', 'user.email', 'jia@example.cn');
  writeFileSync(join(top, '别的.txt'), '二');
  git(top, 'add', '别的.txt');
  desk.save([draft(unit, { note: '一' })]);
  assert.deepEqual((await desk.changes()).changes, [{ file: unit, text: '单位“区甲局” · 编辑说明：写上“一”' }]);
  await assert.rejects(desk.commit('  '), (error) => /写一句/u.test(sentenceOf(error) ?? ''));
  await desk.commit('给区甲局加说明');
  assert.equal(git(top, 'log', '-1', '--format=%s').trim(), '给区甲局加说明');
  assert.deepEqual(git(top, 'show', '--name-only', '--format=').trim(), 'content/units/jia.yaml');
  assert.match(git(top, '-c', 'core.quotePath=false', 'status', '--porcelain'), /^M {2}别的\.txt$/mu);
  assert.deepEqual((await desk.changes()).changes, []);
  assert.ok(await desk.commit('空').catch((error) => sentenceOf(error)));

  desk.begin({ what: 'topic', id: 'new-topic', name: '新分类' });
  assert.match((await desk.changes()).changes.map(({ text }) => text).join(), /新建了分类“新分类”/u);
});

test('a file whose removal is staged is committed as removed', async () => {
  const { folder, desk } = deskAt('removed');
  git(folder, 'init', '-q');
  git(folder, 'config', 'user.name', '编辑');
  git(folder, 'config', 'user.email', 'editor@example.cn');
  writeFileSync(join(folder, 'units', 'wu.yaml'), 'name: 区戊局\nkind: unit\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', '开始');
  git(folder, 'rm', '-q', 'units/wu.yaml');
  await desk.commit('去掉一个单位');
  assert.equal(git(folder, 'status', '--porcelain'), '');
  assert.equal(git(folder, 'show', '--format=', '--name-status', 'HEAD').trim(), 'D\tunits/wu.yaml');
});

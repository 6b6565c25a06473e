import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkFolder } from '../../../src/checks/check-content.ts';
import { report } from '../../../src/checks/report.ts';
import { type Changes, replace, unsourced, writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-check-'));
after(() => rmSync(root, { recursive: true }));

/** Runs the command as `npm run check` does, on the small folder with changes. */
async function runCheck(name: string, changes: Changes, ...options: string[]) {
  const folder = join(root, name);
  writeFolder(folder, changes);
  return runScript('scripts/check.ts', folder, ...options);
}

test('right content passes, with what it holds and what is still to be filled in', async () => {
  const { code, output } = await runCheck('good', {});
  assert.equal(code, 0, output);
  assert.match(output, /措施 2 条，任务 3 项（自主创新 1 项），目标 1 个，限度 1 个，更正 7 条/);
  assert.match(output, /单位登记 3 个：单位 2，统称 0，未指明的部门 1/);
  assert.match(output, /尚未填写.*portal\.name、portal\.url、licence\.name、licence\.url、records\.siteCode/);
  assert.match(output, /^注意：site\.yaml 没有填写 origin.*\n {2}不生成 sitemap\.xml.*feed\.xml.*opensearch\.xml/mu);
});

test('what is lost without an origin is no longer said once there is one', async () => {
  const { code, output } = await runCheck('origin', {
    'site.yaml': replace('base: /', 'origin: https://www.district.gov.cn\nbase: /'),
  });
  assert.equal(code, 0, output);
  assert.doesNotMatch(output, /注意|sitemap\.xml/u);
});

test('a plan that is held against no document says so', async () => {
  const { code, output } = await runCheck('unsourced', unsourced);
  assert.equal(code, 0, output);
  assert.match(output, /小政〔2025〕1号.*；没有 source\.txt，未核对原件$/m);
});

test('with --production, settings that a portal demands and that are blank fail the command', async () => {
  const { code, output } = await runCheck('production', {}, '--production');
  assert.equal(code, 1);
  assert.match(
    output,
    /不能正式发布，site\.yaml 里：\n {2}origin：还没有填写\n {2}organiser：还没有填写\n {2}records\.siteCode：还没有填写\n {2}records\.icp：还没有填写\n$/u,
  );
});

test('with --production, the settings of a preview fail the command', async () => {
  const { code, output } = await runCheck(
    'preview',
    { 'site.yaml': replace('base: /', 'base: /\npreview: true') },
    '--production',
  );
  assert.equal(code, 1);
  assert.match(output, /^ {2}preview：写着 true，这是预览的设置；删去这一行$/mu);
});

test('a misspelt option fails, as the check would else pass without it', async () => {
  const { code, output } = await runCheck('option', {}, '--prodution');
  assert.equal(code, 1);
  assert.match(output, /^不认识的选项。用法：/u);
});

/** Does something as a user to whom files can be closed, which they cannot be to root, as which containers run. */
function asUser<Result>(work: () => Result): Result {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.('nobody');
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test('a file and a folder that may not be read are told, each by its name', () => {
  const folder = join(root, 'closed');
  writeFolder(folder);
  chmodSync(root, 0o755);
  chmodSync(join(folder, 'plans/mini/measures/02.mdx'), 0);
  chmodSync(join(folder, 'units'), 0);
  const checked = asUser(() => checkFolder(folder));
  const output = checked.ok ? '' : report(checked);
  chmodSync(join(folder, 'units'), 0o755);
  assert.match(output, /^content\/plans\/mini\/measures\/02\.mdx:1\n {2}查到：打不开这个文件\n/m);
  assert.match(output, /^content\/units\/:1\n {2}查到：打不开这个文件夹\n/m);
  assert.match(output, /2 个文件，2 处问题。$/m);
});

test('links to files and folders are followed, one that leads nowhere is told, and one in a circle ends', async () => {
  const folder = join(root, 'links');
  writeFolder(folder);
  renameSync(join(folder, 'units'), join(root, 'units-elsewhere'));
  symlinkSync(join(root, 'units-elsewhere'), join(folder, 'units'));
  symlinkSync(join(root, 'nowhere.yaml'), join(folder, 'topics/none.yaml'));
  symlinkSync(folder, join(folder, 'topics/circle'));
  const { code, output } = await runScript('scripts/check.ts', folder);
  assert.equal(code, 1);
  assert.match(output, /^content\/topics\/circle:1\n {2}查到：打不开这个文件\n/m);
  assert.match(output, /^content\/topics\/none\.yaml:1\n {2}查到：打不开这个文件\n/m);
  assert.match(output, /2 个文件，2 处问题。$/m);
});

test('faults fail the command, each with file, line, field, what was found, what is expected and how to mend it', async () => {
  const { code, output } = await runCheck('faults', {
    'plans/mini/measures/01.mdx': replace('units: 区甲\n', 'units: 区甲居\n'),
    'topics/power.yaml': replace('order: 2', 'ordre: 2'),
  });
  assert.equal(code, 1);
  assert.match(
    output,
    /^content\/plans\/mini\/measures\/01\.mdx:21 {2}tasks\[1\]\.units\n {2}查到：单位“区甲居”不在登记里\n {2}应为：.+\n {2}改法：最接近的是“区甲局?”/m,
  );
  assert.match(output, /^content\/topics\/power\.yaml:3 {2}ordre$/m);
  assert.match(
    output,
    /内容检查没有通过：2 个文件，2 处问题。\n还有 \d+ 条规则要等上面的问题改好才能查，请改好后再运行一次检查（.*fidelity.*）。$/m,
  );
});

test('a folder that is not there is one without files, and fails', async () => {
  const { code, output } = await runScript('scripts/check.ts', join(root, 'nowhere'));
  assert.equal(code, 1);
  assert.match(output, /没有这个文件/);
});

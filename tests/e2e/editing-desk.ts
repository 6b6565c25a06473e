import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect as expectWithin5s, type Locator, type Page } from '@playwright/test';
import type { Files } from '../fixtures/county.ts';
import { projectWith } from '../fixtures/project.ts';

/** The check runs on the whole content, on machines that also do other things. */
export const expect = expectWithin5s.configure({ timeout: 20_000 });

/** Starts the desk in a project. Gives it, and its address. */
const start = (root: string) =>
  new Promise<{ desk: ChildProcess; address: string }>((resolve, reject) => {
    const { HANDBOOK_CONTENT: _, ...env } = process.env;
    const desk = spawn(process.execPath, ['scripts/desk.ts', '--no-open'], { cwd: root, env });
    let output = '';
    for (const stream of [desk.stdout, desk.stderr])
      stream.on('data', (text) => {
        output += text;
        const [address] = /http:\/\/127\.0\.0\.1:\d+\/#\S+/u.exec(output) ?? [];
        if (address) resolve({ desk, address });
      });
    desk.once('exit', () => reject(new Error(output)));
  });

/** A desk in a copy of the project, open in a browser. */
export async function openDesk(browser: Browser, content: Files, hasGit: boolean) {
  const root = projectWith(content);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  if (hasGit) {
    git('init', '-q');
    git('config', 'user.name', '编辑');
    git('config', 'user.email', 'editor@example.cn');
    writeFileSync(join(root, '.gitignore'), 'node_modules\n.astro\n');
    git('add', '.');
    git('commit', '-qm', '开始');
  }
  const { desk, address } = await start(root);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  return {
    root,
    page,
    git,
    /** A file of the content. */
    read: (file: string) => readFileSync(join(root, 'content', file), 'utf8'),
    stopServer: () => {
      desk.kill();
    },
    close: async () => {
      desk.kill();
      await context.close();
    },
  };
}

/** Opens a file by its name in the list. */
export async function open(page: Page, name: string): Promise<Locator> {
  const list = page.getByRole('navigation', { name: '内容' });
  await list.getByLabel('找要改的内容').fill(name);
  await list.getByRole('listitem').getByRole('button', { name }).first().click();
  const form = page.getByRole('main');
  await expect(form.getByRole('heading', { level: 2 })).toContainText(name);
  return form;
}

export const passes = (page: Page) => expect(page.getByRole('button', { name: '检查通过' })).toBeVisible();

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^保存/u }).click();
  await expect(page.getByText(/^保存了 \d+ 个文件/u)).toBeVisible();
}

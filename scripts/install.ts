import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/*
 * What tests need that npm does not install. Run as a command it finds a browser for them or installs one.
 */

const isRoot = process.getuid?.() === 0;

/** Runs a command that installs something; prints which. @throws if it fails or takes over five minutes. */
function install(command: string, ...args: string[]): void {
  console.log(`正在安装：${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, env });
}

/** Installs packages of Debian. @throws where there is no Debian or the user is not root. */
export function installPackages(...packages: string[]): void {
  if (!isRoot) throw new Error('安装系统软件包需要 root 权限。');
  install('apt-get', 'update');
  install('apt-get', 'install', '--yes', '--no-install-recommends', ...packages);
}

/** Finds a program of Debian or installs it. @throws with what to install where that fails. */
export function ensureProgram(name: string, isInstalled: () => boolean, ...packages: string[]): void {
  if (isInstalled()) return;
  try {
    installPackages(...packages);
  } catch {
    // Reported below.
  }
  if (!isInstalled())
    throw new Error(`没有可用的 ${name}，也装不上：请安装（Debian：apt-get install ${packages.join(' ')}）再运行。`);
}

/** Installs the npm packages of a folder that has a lockfile of its own, unless they are as it says. @throws if npm fails. */
export function ensureModules(folder: string): void {
  const changed = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed('node_modules/.package-lock.json') < changed('package-lock.json'))
    install('npm', 'ci', '--ignore-scripts', '--no-audit', '--prefix', folder);
}

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to test with: Playwright's own if it is installed, else the system's; undefined if there is none. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [chromium.executablePath(), ...installed].find((path) => existsSync(path));
}

/** Ways to get a Chromium and fonts that can set Chinese, the one that changes least first. */
const ways: (() => void)[] = [
  () => install('npx', 'playwright', 'install', 'chromium'),
  ...(isRoot
    ? [
        () => install('npx', 'playwright', 'install', '--with-deps', 'chromium'),
        () => installPackages('chromium', 'fonts-noto-cjk'),
      ]
    : []),
];

/** Finds a browser that starts, or installs one. @throws with what to install where no way works. */
export function ensureBrowser(): string {
  for (const way of [() => {}, ...ways]) {
    try {
      way();
    } catch {
      // The next way may work.
    }
    const found = findBrowser();
    // One whose system libraries are missing is there and does not start.
    if (found && spawnSync(found, ['--version']).status === 0) return found;
  }
  throw new Error(
    '没有可用的浏览器，也装不上：请安装 Chromium 和中文字体（Debian：apt-get install chromium fonts-noto-cjk）再运行测试。',
  );
}

if (import.meta.main) {
  try {
    console.log(`浏览器：${ensureBrowser()}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectWithin5s, test } from '@playwright/test';
import { dataPath, planPath, searchPath, unitsPath } from '../../src/routes/paths.ts';
import { checkWith, filesWith, mini, replace } from '../fixtures/mini.ts';
import { astroCommand, projectWith } from '../fixtures/project.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans;
const file = 'units/yi.yaml';
const right = mini[file] ?? '';
const wrong = right.replace('kind: unit', 'kind: <unti>');
/** The server bundles each module when it is first asked for. */
const expect = expectWithin5s.configure({ timeout: 30_000 });
let root: string;
let server: ChildProcess;

/** Starts `astro dev` on a free port; gives the address of the site. @throws if it does not start. */
const start = () =>
  new Promise<string>((resolve, reject) => {
    server = spawn(process.execPath, astroCommand('dev', '--port', '0'), {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (text) => {
        output += text;
        const address = /http:\/\/localhost:\d+\//u.exec(output);
        if (address) resolve(address[0]);
      });
    server.once('exit', () => reject(new Error(output)));
  });

const write = (text: string) => writeFileSync(join(root, 'content', file), text);

test.describe.configure({ timeout: 120_000 });
test.beforeAll(() => {
  root = projectWith({
    ...Object.fromEntries(
      filesWith({ 'site.yaml': replace('base: /', 'origin: https://www.example.gov.cn\nbase: /') }),
    ),
    [file]: Buffer.from(wrong),
  });
});
test.afterAll(() => server?.kill());

test('the development server starts on faulty content, shows what is wrong until it is mended, and serves all of the site', async ({
  page,
  request,
}) => {
  if (!plan) throw new Error('the fixture has no plan');
  const address = await start();
  await page.goto(address + unitsPath);
  const report = page.locator('pre');
  // Lines are lines, and signs of HTML are signs.
  await expect(report).toHaveText(/^content\/units\/yi\.yaml:2 {2}kind\n {2}查到：“<unti>”\n {2}应为：/u);
  write(right);
  await expect(page.getByRole('heading', { level: 1, name: '责任单位' })).toBeVisible();

  await page.goto(`${address}${searchPath}?q=${encodeURIComponent(plan.measures[0]?.title ?? '')}`);
  await expect(page.locator('#search-results li').first()).toContainText(plan.measures[0]?.title ?? '');
  for (const path of [
    `${dataPath(plan)}tasks.docx`,
    `${dataPath(plan)}tasks.csv`,
    'share/index.png',
    'sitemap.xml',
    `${planPath(plan)}index.md`,
  ])
    expect((await request.get(address + path)).status(), path).toBe(200);

  // The index is made anew: the reader's other word for the unit is known at once.
  await page.goto(`${address}${searchPath}?q=${encodeURIComponent('琥珀蜻蜓')}`);
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('#search-results li')).toHaveCount(0);
  write(`${right}searchTerms: [琥珀蜻蜓]\n`);
  await expect(page.locator('#search-results li').first()).toBeVisible();

  write(wrong);
  await expect(report).toContainText('<unti>');
  write(right);
  await expect(page.locator('#search-results')).toBeAttached();
});

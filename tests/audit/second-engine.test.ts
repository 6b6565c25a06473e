import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBrowser, ensureModules } from '../../scripts/install.ts';
import { accessibilityChecks } from '../../src/views/accessibility.ts';
import { forcedColours, looks, show } from '../e2e/looks.ts';
import { type Server, serve } from '../e2e/server.ts';
import { kinds } from '../site/built-site.ts';
import { type Finding, unexplained } from './findings.ts';

/*
 * One page of each kind in four looks, the first in a narrow window too, under the engine of IBM's Equal Access checker, with all
 * that can be folded unfolded. Whatever it does not pass counts: faults, and what it cannot tell and leaves to a person.
 */

/** Rules as the engine names them, with its reason and the element; why what they say is no fault. */
const explained: Record<string, string> = {
  // It cannot tell these, and something else can.
  '^element_tabbable_unobscured potential_obscured POTENTIAL':
    'it takes what shares pixels for covering: the browser tests move the focus through each kind of page and ask what lies on top',
  '^style_color_misuse Potential_1 POTENTIAL .*<link':
    'asked of every style sheet: docs/accessibility.md, 1.4.1, tells how states and kinds are told apart without colour',
  '^style_highcontrast_visible Manual_1 MANUAL .*<(link|html)':
    'asked of every style sheet, and of the room that scripts keep for what is fixed: forced colours are a look of the browser tests and of this one',
  '^style_focus_visible potential_focus_not_visible POTENTIAL':
    'it takes a border for all that shows the focus: the browser tests look for the ring of every stop',
  '^target_spacing_sufficient (potential_overlap POTENTIAL|violation_spacing FAIL) .*label/input':
    'it measures the box and not the label around it, which is pressed, and against what the open panel covers: axe and the browser tests do',
  '^style_viewport_resizable Potential_1 POTENTIAL .*<link':
    'sizes that follow the window have limits in rem: the browser tests read every page with text at twice its size',
  '^img_alt_background Manual_1 MANUAL .*<strong class="promise"':
    'the background underlines a promised number and says no more than the bold text',
  '^download_keyboard_controllable Manual_1 MANUAL .*<a ':
    'asked of every link to a file: downloads are plain links, which the browser handles',
  '^text_sensory_misuse potential_\\w+ POTENTIAL .*<pre lang="en"': 'licences of others, printed as they are',
  '^list_markup_review potential_list POTENTIAL .*<pre lang="en"': 'licences of others, printed as they are',
  '^text_block_heading potential_heading POTENTIAL .*(data-official|official-body|class="paper-|main/div/article/section/p)':
    'short paragraphs of the document, such as whom it addresses and who signs it; its headings are headings',
  // It is mistaken.
  '^element_tabbable_role_valid fail_invalid_role FAIL .*<section[^>]* class="matrix-frame"':
    'a region that scrolls sideways must be in reach of the keyboard, as axe asks',
  '^widget_tabbable_single potential_multiple_tabbable POTENTIAL .*<th scope="row"':
    'the head of a row is no widget: it may hold several links',
  '^table_headers_exists Fail_1 FAIL .*<table class="task-table':
    'in a narrow window rows are cards, whose cells say their heads themselves',
  '^input_label_exists Fail_1 FAIL .*<output':
    'an output is a status message, which is read as it changes and asks for no name',
  '^input_label_visible potential_placeholder_only POTENTIAL .*<input[^>]* type="search"':
    'the button beside the field says 搜索, which is its name',
  '^input_label_visible potential_no_label POTENTIAL .*label/select': 'its label is around it, in sight',
  '^fieldset_legend_valid Fail_1 FAIL .*fieldset':
    'its legend is its first child, for those who hear it; the choices say it to the eye',
  '^aria_accessiblename_exists fail_no_accessible_name FAIL .*thead/tr/th':
    'its words are for those who hear them, and not shown',
  '^list_structure_proper Potential_1 POTENTIAL .*<dl': 'pairs of a dl may stand in div, by the standard',
  '^form_submit_button_exists Potential_1 POTENTIAL .*<form[^>]* data-needs-script':
    'filters act at once and say what they did; without scripts they are not shown',
  // It would have grouped what is few.
  '^(input_fields_grouped|select_options_grouped|input_checkboxes_grouped) \\w+ POTENTIAL .*label/(select|input)':
    'each filter has its own label, and the form or landmark around them the name of the group',
};

const { 浅色, 深色, 长者模式 } = looks;
const [phone, wide] = accessibilityChecks.widths;
const tried = { 浅色, 深色, 长者模式, 强制颜色: forcedColours };

let server: Server;
let browser: Browser;

before(async () => {
  ensureModules(import.meta.dirname);
  server = await serve();
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** All that the engine does not pass on a page in its present look. */
const findingsOf = (page: Page): Promise<Finding[]> =>
  page.evaluate(async () => {
    interface Result {
      ruleId: string;
      reasonId: string;
      value: [level: string, outcome: string];
      path: { dom: string };
      snippet: string;
    }
    const { Checker } = (window as unknown as { ace_ibma: { Checker: new () => Checker } }).ace_ibma;
    interface Checker {
      check(node: Node, rulesets: string[]): Promise<{ results: Result[] }>;
    }
    const { results } = await new Checker().check(document, ['WCAG_2_2']);
    return results
      .filter(({ value }) => value[1] !== 'PASS')
      .map(({ ruleId, reasonId, value, path, snippet }) => ({
        rule: `${ruleId} ${reasonId} ${value[1]}`,
        place: `${path.dom.replace(/\[\d+\]/gu, '')} ${snippet.slice(0, 200)}`,
      }));
  });

test('a second engine finds no fault in any kind of page, in four looks, and what it cannot tell is explained', {
  timeout: 1_800_000,
}, async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript({
    path: createRequire(import.meta.url).resolve('accessibility-checker-engine/ace-window.js'),
  });
  const page = await context.newPage();
  const findings: Finding[] = [];
  for (const address of kinds) {
    await page.goto(server.origin + address);
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const [name, look = {}] of Object.entries(tried)) {
      await show(page, look);
      // Looks are the same in a narrow window, where only the layout is another.
      for (const width of look === 浅色 ? [phone, wide] : [wide]) {
        await page.setViewportSize({ width, height: 800 });
        for (const { rule, place } of await findingsOf(page))
          findings.push({ rule, place: `${place} ${address} ${width} ${name}` });
      }
    }
  }
  assert.deepEqual(unexplained(findings, explained), []);
});

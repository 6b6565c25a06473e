import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { pages } from './built-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The build writes HTML as the standard allows, not in one of its styles.
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Titles name the page and the handbook, and Chinese titles of documents are long.
    'long-title': 'off',
    // A phone number is whatever looks like one; the official text holds none.
    'tel-non-breaking': 'off',
    // Bytes are held by the content policy, and every script is of this site.
    'require-sri': 'off',
    // role="list" brings back what Safari takes from lists without markers; role="note" has no element, and browsers of the floor lack <search>.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Lists of facts and of units are named for those who hear them.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Filters act at once, and without script they are not shown; the form of search has its button.
    'wcag/h32': 'off',
    // Sentences beside their rows are notes of one kind, told apart by the sentence that they follow.
    'unique-landmark': 'off',
    // An address of a term holds the term.
    'valid-id': ['error', { relaxed: true }],
  },
});

test('every page is valid HTML', async () => {
  const found: string[] = [];
  for (const { address, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        found.push(`${address}:${line}:${column} ${ruleId} ${message}`);
  }
  assert.deepEqual(found, []);
});

test('nothing follows the end of a page', () => {
  const found = pages.filter(({ html }) => !/<\/body>\s*<\/html>\s*$/u.test(html)).map(({ address }) => address);
  assert.deepEqual(found, []);
});

test('the content policy stands before whatever it governs', () => {
  const found = pages.filter(
    ({ $ }) =>
      $('meta[http-equiv=content-security-policy]').nextAll('script[src], link[rel=stylesheet], style').length === 0,
  );
  assert.deepEqual(
    found.map(({ address }) => address),
    [],
  );
  const before = pages.filter(
    ({ $ }) =>
      $('meta[http-equiv=content-security-policy]').prevAll('script[src], link[rel=stylesheet], style').length > 0,
  );
  assert.deepEqual(
    before.map(({ address }) => address),
    [],
  );
});

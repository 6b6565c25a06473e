import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorSuffix, provisionLabel } from '../../src/model/plan.ts';
import type { Topic } from '../../src/model/types.ts';
import { pagePath } from '../../src/routes/pagination.ts';
import { provisionAnchor, supportPath, topicPath } from '../../src/routes/paths.ts';
import { type Support, supportCard, supportPages, supportParts, topicsOfKind } from '../../src/views/support.ts';
import { handbook, pageAt } from './built-site.ts';

const { base } = handbook.site;
const pagesOfTopic = (topic: Topic) => supportPages(handbook, topic).map((page) => ({ topic, ...page }));
const partsOf = ({ plan, measures }: Support) => measures.flatMap(({ parts }) => parts.map((part) => ({ plan, part })));
const bare = (text: string) => text.replace(/\s+/gu, '');

test('the way in leads to every need, audience and stage, with the number of tasks behind it', () => {
  const { $ } = pageAt(supportPath);
  for (const topic of handbook.topics) {
    const link = $(`main li > a[href="${base}${topicPath(topic)}"]`);
    assert.equal(link.length, 1, topic.name);
    assert.equal(bare(link.parent().text()), `${topic.name}${supportParts(handbook, topic).length}项`);
  }
});

test('a card gives the official sentence and, for whom, by whom and how much, only words of the text', () => {
  for (const { topic, number, items } of handbook.topics.flatMap(pagesOfTopic)) {
    const { $ } = pageAt(pagePath(topicPath(topic), number));
    for (const { plan, part } of items.flatMap(partsOf)) {
      const card = $(`#${provisionAnchor(part, anchorSuffix(handbook, plan))}`);
      assert.equal(bare(card.children('p').first().text()), bare(part.text), provisionLabel(part));
      const { whom, figures } = supportCard(part);
      const [given, , told] = card
        .find('dl > dd')
        .toArray()
        .map((one) => bare($(one).text()));
      for (const words of whom) assert.ok(given?.includes(bare(words)), `${provisionLabel(part)}：${words}`);
      for (const words of figures) assert.ok(told?.includes(bare(words)), `${provisionLabel(part)}：${words}`);
      if (whom.length === 0) assert.equal(given, '原文没有写明');
      if (figures.length === 0) assert.equal(told, '原文没有写');
      assert.deepEqual(
        card.attr('data-need')?.split(' '),
        topicsOfKind(part.topics, 'need').map(({ id }) => id),
      );
    }
  }
});

test('words of the editor are marked as such and stand outside official text', () => {
  for (const { topic, number } of handbook.topics.flatMap(pagesOfTopic)) {
    const { $ } = pageAt(pagePath(topicPath(topic), number));
    for (const element of $('[data-editorial]').toArray())
      assert.match($(element).text(), /编辑说明·非官方解读/u, topic.name);
    assert.equal($('.official [data-editorial], li[id^=task-] [data-editorial]').length, 0, topic.name);
  }
});

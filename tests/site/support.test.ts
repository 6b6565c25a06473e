import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Topic } from '../../src/handbook/model.ts';
import { pagePath, pagesOf } from '../../src/handbook/paging.ts';
import { anchorSuffix } from '../../src/handbook/plans.ts';
import { type Support, supportCard, supportFor, supportTasks, topicsOfKind } from '../../src/handbook/support.ts';
import { supportPath, taskAnchor, topicPath } from '../../src/handbook/urls.ts';
import { handbook, pageAt } from './built-site.ts';

const { base } = handbook.site;
const pagesOfTopic = (topic: Topic) => pagesOf(supportFor(handbook, topic)).map((page) => ({ topic, ...page }));
const tasksOf = ({ plan, measures }: Support) => measures.flatMap(({ tasks }) => tasks.map((task) => ({ plan, task })));
const bare = (text: string) => text.replace(/\s+/gu, '');

test('the way in leads to every need, audience and stage, with the number of tasks behind it', () => {
  const { $ } = pageAt(supportPath);
  for (const topic of handbook.topics) {
    const link = $(`main li > a[href="${base}${topicPath(topic)}"]`);
    assert.equal(link.length, 1, topic.name);
    assert.equal(bare(link.parent().text()), `${topic.name}${supportTasks(handbook, topic).length}项`);
  }
});

test('a card gives the official sentence and, for whom, by whom and how much, only words of the text', () => {
  for (const { topic, number, items } of handbook.topics.flatMap(pagesOfTopic)) {
    const { $ } = pageAt(pagePath(topicPath(topic), number));
    for (const { plan, task } of items.flatMap(tasksOf)) {
      const card = $(`#${taskAnchor(task, anchorSuffix(handbook, plan))}`);
      card.find('.note-ref').remove();
      assert.equal(bare(card.children('p').first().text()), bare(task.text), `第${task.number}项`);
      const { whom, figures } = supportCard(task);
      const [given, , told] = card
        .find('dl > dd')
        .toArray()
        .map((one) => bare($(one).text()));
      for (const words of whom) assert.ok(given?.includes(bare(words)), `第${task.number}项：${words}`);
      for (const words of figures) assert.ok(told?.includes(bare(words)), `第${task.number}项：${words}`);
      if (whom.length === 0) assert.equal(given, '原文没有写明');
      if (figures.length === 0) assert.equal(told, '原文没有写');
      assert.deepEqual(
        card.attr('data-need')?.split(' '),
        topicsOfKind(task.topics, 'need').map(({ id }) => id),
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

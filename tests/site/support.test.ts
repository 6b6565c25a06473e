import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { anchorSuffix, provisionLabel } from '../../src/model/plan.ts';
import type { Channel, Topic } from '../../src/model/types.ts';
import { pagePath, plansOnPage } from '../../src/routes/pagination.ts';
import {
  measurePath,
  provisionAnchor,
  provisionPath,
  supportPath,
  topicPath,
  unitPath,
} from '../../src/routes/paths.ts';
import { dayText } from '../../src/text/dates.ts';
import { channelsForMeasure, channelsForTopic, channelsForUnit } from '../../src/views/channels.ts';
import {
  type Support,
  supportCard,
  supportPages,
  supportParts,
  topicsOfKind,
  unstatedOf,
} from '../../src/views/support.ts';
import { dutyPages } from '../../src/views/unit-duties.ts';
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
      const answer = (name: string) =>
        bare(
          card
            .find('dt')
            .filter((_, one) => $(one).text() === name)
            .next('dd')
            .text(),
        );
      for (const [name, all] of [
        ['适用对象', whom],
        ['目标与时限', figures],
      ] as const) {
        for (const words of all) assert.ok(answer(name).includes(bare(words)), `${provisionLabel(part)}：${words}`);
        if (all.length === 0) assert.equal(answer(name), '', name);
      }
      assert.equal(
        card
          .find('[data-editorial]')
          .text()
          .includes(part.plain ?? ''),
        true,
      );
      assert.deepEqual(
        card.attr('data-need')?.split(' '),
        topicsOfKind(part.topics, 'need').map(({ id }) => id),
      );
    }
  }
});

test('a telephone on a card stands with its source and the day on which it was read', () => {
  for (const { topic, number, items } of handbook.topics.flatMap(pagesOfTopic)) {
    const { $ } = pageAt(pagePath(topicPath(topic), number));
    for (const { plan, part } of items.flatMap(partsOf)) {
      const card = $(`#${provisionAnchor(part, anchorSuffix(handbook, plan))}`);
      for (const { unit } of supportCard(part).ask) {
        if (!unit.contact?.phone) continue;
        const { phone, source, date } = unit.contact;
        assert.ok(bare(card.text()).includes(bare(`电话${phone}（来源，${dayText(date)}查）`)), unit.name);
        assert.ok(card.find(`a[href="${source}"]`).length > 0, unit.name);
      }
    }
  }
});

test('words of the editor are marked as such and stand outside official text', () => {
  for (const { topic, number } of handbook.topics.flatMap(pagesOfTopic)) {
    const { $ } = pageAt(pagePath(topicPath(topic), number));
    for (const element of $('[data-editorial]:not([data-progress], .unit-names *)').toArray())
      assert.match($(element).text(), /编辑所加，非官方解读/u, topic.name);
    assert.equal($('.official [data-editorial], [data-official] [data-editorial]').length, 0, topic.name);
  }
});

test('what the document leaves open is said once for each plan of a page', () => {
  for (const { topic, number, items } of handbook.topics.flatMap(pagesOfTopic)) {
    const { $ } = pageAt(pagePath(topicPath(topic), number));
    const said = $('[data-unstated]')
      .toArray()
      .map((one) => $(one).text());
    assert.equal(said.length, items.length, topic.name);
    for (const [at, item] of items.entries())
      for (const words of unstatedOf(
        item.plan,
        item.measures.flatMap(({ parts }) => parts),
      )) {
        assert.ok(said[at]?.includes(words), words);
        if (items.length === 1) assert.equal($('main').text().split(words).length, 2, `${topic.name}：${words}`);
      }
  }
});

/** The channels that a page shows: each name with where it leads. */
const shownChannels = (path: string) => {
  const { $ } = pageAt(path);
  return $('[data-channels] a')
    .toArray()
    .map((link) => [$(link).text(), $(link).attr('href')]);
};

test('each channel that a document names is shown on the pages of topics, measures and units, and leads to the words that name it', () => {
  const shown = (channels: readonly Channel[]) =>
    channels.map(({ name, provision }) => [name, base + provisionPath(provision)]);
  for (const { topic, number, items } of handbook.topics.flatMap(pagesOfTopic))
    assert.deepEqual(
      shownChannels(pagePath(topicPath(topic), number)),
      items.flatMap(({ plan }) => shown(channelsForTopic(plan, topic))),
      topic.name,
    );
  for (const measure of handbook.plans.flatMap(({ measures }) => measures))
    assert.deepEqual(shownChannels(measurePath(measure)), shown(channelsForMeasure(measure)));
  for (const unit of handbook.units.filter(({ kind }) => kind !== 'group'))
    for (const { number, items } of dutyPages(handbook, unit))
      assert.deepEqual(
        shownChannels(pagePath(unitPath(unit), number)),
        items.flatMap(({ plan }) => shown(channelsForUnit(plan, unit))),
        unit.name,
      );
  const listed = shownChannels(supportPath);
  for (const { channels } of handbook.plans.slice(0, plansOnPage))
    for (const channel of shown(channels))
      assert.ok(
        listed.some((one) => isDeepStrictEqual(one, channel)),
        channel[0],
      );
});

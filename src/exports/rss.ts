import type { Handbook, Plan } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { collationPath, noteAnchor, planPath } from '../routes/paths.ts';
import { correctionRecord, placeName } from '../views/correction-record.ts';
import { recordWords } from '../views/plan-words.ts';
import { element, textElement, xmlDocument } from './text-formats.ts';

interface Item {
  title: string;
  path: string;
  description: string;
  /** A day of the record; left out where the record has none. */
  day: string | undefined;
}

/** A day as RSS writes it: the record has no hour, so it is the beginning of the day in China. */
const rssDate = (day: string): string => new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '+0800');

function itemsOf(plan: Plan): Item[] {
  const corrections = correctionRecord(plan).flatMap(({ label, entries }) =>
    entries.map(({ correction, place }) => ({
      title: `${recordWords(plan).name}（${label}）：${'reading' in correction ? correction.reading : placeName(plan, { correction, place })}`,
      path: `${collationPath(plan)}#${noteAnchor(correction)}`,
      description: correction.basis,
      day: correction.recordedOn,
    })),
  );
  const document = {
    title: `${plan.title}${plan.number ? `（${plan.number}）` : ''}`,
    path: planPath(plan),
    description: plan.noticeTitle ?? plan.title,
    day: plan.issuedOn,
  };
  return [document, ...corrections];
}

/**
 * The newest documents of the handbook and their record of corrections as a feed, in which an item may go without a date:
 * every date comes from the content, none from the build.
 * @see https://www.rssboard.org/rss-specification (2.0; dates after RFC 822)
 */
export function feed(handbook: Handbook): string {
  const { site, plans } = handbook;
  const items = plans
    .slice(0, plansOnPage)
    .flatMap(itemsOf)
    .map(({ title, path, description, day }) => {
      const address = absoluteUrl(site, path);
      return element(
        'item',
        [
          textElement('title', title),
          textElement('link', address),
          textElement('guid', address, { isPermaLink: String(site.origin !== undefined) }),
          textElement('description', description),
          ...(day ? [textElement('pubDate', rssDate(day))] : []),
        ].join(''),
      );
    });
  const channel = [
    textElement('title', `${site.name}：文件与更正`),
    textElement('link', absoluteUrl(site, '')),
    textElement('description', site.description),
    textElement('language', 'zh-CN'),
    ...items,
  ];
  return xmlDocument(element('rss', element('channel', channel.join('\n')), { version: '2.0' }));
}

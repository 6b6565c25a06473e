import type { Handbook, Plan } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { collationPath, noteAnchor, planPath } from '../routes/paths.ts';
import { correctionRecord } from '../views/correction-record.ts';
import { element, textElement, xmlDocument } from './xml.ts';

interface Item {
  title: string;
  path: string;
  description: string;
  /** A day of the record; left out where the record has none. */
  day: string | undefined;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as RSS writes it (RFC 822): the record has no hour, so it is the beginning of the day in China. */
function rssDate(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${weekday}, ${String(date).padStart(2, '0')} ${months[month - 1]} ${year} 00:00:00 +0800`;
}

function itemsOf(plan: Plan): Item[] {
  const corrections = correctionRecord(plan).flatMap(({ label, entries }) =>
    entries.map(({ correction }) => ({
      title: `更正记录（${label}）：${'reading' in correction ? correction.reading : correction.id}`,
      path: `${collationPath(plan)}#${noteAnchor(correction)}`,
      description: correction.basis,
      day: correction.recordedOn,
    })),
  );
  const document = {
    title: `${plan.title}（${plan.number}）`,
    path: planPath(plan),
    description: plan.noticeTitle,
    day: plan.issuedOn,
  };
  return [document, ...corrections];
}

/**
 * The newest documents of the handbook and their record of corrections as RSS 2.0, in which an item may go without a date:
 * every date comes from the content, none from the build.
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

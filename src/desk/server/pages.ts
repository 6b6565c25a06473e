import { idOf, measureNumber, planIdOf } from '../../loader/paths.ts';
import { kindOf } from '../../loader/stray-files.ts';
import { collationPath, measurePath, planPath, searchPath, topicPath, unitPath } from '../../routes/paths.ts';
import { isObject, type Json, type JsonObject } from '../core/schema-at.ts';

/** The first text in some data. */
function firstText(data: Json): string {
  if (typeof data === 'string') return data;
  const inside = Array.isArray(data) ? data : isObject(data) ? Object.values(data) : [];
  return inside.map(firstText).find((text) => text !== '') ?? '';
}

/** The page of the site that shows what a file holds, without the base. */
export function pageOf(file: string, data: JsonObject): string {
  const id = idOf(file);
  const plan = { id: planIdOf(file) ?? '' };
  const asked = (words: string) => `${searchPath}?q=${encodeURIComponent(words)}`;
  switch (kindOf(file)) {
    case 'units':
      return unitPath({ id });
    case 'topics':
      return topicPath({ id });
    case 'plans':
      return planPath(plan);
    case 'measures':
      return measurePath({ plan, number: measureNumber(file) ?? 0 });
    case 'corrections':
      return collationPath(plan);
    case 'questions':
      return asked(firstText((data.answers as Json[] | undefined)?.map((one) => (one as JsonObject).questions)));
    case 'thesaurus':
    case 'elsewhere':
      return asked(firstText(Object.values(data).map((one) => (one as JsonObject[])[0]?.words)));
    case 'site':
    case 'redirects':
      return '';
    default:
      // The report of an import.
      return planPath(plan);
  }
}

import { feed } from '../exports/rss.ts';
import { handbook } from '../library.ts';

export const GET = () =>
  new Response(feed(handbook), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });

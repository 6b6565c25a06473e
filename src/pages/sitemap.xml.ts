import { sitemap } from '../exports/discovery.ts';
import { handbook } from '../library.ts';

export const GET = () =>
  new Response(sitemap(handbook), { headers: { 'content-type': 'application/xml; charset=utf-8' } });

import { openSearchDescription } from '../exports/discovery.ts';
import { handbook } from '../library.ts';

export const GET = () =>
  new Response(openSearchDescription(handbook), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });

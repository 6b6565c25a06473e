import { logoOf } from '../exports/logo.ts';
import { handbook } from '../library.ts';

/** The mark in the tab. */
export const GET = () => new Response(logoOf(handbook), { headers: { 'content-type': 'image/svg+xml' } });

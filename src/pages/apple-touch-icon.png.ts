import type { APIRoute } from 'astro';
import { logoPng } from '../exports/logo.ts';
import { handbook } from '../library.ts';

/** The mark for home screens and chats, which take no SVG. Telephones round its corners themselves. */
export const GET: APIRoute = async () =>
  new Response(Uint8Array.from(await logoPng(handbook)), { headers: { 'content-type': 'image/png' } });

import logo from '../assets/logo.svg?raw';
import { handbook } from '../library.ts';
import { recolour } from '../text/colours.ts';

/** The mark in the tab. */
export const GET = () =>
  new Response(recolour(logo, handbook.site.hue), { headers: { 'content-type': 'image/svg+xml' } });

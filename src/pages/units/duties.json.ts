import type { APIRoute } from 'astro';
import { summaryOf } from '../../handbook/duty-summary.ts';
import { handbook } from '../../library.ts';

/** The duties of every unit by its id, so that asking for them does not tell which unit a reader keeps. */
export const GET: APIRoute = () =>
  Response.json(Object.fromEntries(handbook.units.map((unit) => [unit.id, summaryOf(handbook, unit)])));

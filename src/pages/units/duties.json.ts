import type { APIRoute } from 'astro';
import { handbook } from '../../library.ts';
import { summaryOf } from '../../views/unit-duties.ts';

/** The duties of every unit by its id, so that asking for them does not tell which unit a reader keeps. */
export const GET: APIRoute = () =>
  Response.json(Object.fromEntries(handbook.units.map((unit) => [unit.id, summaryOf(handbook, unit)])));

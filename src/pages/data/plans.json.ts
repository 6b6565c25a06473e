import type { APIRoute } from 'astro';
import { planRows } from '../../exports/dataset/files.ts';
import { handbook } from '../../library.ts';

export const GET: APIRoute = () => Response.json(planRows(handbook));

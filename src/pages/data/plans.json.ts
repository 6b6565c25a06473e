import type { APIRoute } from 'astro';
import { planIndex } from '../../exports/dataset/files.ts';
import { handbook } from '../../library.ts';

export const GET: APIRoute = () => Response.json(planIndex(handbook));

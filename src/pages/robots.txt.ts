import { robots } from '../exports/discovery.ts';
import { handbook } from '../library.ts';

export const GET = () => new Response(robots(handbook));

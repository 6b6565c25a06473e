import { robots } from '../exports/meta/discovery.ts';
import { handbook } from '../library.ts';

export const GET = () => new Response(robots(handbook));

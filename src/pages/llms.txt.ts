import { llmsText } from '../exports/llms.ts';
import { handbook } from '../library.ts';

export const GET = () => new Response(llmsText(handbook));

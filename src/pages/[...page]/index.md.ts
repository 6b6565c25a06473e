import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { markdownTwins } from '../../exports/markdown/twins.ts';
import { handbook } from '../../library.ts';

export const getStaticPaths = () =>
  markdownTwins(handbook).map(({ page, text }) => ({ params: { page: page.slice(0, -1) }, props: { text } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { text } }) =>
  new Response(text(), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });

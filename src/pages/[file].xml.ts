import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { discoveryFiles } from '../exports/meta/discovery.ts';
import { handbook } from '../library.ts';

export const getStaticPaths = () =>
  discoveryFiles(handbook).map(({ path, mediaType, text }) => ({
    params: { file: path.replace(/\.xml$/u, '') },
    props: { mediaType, text },
  }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { mediaType, text } }) =>
  new Response(text(), { headers: { 'content-type': `${mediaType}; charset=utf-8` } });

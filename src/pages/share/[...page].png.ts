import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cardPath, shareCards } from '../../exports/meta/share-cards.ts';
import { sharePng } from '../../exports/share-picture.ts';
import { handbook } from '../../library.ts';

export const getStaticPaths = () =>
  shareCards(handbook).map((card) => ({
    params: { page: cardPath(card).replace(/^share\/|\.png$/gu, '') },
    props: { card },
  }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { card } }) =>
  new Response(Uint8Array.from(await sharePng(card, handbook.site)), { headers: { 'content-type': 'image/png' } });

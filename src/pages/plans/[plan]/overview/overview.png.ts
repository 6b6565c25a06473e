import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { overviewPng } from '../../../../exports/overview-picture.ts';
import { handbook } from '../../../../library.ts';
import { overviewOf } from '../../../../views/overview.ts';

export const getStaticPaths = () => handbook.plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { plan } }) =>
  new Response(Uint8Array.from(await overviewPng(handbook, overviewOf(plan))), {
    headers: { 'content-type': 'image/png' },
  });

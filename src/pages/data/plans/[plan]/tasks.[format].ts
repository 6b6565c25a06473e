import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { handoutOf } from '../../../../handbook/handout.ts';
import { handoutFile, handoutFormats } from '../../../../handbook/handout-files.ts';
import { handbook } from '../../../../library.ts';

/** `tasks.csv` is part of the open data, with fields for programs. */
const formats = ['xlsx', 'docx'] as const;

export const getStaticPaths = () =>
  handbook.plans.flatMap((plan) =>
    formats.map((format) => ({ params: { plan: plan.id, format }, props: { plan, format } })),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { plan, format } }) =>
  new Response(new Uint8Array(await handoutFile(handoutOf(handbook, plan), format)), {
    headers: { 'Content-Type': handoutFormats[format].mediatype },
  });

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { dataFiles } from '../../../../exports/dataset/files.ts';
import { datasetOf } from '../../../../exports/dataset/rows.ts';
import { handoutFiles } from '../../../../exports/handout/files.ts';
import { handbook } from '../../../../library.ts';

/** The files below a plan's data folder: its dataset, and the handouts of the plan and of each unit. */
export const getStaticPaths = () =>
  handbook.plans.flatMap((plan) => [
    ...dataFiles(plan, datasetOf(handbook, plan)).map(({ name, mediatype, content }) => ({
      params: { plan: plan.id, file: name },
      props: { mediatype, bytes: async (): Promise<string | Uint8Array> => content },
    })),
    ...handoutFiles(handbook, plan).map(({ name, mediatype, bytes }) => ({
      params: { plan: plan.id, file: name },
      props: { mediatype, bytes },
    })),
  ]);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response((await props.bytes()) as BodyInit, { headers: { 'content-type': props.mediatype } });

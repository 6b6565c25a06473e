import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { dataFiles } from '../../../../exports/dataset/files.ts';
import { datasetOf } from '../../../../exports/dataset/rows.ts';
import { handbook } from '../../../../library.ts';

export const getStaticPaths = () =>
  handbook.plans.flatMap((plan) =>
    dataFiles(plan, datasetOf(handbook, plan)).map((file) => ({
      params: { plan: plan.id, file: file.name },
      props: { file },
    })),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { file } }) =>
  new Response(file.content, { headers: { 'Content-Type': file.mediatype } });

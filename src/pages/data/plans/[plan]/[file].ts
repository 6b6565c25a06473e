import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { datasetOf } from '../../../../handbook/dataset.ts';
import { dataFiles } from '../../../../handbook/dataset-files.ts';
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

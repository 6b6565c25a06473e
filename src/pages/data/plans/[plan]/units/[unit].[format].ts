import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { handoutOf } from '../../../../../handbook/handout.ts';
import { type HandoutFormat, handoutFile, handoutFormats } from '../../../../../handbook/handout-files.ts';
import { dutiesOf } from '../../../../../handbook/responsibility.ts';
import { handbook } from '../../../../../library.ts';

const formats = Object.keys(handoutFormats) as HandoutFormat[];

export const getStaticPaths = () =>
  handbook.units.flatMap((unit) =>
    dutiesOf(handbook, unit).flatMap(({ plan }) =>
      formats.map((format) => ({ params: { plan: plan.id, unit: unit.id, format }, props: { plan, unit, format } })),
    ),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { plan, unit, format },
}) =>
  new Response(new Uint8Array(await handoutFile(handoutOf(handbook, plan, unit), format)), {
    headers: { 'Content-Type': handoutFormats[format].mediatype },
  });

import type { APIRoute } from 'astro';
import { dataFiles } from '../../../../exports/dataset/files.ts';
import { handoutFiles } from '../../../../exports/handout/files.ts';
import { handbook } from '../../../../library.ts';

interface Props extends Record<string, unknown> {
  mediatype: string;
  bytes: () => string | Promise<Uint8Array>;
}

/**
 * The files of one format below the data folders of the plans: their datasets, and the handouts of plans and units.
 * Each format has an endpoint of its own, as Astro takes an address for that of a file by the ending in the route's name.
 */
export const filesIn = (format: string): { params: { plan: string; file: string }; props: Props }[] =>
  handbook.plans.flatMap((plan) => {
    const dataset = dataFiles(handbook, plan).map(({ content, ...file }) => ({
      ...file,
      bytes: () => content,
    }));
    return [...dataset, ...handoutFiles(handbook, plan)]
      .filter(({ name }) => name.endsWith(`.${format}`))
      .map(({ name, mediatype, bytes }) => ({
        params: { plan: plan.id, file: name.slice(0, -format.length - 1) },
        props: { mediatype, bytes },
      }));
  });

export const GET: APIRoute<Props> = async ({ props: { mediatype, bytes } }) =>
  new Response((await bytes()) as BodyInit, { headers: { 'content-type': mediatype } });

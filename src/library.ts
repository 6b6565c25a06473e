import { type DataEntryMap, getEntry, render } from 'astro:content';
import { contentFolder, readContentFiles } from './loader/folder.ts';
import { contentFiles } from './loader/paths.ts';
import { handbookOf } from './model/assemble.ts';
import type { Measure, Plan } from './model/types.ts';

/** The whole content, joined: what every page is made from. The integration `content-check` has checked it, and loads this module anew when it changes. */
export const handbook = handbookOf(readContentFiles(contentFolder));

async function bodyOf(collection: keyof DataEntryMap, file: string) {
  const entry = await getEntry(collection, file);
  if (!entry) throw new Error(`没有 ${file} 的正文。`);
  return (await render(entry)).Content;
}

/** The body of a measure, as a component. */
export const measureContent = ({ plan, number }: Measure) => bodyOf('measures', contentFiles.measure(plan.id, number));
/** The body of a plan, as a component that takes `Measures` among its `components`. */
export const planContent = ({ id }: Plan) => bodyOf('plans', contentFiles.plan(id));

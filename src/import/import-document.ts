import { checkContent } from '../checks/check-content.ts';
import { differences } from '../checks/fidelity/compare.ts';
import { today } from '../loader/clock.ts';
import { contentFiles, planIdOf } from '../loader/paths.ts';
import { type ContentFile, readContent } from '../loader/read.ts';
import { sealOf } from '../loader/seal.ts';
import { assemble } from '../model/assemble.ts';
import type { Plan } from '../model/types.ts';
import { registryOf } from '../model/unit-registry.ts';
import { readReceived } from './document-text.ts';
import { draftFiles } from './draft.ts';
import { importReport } from './import-report.ts';
import { readDocument } from './read-document.ts';

/** What an import writes: files by their paths in the content folder, the report among them. */
export interface Imported {
  files: Map<string, string | Uint8Array>;
  report: string;
}

/** The draft joined as a plan; undefined where a measure is not valid. */
function draftedPlan(id: string, files: readonly ContentFile[]): Plan | undefined {
  const { entries, files: read } = readContent(files);
  const plan = entries.plans.find((one) => one.id === id);
  const own = read.filter(({ kind, file }) => kind === 'measures' && planIdOf(file) === id);
  if (!plan || plan.measures.length < own.length) return undefined;
  return assemble({ ...entries, plans: [plan] }, today()).plans[0];
}

/**
 * Imports a document as the draft of a plan.
 * Takes the document's name and bytes, the plan's id and the content folder's other files.
 * @throws {ImportFault} if the document cannot be read.
 */
export async function importDocument(
  name: string,
  bytes: Uint8Array,
  id: string,
  content: readonly ContentFile[],
): Promise<Imported> {
  const received = await readReceived(name, bytes);
  const others = content.filter(({ path }) => !path.startsWith(contentFiles.planFolder(id)));
  const registry = registryOf(readContent(others).entries.units, today());
  const read = readDocument(received.text, registry, received.format === 'docx');
  const files = new Map<string, string | Uint8Array>(draftFiles(id, read.draft));

  const all = () => {
    const drafted = [...files].map(([path, file]) => ({
      path,
      bytes: typeof file === 'string' ? Buffer.from(file) : file,
    }));
    return [...others, ...drafted];
  };
  // With a source.txt that the draft does not equal, the check could never pass.
  const plan = draftedPlan(id, all());
  const found = plan && differences(plan, received.text);
  const source = received.text.replace(/^\uFEFF/u, '');
  if (found?.length === 0) files.set(contentFiles.source(id), source).set(contentFiles.seal(id), sealOf(source));
  if (found?.length !== 0 || !Buffer.from(source).equals(bytes))
    files.set(contentFiles.received(id, received.format), bytes);

  const checked = checkContent(all());
  const problems = checked.ok
    ? []
    : checked.problems.filter(({ file }) => file.startsWith(contentFiles.planFolder(id)));
  const report = importReport({ name, id, received, read, problems, differences: found });
  files.set(contentFiles.importReport(id), report);
  return { files, report };
}

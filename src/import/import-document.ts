import { checkContent } from '../checks/check-content.ts';
import { differences } from '../checks/fidelity/transcript.ts';
import { contentFiles } from '../loader/paths.ts';
import { type ContentFile, readEntries } from '../loader/read.ts';
import { assemble } from '../model/assemble.ts';
import { UnitRegistry } from '../model/unit-registry.ts';
import { readReceived } from './document-text.ts';
import { draftFiles } from './draft.ts';
import { importReport } from './import-report.ts';
import { readDocument } from './read-document.ts';

/** What an import writes: files by their paths in the content folder, the report among them. */
export interface Imported {
  files: Map<string, string | Uint8Array>;
  report: string;
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
  const { handbook } = assemble(readEntries(others).entries);
  const read = readDocument(received.text, new UnitRegistry(handbook.units));
  const files = new Map<string, string | Uint8Array>(draftFiles(id, read.draft));

  const all = () => {
    const drafted = [...files].map(([path, file]) => ({
      path,
      bytes: typeof file === 'string' ? Buffer.from(file) : file,
    }));
    return [...others, ...drafted];
  };
  // With a source.txt that the draft does not equal, the check could never pass.
  const plan = assemble(readEntries(all()).entries).handbook.plans.find((one) => one.id === id);
  const found = plan && differences(plan, received.text);
  const source = received.text.replace(/^\uFEFF/u, '');
  if (found?.length === 0) files.set(contentFiles.source(id), source);
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

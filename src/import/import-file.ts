import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a folder in its place as a whole; the one that was there goes only once the new one is complete.
 * Gives the place of the old one where it could not be deleted.
 */
export function replaceFolder(staged: string, folder: string): string | undefined {
  const replaced = `${staged}.old`;
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, replaced);
  try {
    renameSync(staged, folder);
  } catch (error) {
    if (existsSync(replaced)) renameSync(replaced, folder);
    throw error;
  }
  try {
    rmSync(replaced, { recursive: true, force: true });
  } catch {
    return replaced;
  }
  return undefined;
}

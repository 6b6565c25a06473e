import { failureText, importFile, readRequest } from '../src/import/import-file.ts';
import { contentFolder } from '../src/loader/folder.ts';

try {
  console.log(await importFile(readRequest(process.argv.slice(2)), contentFolder));
} catch (error) {
  console.error(`${failureText(error)}\n没有导入，什么也没有改动。`);
  process.exitCode = 1;
}

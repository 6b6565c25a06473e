import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../src/schema/json-schema.ts';

const folder = '.vscode/schemas';
mkdirSync(folder, { recursive: true });
for (const [name, text] of editorSchemas()) writeFileSync(join(folder, name), text);
console.log(`已写好 ${folder}/`);

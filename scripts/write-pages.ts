// Writes the pages of docs/ that are made from the code: run it with "npm run pages".
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pages} from './docs/pages.ts';

const docs = path.join(import.meta.dirname, '..', 'docs');
for (const [name, make] of Object.entries(pages))
  writeFileSync(path.join(docs, name), await make());

// Writes docs/document-data.md from the types of the data: run it with "npm run data-page".
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {documentDataPage} from './document-data-page.ts';

writeFileSync(path.join(import.meta.dirname, 'document-data.md'), documentDataPage());

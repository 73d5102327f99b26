import path from 'node:path';
import {z} from 'zod';
import {integration} from '../integration-entry.ts';
import {pageName} from '../page-name.ts';
import {toStorageFormat} from './storage-format.ts';

const schema = z.strictObject({
  folder: z.string().trim().min(1).meta({title: 'path'}).describe('Where the pages are written.'),
});

type Spec = z.infer<typeof schema>;

export const confluence = integration<Spec>({
  word: 'confluence',
  about: 'pages in the storage format of Confluence, for whoever uploads them',
  schema,
  carries: ['outcome', 'document'],
  usual: () => ['document'],
  place: ({folder}) => folder,
  goesTo: ({folder}) => `writes pages into ${folder}`,
  secretFields: [],
  write: ({folder}, {content}) => ({
    type: 'file',
    file: path.join(folder, `${pageName(content)}.xml`),
    text: `${toStorageFormat(content.text)}\n`,
  }),
  read: () => ({}),
  isRepeatable: true,
});

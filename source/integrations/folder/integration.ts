import path from 'node:path';
import {z} from 'zod';
import {integration} from '../integration-entry.ts';
import {pageName} from '../page-name.ts';

const folder = z.string().trim().min(1).meta({title: 'path'});

const schema = z.union([
  folder.transform((only) => ({path: only})),
  z.strictObject({
    path: folder.describe('Where the pages lie, such as the checkout of a wiki.'),
  }),
]);

type Spec = z.infer<typeof schema>;

export const folderOfPages = integration<Spec>({
  word: 'folder',
  about: 'a folder of Markdown pages, such as the checkout of a wiki',
  schema,
  carries: ['outcome', 'document'],
  usual: () => ['document'],
  place: ({path: where}) => where,
  goesTo: ({path: where}) => `writes pages into ${where}`,
  secretFields: [],
  write({path: where}, {content}) {
    const {kind, title, text} = content;
    const page = kind === 'outcome' ? `# ${title}\n\n${text}` : text;
    return {
      type: 'file',
      file: path.join(where, `${pageName(content)}.md`),
      text: `${page.trimEnd()}\n`,
    };
  },
  read: () => ({}),
  isRepeatable: true,
});

import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {pages} from '../../scripts/docs/pages.ts';

const docs = path.join(import.meta.dirname, '..', '..', 'docs');

it.each(Object.keys(pages))(
  'docs/%s is what the code makes ("npm run pages" writes it)',
  async (name) => {
    expect(readFileSync(path.join(docs, name), 'utf8')).toBe(await pages[name]?.());
  },
);

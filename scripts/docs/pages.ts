import {checksPage} from './checks-page.ts';
import {documentDataPage} from './document-data-page.ts';
import {keysPage} from './keys-page.ts';

/** Pages of `docs/` that are made from the code: "npm run pages" writes them, a test compares them. */
export const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'checks.md': checksPage,
  'document-data.md': documentDataPage,
  'keys.md': keysPage,
};

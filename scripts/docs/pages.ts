import {checksPage} from './checks-page.ts';
import {commandsPage} from './commands-page.ts';
import {documentDataPage} from './document-data-page.ts';
import {keysPage} from './keys-page.ts';
import {manualPage} from './manual-page.ts';

/** Pages of `docs/` that are made from the code: "npm run pages" writes them, a test compares them. */
export const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'checks.md': checksPage,
  'commands.md': commandsPage,
  'document-data.md': documentDataPage,
  'handoff-wizard.1': manualPage,
  'keys.md': keysPage,
};

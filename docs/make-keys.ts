// Writes docs/keys.md from the table of key bindings: run it with "npm run keys".
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {keysPage} from './keys-page.ts';

writeFileSync(path.join(import.meta.dirname, 'keys.md'), keysPage());

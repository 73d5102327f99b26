import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {builtInPlaybookPath, starterPlaybookPath} from '../../playbook/templates-folder.ts';
import {ownPlaybook} from '../../services/playbooks/playbook-folders.ts';
import {writePlaybook} from '../../services/playbooks/write-playbook.ts';
import {storeHome} from '../../store/store-home.ts';
import {print} from '../print.ts';

/** Who follows what was written, and how to. */
function useWords(text: string, file: string): string {
  if (file === path.resolve(ownPlaybook))
    return 'Handoffs that are started for this folder follow it from now on. Commit it to share it.';
  const name =
    file.endsWith('.md') && path.basename(file, '.md') === text.trim() ? text.trim() : file;
  return `Start a handoff with it: handoff-wizard new --customer NAME --system NAME --playbook ${name}`;
}

async function write(text: string, template: string): Promise<number> {
  const file = writePlaybook(storeHome(), text, await readFile(template, 'utf8'));
  print(`Written: ${file}`);
  print(useWords(text, file));
  return 0;
}

/** Writes a small playbook to begin with. */
export async function newPlaybook(text: string): Promise<number> {
  return write(text, starterPlaybookPath());
}

/** Writes the built-in playbook to a file of the person's own. */
export async function ejectPlaybook(text: string = ownPlaybook): Promise<number> {
  return write(text, builtInPlaybookPath());
}

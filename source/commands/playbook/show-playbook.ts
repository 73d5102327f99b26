import path from 'node:path';
import {formatPlaybook} from '../../playbook/format.ts';
import {loadPlaybook} from '../../playbook/load.ts';
import {builtInPlaybookPath} from '../../playbook/templates-folder.ts';
import {print, printJson} from '../print.ts';

/** Shows how a Markdown file is read as a playbook. */
export async function showPlaybook(
  file: string | undefined,
  {json = false}: {readonly json?: boolean},
): Promise<number> {
  const playbook = await loadPlaybook(file ? path.resolve(file) : builtInPlaybookPath());
  if (json) printJson(playbook);
  else print(formatPlaybook(playbook));
  return 0;
}

import {statSync} from 'node:fs';
import path from 'node:path';
import {homeFolder} from '../home-folder.ts';
import {Problem} from '../problem.ts';
import {createHandoff} from '../store/create-handoff.ts';
import {FieldProblem, type NewHandoffFields} from './new-handoff-fields.ts';
import {unticked} from '../playbook/unticked.ts';
import type {Context} from './context.ts';
import {oneLine} from './one-line.ts';

/** `~` means the home folder, as in a shell, also where no shell has expanded it. */
function expand(folder: string, field: 'workspace' | 'playbook'): string {
  if (folder !== '~' && !folder.startsWith('~/')) return folder;
  const home = homeFolder();
  if (home === undefined)
    throw new FieldProblem(field, 'There is no home folder that ~ could mean.', 'Write the path.');
  return path.join(home, folder.slice(1));
}

function readWorkspace(text: string): string {
  const folder = path.resolve(expand(text.trim() || '.', 'workspace'));
  let isFolder = false;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch {
    throw new FieldProblem(
      'workspace',
      `There is no folder ${folder}.`,
      'Make it, or name another.',
    );
  }
  if (!isFolder) throw new FieldProblem('workspace', `${folder} is a file.`, 'Name its folder.');
  return folder;
}

async function readPlaybook(text: string) {
  const {loadPlaybook, loadPlaybookFile} = await import('../playbook/load.ts');
  const {builtInPlaybookPath} = await import('../playbook/templates-folder.ts');
  const file = text.trim();
  try {
    if (!file)
      return {playbook: await loadPlaybook(builtInPlaybookPath()), playbookSource: 'built-in'};
    const loaded = await loadPlaybookFile(path.resolve(expand(file, 'playbook')));
    return {
      playbook: loaded.playbook,
      playbookSource: loaded.file.path,
      playbookFiles: [loaded.file],
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new FieldProblem('playbook', error.message, error.hint);
  }
}

/**
 * Checks the fields and starts the handoff; gives its id.
 *
 * @throws {FieldProblem} naming the first field that is wrong, with nothing written.
 */
export async function startHandoff(
  {home, actor}: Context,
  fields: NewHandoffFields,
): Promise<string> {
  const customer = oneLine(fields.customer);
  const system = oneLine(fields.system);
  if (!customer) throw new FieldProblem('customer', 'The customer needs a name.');
  if (!system) throw new FieldProblem('system', 'The system needs a name.');
  const workspace = readWorkspace(fields.workspace);
  const {playbook, ...source} = await readPlaybook(fields.playbook);
  return createHandoff(home, actor, {
    customer,
    system,
    workspace,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    playbook: fields.isUnticked ? unticked(playbook) : playbook,
    ...source,
  });
}

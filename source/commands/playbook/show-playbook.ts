import path from 'node:path';
import {countsOf} from '../../playbook/counts.ts';
import {formatPlaybook} from '../../playbook/format.ts';
import {loadPlaybook} from '../../playbook/load.ts';
import type {Playbook} from '../../playbook/playbook.ts';
import {builtInPlaybookPath} from '../../playbook/templates-folder.ts';
import {print, printJson} from '../print.ts';

/** A playbook as `playbook show --json` prints it. */
function playbookData(playbook: Playbook) {
  return {
    format: 1,
    counts: countsOf(playbook),
    ...playbook,
    notices: playbook.notices.map(({message, position}) => ({line: position.line, text: message})),
  };
}

/** Shows how a Markdown file is read as a playbook. */
export async function showPlaybook(
  file: string | undefined,
  {json = false}: {readonly json?: boolean},
): Promise<number> {
  const playbook = await loadPlaybook(file ? path.resolve(file) : builtInPlaybookPath(), {
    isStrict: true,
  });
  if (json) printJson(playbookData(playbook));
  else print(formatPlaybook(playbook));
  return 0;
}

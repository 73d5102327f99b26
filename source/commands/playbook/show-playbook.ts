import {countsOf} from '../../playbook/counts.ts';
import {formatPlaybook} from '../../playbook/format.ts';
import {sourcesOf} from '../../playbook/position-words.ts';
import {readPlaybook, type ReadPlaybook} from '../../services/playbooks/read-playbook.ts';
import {storeHome} from '../../store/store-home.ts';
import {print, printJson} from '../print.ts';
import {workspaceOf, type PlaybookOptions} from './playbook-options.ts';
import {remark} from '../../tell-aside.ts';

/** A playbook as `playbook show --json` prints it. */
function playbookData({playbook, playbookFiles = []}: ReadPlaybook) {
  return {
    counts: countsOf(playbook),
    files: playbookFiles.map(({path}) => path),
    ...playbook,
    notices: playbook.notices.map(({message, position: {line, file}}) => ({
      ...(file === undefined ? {} : {file}),
      line,
      text: message,
    })),
  };
}

/** Shows how files are read as a playbook. */
export async function showPlaybook(
  names: readonly string[],
  options: PlaybookOptions,
): Promise<number> {
  const read = await readPlaybook(storeHome(), workspaceOf(options), names, {isStrict: true});
  const {playbook, playbookSource, playbookFiles = [], because} = read;
  if (because !== undefined) remark(because);
  if (options.json) printJson(playbookData(read));
  else print(formatPlaybook(playbook, sourcesOf({playbookSource, playbookFiles})));
  return 0;
}

import {statSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {expandHome} from '../../services/expand-home.ts';
import {playbookNamed} from '../../services/playbooks/choose-playbook.ts';
import {findPlaybooks} from '../../services/playbooks/find-playbooks.ts';
import {readSettings, updateSettings, type Settings} from '../../store/settings/settings.ts';
import {storeHome} from '../../store/store-home.ts';
import {print} from '../print.ts';

export interface PlaybooksOptions {
  readonly none?: boolean;
  /** Its name; false to have none. */
  readonly default?: string | false;
}

/** Where a team's playbooks lie and which is usual, in lines. */
export function playbookLines({playbooks, playbook}: Settings): readonly string[] {
  return [
    `Playbooks of the team: ${playbooks ?? 'none'}`,
    `Usual playbook: ${playbook ?? 'that of the workspace, else the built-in one'}`,
  ];
}

function readFolder(text: string): string {
  const folder = path.resolve(expandHome(text));
  const stats = statSync(folder, {throwIfNoEntry: false});
  if (!stats) throw new Problem(`There is no folder ${folder}.`, 'Check it out, or name another.');
  if (!stats.isDirectory()) throw new Problem(`${folder} is a file.`, 'Name its folder.');
  return folder;
}

function changed(before: Settings, text: string | undefined, options: PlaybooksOptions): Settings {
  const {playbooks, playbook, ...rest} = before;
  const folder = text === undefined ? (options.none ? undefined : playbooks) : readFolder(text);
  const usual = options.default === false ? undefined : (options.default ?? playbook);
  return {
    ...rest,
    ...(folder === undefined ? {} : {playbooks: folder}),
    ...(usual === undefined ? {} : {playbook: usual}),
  };
}

/**
 * Sets the folder in which a team keeps its playbooks, and the one that is usual where a workspace
 * has none; prints them where nothing is said.
 *
 * @throws {Problem} for what is no folder, and for a name that no playbook has or several have;
 * nothing changes.
 */
export async function setPlaybooks(
  folder: string | undefined,
  options: PlaybooksOptions,
): Promise<number> {
  const home = storeHome();
  if (folder !== undefined && options.none)
    throw new Problem('A folder is named, and --none.', 'Say one of the two.');
  const next = changed(readSettings(home), folder, options);
  if (typeof options.default === 'string')
    playbookNamed(options.default, (await findPlaybooks(home, process.cwd(), next)).playbooks);
  await updateSettings(home, (before) => changed(before, folder, options));
  print(playbookLines(readSettings(home)).join('\n'));
  return 0;
}

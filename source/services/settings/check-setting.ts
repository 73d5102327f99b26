import {statSync} from 'node:fs';
import {Problem} from '../../problem.ts';
import type {SettingField, SettingValues} from '../../store/settings/setting-values.ts';
import {findProgram} from '../own-programs/find-program.ts';
import {playbookNamed} from '../playbooks/choose-playbook.ts';
import {findPlaybooks} from '../playbooks/find-playbooks.ts';
import {programWords} from '../own-programs/program-line.ts';

/** Settings as they are to be; what is there and undefined goes back to what is usual. */
export type SettingChanges = {readonly [Field in SettingField]?: SettingValues[Field] | undefined};

function checkFolder(folder: string): void {
  const stats = statSync(folder, {throwIfNoEntry: false});
  if (!stats)
    throw new Problem(`There is no folder ${folder}.`, 'Make or check it out, or name another.');
  if (!stats.isDirectory()) throw new Problem(`${folder} is a file.`, 'Name its folder.');
}

function checkProgram(line: string): void {
  const [program] = programWords(line, 'This', process.env);
  if (findProgram(program) === undefined)
    throw new Problem(
      `There is no program "${program}" here.`,
      'Install it first, or name one that is there, or its path.',
    );
}

/**
 * Looks whether what a setting names is there.
 *
 * @param changes all that is set at once
 * @throws {Problem} when it is not, or cannot be told from others
 */
export async function checkSetting(
  home: string,
  field: SettingField,
  changes: SettingChanges,
): Promise<void> {
  const {playbooks: team, editor, pager, playbook, templates} = changes;
  if (field === 'editor' && editor !== undefined) checkProgram(editor);
  if (field === 'pager' && pager !== undefined) checkProgram(pager);
  if (field === 'playbooks' && team !== undefined) checkFolder(team);
  if (field === 'templates' && templates !== undefined) checkFolder(templates);
  if (field !== 'playbook' || playbook === undefined) return;
  const found = await ('playbooks' in changes
    ? findPlaybooks(home, process.cwd(), team ?? null)
    : findPlaybooks(home, process.cwd()));
  playbookNamed(playbook, found.playbooks);
}

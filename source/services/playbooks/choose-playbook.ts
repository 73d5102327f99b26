import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {chosenSetting} from '../../store/settings/chosen-setting.ts';
import {expandHome} from '../../expand-home.ts';
import {findOwnPlaybook, findPlaybooks} from './find-playbooks.ts';
import {builtInName, referenceOf, type FoundPlaybook} from './found-playbook.ts';
import {contentsOf, isMarkdown} from './markdown-files.ts';
import {ownPlaybook} from './playbook-folders.ts';

/** What is chosen: files to read, and in words why, where nobody has named it. */
export interface ChosenPlaybook {
  /** Empty for the built-in playbook. */
  readonly files: readonly string[];
  readonly because?: string;
}

/** What there is, in a line. */
function listed(all: readonly FoundPlaybook[]): string {
  const shown = all.slice(0, 12).map((one) => `${referenceOf(one, all)} (${one.place})`);
  const rest = all.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function filesOf({place, files}: FoundPlaybook): readonly string[] {
  return place === 'built-in' ? [] : files;
}

/**
 * The playbook of a name.
 *
 * @throws {Problem} where none has it, or several have, with what there is.
 */
export function playbookNamed(name: string, all: readonly FoundPlaybook[]): FoundPlaybook {
  const wanted = name.toLowerCase();
  const found = all.filter((one) => one.name.toLowerCase() === wanted);
  const [one, other] = found;
  if (one && !other) return one;
  if (one)
    throw new Problem(
      `${found.length} playbooks have the name "${name}".`,
      `Name the file of one: ${found.map((each) => each.path).join(', ')}.`,
    );
  const close = nearest(name, new Set(all.map((each) => each.name)));
  const meant = close === undefined ? '' : `Did you mean "${close}"? `;
  throw new Problem(`There is no playbook "${name}".`, `${meant}There are ${listed(all)}.`);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const {files, passedOver} = await contentsOf(folder);
  if (files.length > 0) return files;
  const [first] = passedOver;
  throw new Problem(
    first ? `${first.path} ${first.why}.` : `There is no Markdown file in ${folder}.`,
    'Name a Markdown file, or the folder of some.',
  );
}

/** Whether somebody means a path: they wrote one, or there is such a file. */
function isPath(text: string, file: string): boolean {
  if (text.includes('/') || text.includes(path.sep) || isMarkdown(text)) return true;
  return existsSync(file);
}

async function filesFor(text: string, all: readonly FoundPlaybook[]): Promise<readonly string[]> {
  const file = path.resolve(expandHome(text));
  if (!isPath(text, file)) return filesOf(playbookNamed(text, all));
  if (!statSync(file, {throwIfNoEntry: false})?.isDirectory()) return [file];
  // A folder of sources can have the name of a playbook.
  const isKnown = all.some(({name}) => name.toLowerCase() === text.toLowerCase());
  if (isKnown && (await contentsOf(file)).files.length === 0)
    return filesOf(playbookNamed(text, all));
  return filesIn(file);
}

/** The playbook of the workspace; else the one that settings name; else the built-in one. */
async function chooseUnnamed(home: string, workspace: string): Promise<ChosenPlaybook> {
  const {playbooks, passedOver} = await findOwnPlaybook(workspace);
  const [unusable] = passedOver;
  if (unusable)
    throw new Problem(
      `${unusable.path} ${unusable.why}.`,
      `Name the playbook that you mean; "${builtInName}" is the program's own.`,
    );
  const [own] = playbooks;
  if (own)
    return {files: own.files, because: `With the playbook of this workspace, ${ownPlaybook}.`};
  const {value: playbook, variable} = chosenSetting(home, 'playbook');
  if (playbook === undefined) return {files: []};
  const {playbooks: all} = await findPlaybooks(home, workspace);
  const usual = playbookNamed(playbook, all);
  const by = variable === undefined ? 'settings say' : `${variable} says`;
  return {files: filesOf(usual), because: `With the playbook "${playbook}", as ${by}.`};
}

/**
 * Which files are meant by names of playbooks, files and folders, in order; by none of them, what is
 * usual in this workspace. A path wins where there is one.
 *
 * @throws {Problem} for a name that no playbook has or several have, with what there is, and where
 * the built-in playbook is to be one of several.
 */
export async function choosePlaybook(
  home: string,
  workspace: string,
  texts: readonly string[],
): Promise<ChosenPlaybook> {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (given.length === 0) return chooseUnnamed(home, workspace);
  const {playbooks} = await findPlaybooks(home, workspace);
  const files = [];
  for (const text of given) files.push(await filesFor(text, playbooks));
  if (given.length > 1 && files.some((some) => some.length === 0))
    throw new Problem(
      'The built-in playbook cannot be one of several.',
      '"handoff-wizard playbook eject FILE" writes it to a file that can.',
    );
  return {files: files.flat()};
}

import {lstat} from 'node:fs/promises';
import path from 'node:path';
import {builtInPlaybookPath} from '../../playbook/templates-folder.ts';
import {settingNow} from '../../store/settings/chosen-setting.ts';
import {commitOf} from './commit-of.ts';
import {
  builtInName,
  type FoundPlaybook,
  type FoundPlaybooks,
  type PlaybookFolder,
} from './found-playbook.ts';
import {contentsOf, kindWithin, nameOf} from './markdown-files.ts';
import {ownPlaybook, playbookFolders} from './playbook-folders.ts';

const nothing: FoundPlaybooks = {playbooks: [], passedOver: [], folders: []};

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
}

/**
 * The playbook that a workspace has for itself; why it cannot be used where there is something of its
 * name that leads out of the workspace or is no file.
 */
export async function findOwnPlaybook(workspace: string): Promise<FoundPlaybooks> {
  const file = path.join(workspace, ownPlaybook);
  if (!(await isThere(file))) return nothing;
  const kind = await kindWithin(file, workspace);
  if (typeof kind !== 'string') return {...nothing, passedOver: [kind]};
  if (kind === 'folder')
    return {...nothing, passedOver: [{path: file, why: 'is a folder, and no Markdown file'}]};
  const found = {name: 'workspace', place: 'workspace', path: file, files: [file]} as const;
  return {...nothing, playbooks: [found]};
}

/** A folder's files are a playbook each; the files of a folder in it are one playbook together. */
async function findInFolder(folder: PlaybookFolder): Promise<FoundPlaybooks> {
  const {place, path: root} = folder;
  if (!(await isThere(root)))
    return place === 'team'
      ? {...nothing, passedOver: [{path: root, why: 'is not there, and settings name it'}]}
      : nothing;
  const {files, folders, passedOver} = await contentsOf(root);
  const found = files.map((file): FoundPlaybook => ({
    name: nameOf(file),
    place,
    path: file,
    files: [file],
  }));
  const told = [...passedOver];
  for (const inner of folders) {
    const {files, passedOver} = await contentsOf(inner, root);
    told.push(...passedOver);
    if (files.length > 0) found.push({name: path.basename(inner), place, path: inner, files});
  }
  const commit = place === 'team' ? await commitOf(root) : undefined;
  return {
    playbooks: found,
    passedOver: told,
    folders: [{...folder, ...(commit === undefined ? {} : {commit})}],
  };
}

/**
 * All playbooks that can be chosen by name for a handoff of this workspace, the nearest first.
 *
 * @param team the folder of the team's, if it has one
 */
export async function findPlaybooks(
  home: string,
  workspace: string,
  team: string | null = settingNow(home, 'playbooks') ?? null,
): Promise<FoundPlaybooks> {
  const file = builtInPlaybookPath();
  const builtIn = {name: builtInName, place: 'built-in', path: file, files: [file]} as const;
  const parts = [
    await findOwnPlaybook(workspace),
    ...(await Promise.all(playbookFolders(home, workspace, team).map(findInFolder))),
  ];
  return {
    playbooks: [...parts.flatMap(({playbooks}) => playbooks), builtIn],
    passedOver: parts.flatMap(({passedOver}) => passedOver),
    folders: parts.flatMap(({folders}) => folders),
  };
}

import type {ParseOptions} from '../../playbook/parse.ts';
import type {Playbook} from '../../playbook/playbook.ts';
import type {PlaybookFile} from '../../playbook/playbook-file.ts';
import {builtInName} from './found-playbook.ts';
import {versionOf} from './version-of.ts';
import {choosePlaybook} from './choose-playbook.ts';

/** A playbook as a handoff carries it, with what it was read from. */
export interface ReadPlaybook {
  /** With the finish line that the files lack. */
  readonly playbook: Playbook;
  /** What stands in the files alone. */
  readonly asWritten: Playbook;
  readonly playbookSource: string;
  /** Absent for the built-in one. */
  readonly playbookFiles?: readonly PlaybookFile[];
  /** The commit of the checkout that they lie in. */
  readonly playbookVersion?: string;
  /** Why it is this one, in words, where nobody has named it. */
  readonly because?: string;
}

/**
 * Reads the playbook that is meant by names, files and folders, or the usual one of the workspace.
 *
 * @throws {Problem} where none is meant, or it cannot be read.
 */
export async function readPlaybook(
  home: string,
  workspace: string,
  texts: readonly string[],
  options: ParseOptions = {},
): Promise<ReadPlaybook> {
  const {loadPlaybookFiles} = await import('../../playbook/joining/load-playbook-files.ts');
  const {builtInPlaybookPath} = await import('../../playbook/templates-folder.ts');
  const {files, because} = await choosePlaybook(home, workspace, texts);
  const [first] = files;
  const said = because === undefined ? {} : {because};
  if (first === undefined) {
    const {files: _, ...loaded} = await loadPlaybookFiles([builtInPlaybookPath()], options);
    return {...loaded, playbookSource: builtInName, ...said};
  }
  const {files: playbookFiles, ...loaded} = await loadPlaybookFiles(files, options);
  const playbookSource = playbookFiles[0]?.path ?? first;
  const version = await versionOf(playbookSource);
  return {
    ...loaded,
    playbookSource,
    playbookFiles,
    ...(version === undefined ? {} : {playbookVersion: version}),
    ...said,
  };
}

import {statSync} from 'node:fs';
import path from 'node:path';
import {expandHome} from '../expand-home.ts';
import {atField, FieldProblem} from './new-handoff-fields.ts';

/**
 * The workspace that is meant by what was typed; this folder by nothing.
 *
 * @throws {FieldProblem} where there is no such folder.
 */
export function readWorkspace(text: string): string {
  let folder;
  try {
    folder = path.resolve(expandHome(text.trim() || '.'));
  } catch (error) {
    throw atField('workspace', error);
  }
  const stats = statSync(folder, {throwIfNoEntry: false});
  if (!stats)
    throw new FieldProblem(
      'workspace',
      `There is no folder ${folder}.`,
      'Make it, or name another.',
    );
  if (!stats.isDirectory())
    throw new FieldProblem('workspace', `${folder} is a file.`, 'Name its folder.');
  return folder;
}

import {readFileSync} from 'node:fs';
import path from 'node:path';
import {templatesFolder} from '../../playbook/templates-folder.ts';

/** The version of this program, as its package says. */
export function programVersion(): string {
  const file = path.join(templatesFolder(), '..', 'package.json');
  const {version} = JSON.parse(readFileSync(file, 'utf8')) as {readonly version: string};
  return version;
}

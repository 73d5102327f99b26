import {existsSync} from 'node:fs';
import path from 'node:path';

/**
 * The program's folder `templates`: beside the nearest package.json above this module, which is the
 * package root both for the sources and for the bundled program in `dist`.
 */
export function templatesFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`No package.json lies above ${import.meta.dirname}.`);
    folder = parent;
  }
  return path.join(folder, 'templates');
}

/** The playbook that a handoff gets when no other is named. */
export function builtInPlaybookPath(): string {
  return path.join(templatesFolder(), 'playbook.md');
}

/** The playbook that somebody begins their own with. */
export function starterPlaybookPath(): string {
  return path.join(templatesFolder(), 'playbooks', 'starter.md');
}

import {existsSync} from 'node:fs';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import {Problem} from '../../problem.ts';
import {isTrusted} from '../../store/settings/settings.ts';
import {checksPath} from '../checks/checks-path.ts';
import {good, note, type Finding} from './one-finding.ts';
import type {Read} from './whole-records.ts';

async function lookAtFile(home: string, id: string, file: string): Promise<Finding> {
  const name = `checks of ${id}`;
  try {
    const {trustedSha256, path, checks} = await readChecksFile(file);
    return isTrusted(home, trustedSha256, path)
      ? good(name, `${checks.length} in ${file}, trusted as they are`)
      : note(
          name,
          `${file} has not been trusted as it is now, so it does not run`,
          'Look at what it would run: handoff-wizard trust',
        );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [first = ''] = error.message.split('\n');
    return note(name, `${file}: ${first}`, 'See where: handoff-wizard check lint');
  }
}

/** The workspaces of handoffs, and whether their checks may run. Nothing of them is run. */
export async function lookAtChecksFiles(
  home: string,
  reads: readonly Read[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const read of reads) {
    if ('error' in read) continue;
    const {workspace} = read.snapshot.handoff;
    if (!existsSync(workspace))
      found.push(
        note(
          `workspace of ${read.id}`,
          `${workspace} is not on this machine`,
          'Checks and runbooks of it run where it is.',
        ),
      );
    else if (existsSync(checksPath(workspace)))
      found.push(await lookAtFile(home, read.id, checksPath(workspace)));
  }
  return found;
}

import path from 'node:path';
import {tellDifference} from '../../handoff/taking-over/tell-difference.ts';
import {lookAtPlaybook} from '../../services/playbooks/look-at-playbook.ts';
import {sightWords, type PlaybookSight} from '../../services/playbooks/playbook-sight.ts';
import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {differenceLines} from './difference-lines.ts';

export interface DiffOptions {
  readonly handoff?: string;
  readonly from?: string;
  readonly json?: boolean;
}

/** Why there is nothing to compare or to take over, where that is a state and no mistake. */
export function restWords(sight: PlaybookSight): string | undefined {
  if (sight.state === 'none')
    return 'This handoff follows the built-in playbook, as it was when it started. --from FILE names a file to follow.';
  if (sight.state === 'same') return `${showControls(sight.path)} is as the handoff has it.`;
  return undefined;
}

/** @throws {Problem} when the file is not there or cannot be read. */
export function requireReadable(sight: PlaybookSight): void {
  if (sight.state !== 'unreadable') return;
  throw new Problem(
    sight.problem,
    'The handoff goes on with the playbook that it has. --from FILE names where the file is now.',
  );
}

/** Shows how the file of a handoff's playbook differs from what the handoff has of it. */
export async function diffPlaybook(id: string | undefined, options: DiffOptions): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), {id, handoff: options.handoff}, 'reads');
  const sight = await lookAtPlaybook(
    handoff,
    options.from === undefined ? undefined : path.resolve(options.from),
  );
  requireReadable(sight);
  const told = sight.state === 'changed' ? tellDifference(handoff, sight.next) : [];
  if (options.json) {
    printJson({handoff: handoff.id, state: sight.state, differences: told});
    return 0;
  }
  const rest = restWords(sight);
  if (rest !== undefined) print(rest);
  else if (sight.state === 'changed')
    print(
      [
        sightWords(sight) ?? 'The file was edited, and reads the same.',
        ...differenceLines(sight.sources, told).map((line) => showControls(line)),
        `"handoff-wizard playbook update ${handoff.id}" takes it over.`,
      ].join('\n'),
    );
  return 0;
}

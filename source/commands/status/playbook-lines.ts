import type {Handoff} from '../../handoff/model/handoff.ts';
import {shortDigest} from '../../handoff/standing/digest.ts';
import {figuresOf} from '../../handoff/taking-over/take-over-words.ts';
import {lookAtPlaybook, playbookPaths} from '../../services/playbooks/look-at-playbook.ts';
import {sightWords, type PlaybookSight} from '../../services/playbooks/playbook-sight.ts';

/** Which file and version a handoff follows, and whether that is how the file is now. */
export async function playbookLines(handoff: Handoff): Promise<readonly string[]> {
  const files = playbookPaths(handoff);
  if (files.length === 0) return [];
  const {playbookFiles, playbookVersion} = handoff;
  const lines = files.map((file, at) => {
    const digest = playbookFiles[at]?.sha256;
    const version = [digest && shortDigest(digest), at === 0 ? playbookVersion : undefined];
    const known = version.filter((part) => part !== undefined).join(', ');
    return `Playbook: ${file}${known === '' ? '' : ` (${known})`}`;
  });
  const changed = sightWords(await lookAtPlaybook(handoff));
  return [
    '',
    ...lines,
    ...(changed === undefined
      ? []
      : [`  ${changed} "handoff-wizard playbook diff ${handoff.id}" shows it.`]),
  ];
}

function differs(sight: PlaybookSight) {
  if (sight.state === 'changed') return {differences: figuresOf(sight.next.difference)};
  return sight.state === 'unreadable' ? {problem: sight.problem} : {};
}

/** The same as `status --json` prints it. */
export async function playbookSightData(handoff: Handoff) {
  const sight = await lookAtPlaybook(handoff);
  return {state: sight.state, ...differs(sight)};
}

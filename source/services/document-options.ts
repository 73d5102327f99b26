import {templateOverrides} from '../documents/templates/template-folders.ts';
import type {SetOptions} from '../documents/render-set.ts';
import {readEvidence} from '../store/evidence.ts';
import type {Folded} from '../store/snapshot.ts';
import {compareRuns} from './checks/compare-runs.ts';
import {userTemplates} from './user-templates.ts';

async function excerpt(home: string, sha256: string): Promise<string | undefined> {
  const evidence = await readEvidence(home, sha256);
  if (evidence.state === 'missing') return undefined;
  return evidence.state === 'kept'
    ? evidence.text
    : 'The kept output was changed since it was recorded, so it is not shown.';
}

/** What every rendering of a handoff's documents is given, whoever asks for it. */
export function documentOptions(home: string, {handoff, journal}: Folded): Omit<SetOptions, 'now'> {
  return {
    journal,
    compareRuns,
    overrides: templateOverrides(userTemplates(home), handoff.workspace),
    readEvidence: (sha256) => excerpt(home, sha256),
  };
}

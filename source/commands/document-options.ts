import {templateOverrides} from '../documents/templates/template-folders.ts';
import type {SetOptions} from '../documents/render-set.ts';
import {readEvidence} from '../store/evidence.ts';
import type {Folded} from '../store/store.ts';
import {compareRuns} from './compare-runs.ts';

/** What every rendering of a handoff's documents is given, whoever asks for it. */
export function documentOptions(home: string, {handoff, journal}: Folded): Omit<SetOptions, 'now'> {
  return {
    revision: journal.length,
    journal,
    compareRuns,
    overrides: templateOverrides(home, handoff.workspace),
    readEvidence: (sha256) => readEvidence(home, sha256),
  };
}

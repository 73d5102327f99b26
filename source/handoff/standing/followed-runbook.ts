import type {Demonstration} from '../model/demonstration.ts';
import type {Handoff} from '../model/handoff.ts';
import {recordTitle} from '../registers/records.ts';
import {runbookDigest} from './runbook-digest.ts';

/**
 * What the runbook that somebody performed from has become since, in a few words; nothing where it is
 * the same, or where nobody kept which it was.
 */
export function followedAnother(
  {records}: Pick<Handoff, 'records'>,
  {runbook, digest}: Pick<Demonstration, 'runbook' | 'digest'>,
): string | undefined {
  if (runbook === undefined) return undefined;
  const row = records.find(({id}) => id === runbook);
  if (!row) return 'from a runbook that was removed since';
  return runbookDigest(row) === digest
    ? undefined
    : `from an earlier version of "${recordTitle(row)}"`;
}

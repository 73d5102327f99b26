import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import type {CheckRecord} from '../../../source/handoff/model/check-run.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {builtInPlaybook as playbook} from '../../fixtures/built-in-playbook.ts';
import {journalOf} from '../../fixtures/journals.ts';

export const ownFile = '/srv/payments/handoff.yaml';

export type Told = Change & {readonly at?: string; readonly actor?: string};

/** A handoff of the built-in playbook, which counts a result for 14 days. It has nothing but runs, at instants that tests choose, which no story of the sample world has. */
export function handoffOf(...changes: readonly Told[]): Handoff {
  const [first, ...rest] = journalOf(changes);
  if (first?.type !== 'handoff/created') throw new Error('no journal');
  return foldJournal([{...first, playbook}, ...rest]);
}

export type Result = Partial<CheckRecord> & {readonly name: string};

/** A run of a file at an instant; each check passes then unless it says otherwise. */
export function run(
  startedAt: string,
  results: readonly Result[],
  file = ownFile,
): Told & {readonly type: 'checks/recorded'} {
  const content = [file, ...results.map(({name, severity}) => `${name} ${severity ?? ''}`)];
  return {
    type: 'checks/recorded',
    at: startedAt,
    run: {
      id: `run ${startedAt} ${file}`,
      file,
      fileSha256: content.join(),
      startedAt,
      duration: 10,
      isInterrupted: false,
      actor: 'ana',
      results: results.map((result) => ({
        kind: 'http',
        severity: 'required',
        outcome: 'pass',
        message: result.outcome === undefined ? 'All expectations hold.' : 'status 503',
        target: 'http://127.0.0.1/',
        startedAt,
        duration: 10,
        findings: [],
        ...result,
      })),
    },
  };
}

/** The checks file looked at without a run. */
export function seen(
  at: string,
  names: readonly {readonly name: string; readonly severity?: 'required' | 'recommended'}[],
  digest?: string,
): Told {
  return {
    type: 'checks/seen',
    at,
    file: ownFile,
    sha256: '5'.repeat(64),
    checks: names.map(({name, severity = 'required'}) => ({
      name,
      severity,
      kind: 'http',
      ...(digest === undefined ? {} : {digest}),
    })),
  };
}

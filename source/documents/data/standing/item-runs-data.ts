import {itemsReadBy} from '../../../handoff/audience/readable.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {commandStandings, lastRun, type RunState} from '../../../handoff/runs/run-standing.ts';
import type {Reading} from '../reading.ts';

/** The last run of commands that the playbook gives at an item. */
export interface ItemRunData {
  /** The item, as it reads in the playbook. */
  readonly item: string;
  /** As it ran, line by line, without secrets. */
  readonly lines: readonly string[];
  /** How it stands, in a word or two: `worked`, `failed`. */
  readonly result: string;
  /** What limits it, as a clause; nothing where it worked. */
  readonly why: string | null;
  readonly at: string;
  readonly by: string;
  readonly host: string;
  /** SHA-256 of its output; nothing where it has none. */
  readonly evidence: string | null;
}

const results: Readonly<Record<RunState, string>> = {
  worked: 'worked',
  failed: 'failed',
  'not borne out': 'not borne out',
  'earlier text': 'of an earlier text',
  old: 'worked, too long ago',
};

/** What was run at the items that a reader may read, in the order of the playbook. */
export function itemRunsData(handoff: Handoff, {audience, now}: Reading): ItemRunData[] {
  return itemsReadBy(handoff, audience).flatMap(({item}) => {
    const standing = commandStandings(handoff, item.id, now).flatMap(({last}) => last ?? []);
    const last = lastRun(handoff, item.id, now);
    const all = last?.state === 'earlier text' ? [...standing, last] : standing;
    // What ran as one script stands there once.
    const runs = all.filter(({run}, at) => all.findIndex((other) => other.run === run) === at);
    return runs.map(({state, why = null, run}) => ({
      item: item.text,
      lines: run.command.split('\n'),
      result: results[state],
      why,
      at: run.ranAt,
      by: run.by,
      host: run.host,
      evidence: run.evidence?.stored ?? null,
    }));
  });
}

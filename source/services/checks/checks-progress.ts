import type {ChecksFile} from '../../checks/checks-file.ts';
import {plan, type Selection} from '../../checks/plan-run.ts';
import type {CheckEvent, RunOptions} from '../../checks/run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {checkStandings} from '../../handoff/standing/of-checks/check-standing.ts';
import type {Progress} from '../../progress/told-progress.ts';
import {trackParts} from '../../progress/track-parts.ts';

/** How far a run of checks is, kept by what the run tells. */
export interface ChecksProgress {
  readonly onEvent: (event: Pick<CheckEvent, 'type' | 'index'>) => void;
  readonly now: () => Progress;
}

/**
 * Follows a run. How long it will take is known of checks that the handoff has the last run of.
 *
 * @param now ISO 8601 instant
 */
export function followChecks(
  file: ChecksFile,
  handoff: Handoff | undefined,
  {
    jobs = 4,
    allowChanges = false,
    ...selection
  }: Selection & Pick<RunOptions, 'jobs' | 'allowChanges'>,
  now: string,
): ChecksProgress {
  const standings = handoff ? checkStandings(handoff, now) : [];
  const took = new Map(standings.map(({name, record}) => [name, record?.duration]));
  const planned = plan(file, selection);
  const parts = planned.map(({check: {name, kind, effect}}) => ({
    name,
    kind: name,
    // A person's word, and what is not run, take no time.
    usual: kind === 'manual' || (effect === 'changes' && !allowChanges) ? 0 : took.get(name),
  }));
  const places = new Map(planned.map(({index}, place) => [index, place]));
  const tracked = trackParts(parts, jobs);
  return {
    onEvent({type, index}) {
      const place = places.get(index);
      if (place === undefined) return;
      if (type === 'started') tracked.start(place);
      else tracked.finish(place);
    },
    now: tracked.now,
  };
}

import type {Change} from '../../handoff/changes/catalogue.ts';
import {closing, reopening} from '../../handoff/afterwards/closing-point.ts';
import {followUps} from '../../handoff/afterwards/follow-ups.ts';
import {lastSeen, publishedNow} from '../../handoff/publishing/published-standing.ts';
import type {IssueState} from '../../integrations/integration-entry.ts';
import {saidBy} from '../../integrations/carrying/verdict.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {keepEvidence} from '../../store/evidence.ts';
import {RefusedError} from '../../store/refused-error.ts';
import {carryFor} from './carry-out.ts';
import {placeOf, type FoundTarget} from './find-targets.ts';
import {requireTrusted, type Publishing} from './publish.ts';

/** What a look at the issues of a target has brought, in a line. */
export interface Fetched {
  readonly target: string;
  /** Absent for what is of the target as a whole. */
  readonly about?: string;
  readonly words: string;
  /** It is here as it is there; else a person has to look. */
  readonly isTaken: boolean;
}

/** What an issue that was closed or opened there means for its point here. */
function changesFor(
  {snapshot}: Publishing,
  {name}: FoundTarget,
  about: string,
  {state, url, said}: IssueState,
): readonly Change[] {
  const point = followUps(snapshot().handoff).find(({id}) => id === about);
  if (!point) return [];
  const isOpen = point.standing.state === 'open' || point.standing.state === 'open again';
  if (state === 'closed' && isOpen)
    return closing(
      point,
      [`Closed in ${name}`, said, url].filter((part) => part !== undefined).join(' '),
    );
  return state === 'open' && !isOpen ? reopening(point) : [];
}

async function takeState(
  publishing: Publishing,
  target: FoundTarget,
  about: string,
  state: IssueState,
): Promise<Fetched> {
  const {home, append} = publishing;
  const evidence = await keepEvidence(home, (await redactSecrets(state.answer)).text);
  const seen: Change = {
    type: 'publish/seen',
    target: target.name,
    about,
    state: state.state,
    evidence,
    ...(state.url === undefined ? {} : {url: state.url}),
  };
  const place = state.url === undefined ? '' : ` ${state.url}`;
  const words = `${state.state === 'closed' ? 'closed' : 'open again'} there${place}`;
  const shared = {target: target.name, about};
  try {
    await append([seen, ...changesFor(publishing, target, about, state)]);
    return {...shared, words, isTaken: true};
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    // What was seen is so, whatever it means here.
    await append([seen]);
    const {message, try: advice} = error.refusal;
    return {...shared, words: `${words}, and not here: ${message} ${advice}`, isTaken: false};
  }
}

/**
 * Looks how the issues stand that open points became, and brings here what was closed or opened there,
 * with the answer as evidence.
 *
 * @throws {Problem} where the targets file was not trusted.
 */
export async function fetchStates(
  publishing: Publishing,
  chosen: readonly FoundTarget[],
): Promise<readonly Fetched[]> {
  requireTrusted(chosen);
  const fetched: Fetched[] = [];
  for (const target of chosen) {
    const {name, integration, spec} = target;
    const sent = publishedNow(publishing.snapshot().handoff).filter(
      (one) =>
        one.target === name &&
        one.kind === 'point' &&
        one.place === placeOf(target, 'point') &&
        one.remote !== undefined,
    );
    if (!integration.states || sent.length === 0) continue;
    const remotes = sent.flatMap(({remote}) => remote ?? []);
    const states = await integration.states(spec, remotes, carryFor(publishing.home, target));
    if (!('length' in states)) {
      const why =
        'why' in states
          ? states.why
          : states.type === 'reply'
            ? `The answer was ${states.status}: ${saidBy(states)}`
            : '';
      fetched.push({target: name, words: `nothing could be fetched. ${why}`, isTaken: false});
      continue;
    }
    for (const state of states) {
      const about = sent.find(({remote}) => remote === state.remote)?.about ?? '';
      const before = lastSeen(publishing.snapshot().handoff, name, about)?.state ?? 'open';
      if (before !== state.state) fetched.push(await takeState(publishing, target, about, state));
    }
  }
  return fetched;
}

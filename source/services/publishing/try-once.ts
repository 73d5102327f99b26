import type {Carry, Parcel} from '../../integrations/integration-entry.ts';
import {verdictOf, type Verdict} from '../../integrations/carrying/verdict.ts';
import {showEscapes} from '../../redaction/strip-terminal.ts';
import type {Sending} from '../../store/outbox/sending.ts';
import type {FoundTarget} from './find-targets.ts';

function parcelOf({
  id,
  mark,
  at,
  kind,
  about,
  title,
  text,
  isClosed,
  data,
  remote,
}: Sending): Parcel {
  return {
    id,
    mark,
    at,
    content: {kind, ...(about === undefined ? {} : {about}), title, text, isClosed, data},
    remote,
  };
}

/** What came of a try: how it stands there, or why it is not there. */
type Tried =
  | {readonly verdict: Exclude<Verdict, {readonly type: 'arrived'}>}
  | {readonly arrived: Partial<Sending>};

/** Looks where that can be done, and writes. */
export async function tryOnce(
  sending: Sending,
  {integration, spec}: FoundTarget,
  carry: Carry,
  now: () => string,
): Promise<Tried> {
  let parcel = parcelOf(sending);
  let found: string | undefined;
  let seen: Partial<Sending> = {};
  if (integration.before && (parcel.remote === undefined || sending.kind === 'status')) {
    const before = await integration.before(spec, parcel, carry);
    if (before.type === 'failed') {
      const verdict = verdictOf(before.carried, Date.parse(now()));
      if (verdict.type === 'arrived') throw new Error('A look that failed has arrived.');
      // Only a look has failed, so nothing more is uncertain than before.
      return {verdict: verdict.type === 'unsure' ? {...verdict, type: 'later'} : verdict};
    }
    if (before.type === 'absent') ({found} = before);
    else {
      const {type, ...remote} = before;
      if (type === 'done') return {arrived: {...remote, known: 'found'}};
      parcel = {...parcel, ...remote};
      seen = remote;
    }
  }
  const carried = await carry(integration.write(spec, parcel, found));
  const verdict = verdictOf(carried, Date.parse(now()));
  if (verdict.type !== 'arrived') return {verdict};
  const {reply, aside} = verdict;
  const refusal = reply && integration.refusal?.(spec, reply);
  if (refusal !== undefined)
    return {
      verdict: {
        type: 'refused',
        why: `The answer was ${reply?.status}, and yet it was not taken: ${showEscapes(refusal)}.`,
        todo: 'Correct what it says and send again.',
      },
    };
  const remote = reply ? integration.read(spec, parcel, reply) : {};
  if (!remote) {
    const why = `The answer was ${reply?.status}, and is none of ${integration.word}.`;
    return {verdict: {type: 'unsure', why}};
  }
  const place = carried.type === 'written' ? {url: carried.aside ?? carried.file} : {};
  return {
    arrived: {
      ...(parcel.remote === undefined ? {} : {remote: parcel.remote}),
      ...seen,
      ...remote,
      ...place,
      known: 'answered',
      ...(aside === undefined
        ? {}
        : {why: `A person has changed that page, so this lies beside it: ${aside}`}),
    },
  };
}

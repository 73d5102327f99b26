import type {Handoff} from '../model/handoff.ts';
import type {SignOff, SignOffWay} from '../model/sign-off.ts';
import {dayIn} from '../time/schedule.ts';
import {dateWords} from '../time/wording.ts';
import {versionWords} from './issued/version-words.ts';
import {shortDigest} from './digest.ts';
import {changesSince, type ChangedPart} from './accepted/handoff-digest.ts';

/** What the receiver has said of the handoff, and whether it is still what they said it of. */
export interface AcceptanceStanding {
  readonly state:
    | 'none'
    | 'declined'
    | 'accepted'
    | 'accepted with conditions'
    /** It was accepted, with conditions or without, and is not any more what was accepted. */
    | 'changed since acceptance';
  /** ISO 8601 instant of the decision; this and all below are absent where nobody has decided. */
  readonly since?: string;
  readonly name?: string;
  readonly role?: string;
  readonly how?: SignOffWay;
  readonly reference?: string;
  readonly enteredBy?: string;
  /** SHA-256 of what was decided on, and its first digits, by which documents name it. */
  readonly digest?: string;
  readonly version?: string;
  /** What is not as it was accepted; it can be accepted anew. */
  readonly changed: readonly ChangedPart[];
}

const states = {
  accepted: 'accepted',
  'accepted-with-conditions': 'accepted with conditions',
  declined: 'declined',
} as const;

/** How the acceptance stands: the newest decision counts. */
export function acceptanceStanding(handoff: Handoff): AcceptanceStanding {
  const last = handoff.signOffs.at(-1);
  if (!last) return {state: 'none', changed: []};
  const {name, role, how, reference, enteredBy, digest, at, accepted, decision} = last;
  const changed = accepted ? changesSince(handoff, accepted) : [];
  return {
    state: changed.length > 0 ? 'changed since acceptance' : states[decision],
    since: at,
    name,
    role,
    ...(how === undefined ? {} : {how}),
    ...(reference === undefined ? {} : {reference}),
    enteredBy,
    digest,
    version: shortDigest(digest),
    changed,
  };
}

/** `Accepted with conditions on Wed 24 Jun 2026 by Mina Okafor (version 0f3a…)`. */
export function decisionWords(handoff: Handoff, signOff: SignOff): string {
  const {decision, at, name, digest} = signOff;
  const words = states[decision].replace(/^./u, (first) => first.toUpperCase());
  const day = dateWords(dayIn(handoff.timeZone, at), '');
  return `${words} on ${day} by ${name} (${versionWords(handoff, digest, at)})`;
}

/** How the acceptance stands, as every face says it; nothing where nobody has decided. */
export function acceptanceWords(handoff: Handoff): string | undefined {
  const last = handoff.signOffs.at(-1);
  if (!last) return undefined;
  const count = acceptanceStanding(handoff).changed.length;
  return `${decisionWords(handoff, last)}${count > 0 ? `; changed since: ${count}` : ''}`;
}

import {openPointsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {promised} from '../../handoff/holding/promised.ts';
import {whoIsWho} from '../../handoff/holding/who-is-who.ts';
import {whoWasTold} from '../../handoff/holding/who-was-told.ts';
import {shownName} from '../../handoff/people/shown-name.ts';
import type {Reading} from './reading.ts';

/** What an engineer who takes the handoff over in the middle of it has to know. */
export interface HandoverData {
  /** When it was passed on to whoever holds it, and by whom; nothing where whoever began it still does. */
  readonly heldSince: string | null;
  readonly passedOnBy: string | null;
  /** What was said to them when it was passed on; empty where nothing was. */
  readonly note: string;
  /** Everybody with a part in what is to come: the own side first, then those who take over. */
  readonly people: readonly {
    readonly name: string;
    /** `vendor`, `customer`, `success team`; nothing where nothing says it. */
    readonly side: string | null;
    readonly part: string;
    /** How they are reached; nothing where it stands nowhere. */
    readonly reach: string | null;
  }[];
  /** What those who take over count on and do not have yet, the soonest first. */
  readonly promised: readonly {
    readonly text: string;
    readonly owner: string | null;
    readonly due: string | null;
  }[];
  /** Open points that only the own team may read. */
  readonly ownPoints: readonly {
    readonly text: string;
    readonly owner: string;
    readonly due: string | null;
  }[];
  /** What was made for somebody outside of the team or has reached them, the newest first. */
  readonly told: readonly {
    readonly to: string;
    readonly what: string;
    readonly at: string;
    readonly by: string | null;
    readonly times: number;
  }[];
  /** What colleagues who worked apart have answered otherwise, and what stands until somebody chooses. */
  readonly contradictions: readonly {
    readonly about: string;
    readonly answers: readonly {
      readonly says: string;
      readonly by: string;
      readonly at: string;
      readonly isInForce: boolean;
    }[];
  }[];
}

function ownPoints(handoff: Handoff): HandoverData['ownPoints'] {
  const shared = new Set(openPointsReadBy(handoff, 'customer').map(({id}) => id));
  return openPointsReadBy(handoff, 'internal')
    .filter(({id}) => !shared.has(id))
    .map(({text, owner, due}) => ({text, owner, due: due?.date ?? null}));
}

export function handoverData(handoff: Handoff, {now}: Reading): HandoverData {
  const {holder, contradictions} = handoff;
  return {
    heldSince: holder?.at ?? null,
    passedOnBy: holder ? shownName(handoff, holder.by) : null,
    note: holder?.note ?? '',
    people: whoIsWho(handoff).map(({name, side, part, reach}) => ({
      name,
      side: side ?? null,
      part,
      reach: reach ?? null,
    })),
    promised: promised(handoff, now).map(({text, owner, due}) => ({
      text,
      owner: owner ?? null,
      due: due ?? null,
    })),
    ownPoints: ownPoints(handoff),
    told: whoWasTold(handoff).map(({by, ...told}) => ({...told, by: by ?? null})),
    contradictions: contradictions.map(({about, answers}) => ({
      about,
      answers: answers.map(({says, by, at, isInForce}) => ({says, by, at, isInForce})),
    })),
  };
}

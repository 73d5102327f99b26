import * as z from 'zod/mini';
import {gateNames} from '../../model/gate-waiver.ts';
import type {FollowUpState} from '../../model/follow-up-state.ts';
import {signOffDecisions, signOffWays, type SignOff} from '../../model/sign-off.ts';
import type {Draft} from '../draft.ts';
import {entry} from '../entry.ts';
import {
  day,
  dayOrNone,
  digest,
  fact,
  oneOf,
  optional,
  text,
  texts,
  word,
  words,
} from '../change-fields.ts';
import {acceptedState, handoffDigest} from '../../standing/accepted/handoff-digest.ts';
import {pointLoss} from '../../rules/losses/losses.ts';
import {madeKit} from '../../kits/made-kit.ts';
import {receivedAnswer} from '../../kits/received-answer.ts';
import {remember} from '../remember.ts';
import {conditionsOf} from '../../afterwards/conditions-of.ts';

function changeFollowUp(
  draft: Draft,
  id: string,
  change: (state: FollowUpState) => FollowUpState,
): void {
  draft.followUps = {...draft.followUps, [id]: change(draft.followUps[id] ?? {})};
}

/** What is owed, waived and accepted. */
export const afterwardsChanges = {
  'follow-up/changed': entry({
    since: 1,
    fields: {
      followUp: word(),
      owner: optional(text()),
      due: optional(dayOrNone()),
      /** Why the day is a later one, where the customer was told the earlier. */
      reason: optional(text()),
    },
    undo: 'free',
    words: () => 'a change to a follow-up',
    reduce(draft, action) {
      const {followUp, owner, due} = action;
      remember(draft, action, pointLoss(draft, action, action.at));
      changeFollowUp(draft, followUp, (state) => ({
        ...state,
        ...(owner === undefined ? {} : {owner}),
        ...(due === undefined ? {} : {due}),
      }));
    },
  }),
  'follow-up/closed': entry({
    since: 1,
    fields: {followUp: word(), outcome: text()},
    undo: 'free',
    words: () => 'the closing of a follow-up',
    reduce(draft, {followUp, outcome, at, actor}) {
      changeFollowUp(draft, followUp, (state) => ({
        ...state,
        outcome,
        closedAt: at,
        closedBy: actor,
      }));
    },
  }),
  'follow-up/reopened': entry({
    since: 1,
    fields: {followUp: word()},
    undo: 'free',
    words: () => 'the reopening of a follow-up',
    reduce(draft, {followUp}) {
      changeFollowUp(draft, followUp, (state) => {
        const {closedAt: _, closedBy: _by, outcome: _outcome, ...open} = state;
        return open;
      });
    },
  }),
  'transition/extended': entry({
    since: 1,
    fields: {until: day(), reason: text()},
    undo: 'claim',
    words: ({until}) => `the extension until ${until}`,
    reduce(draft, {until, reason, at, actor}) {
      draft.extensions = [...draft.extensions, {until, reason, at, by: actor}];
    },
  }),
  'gate/waived': entry({
    since: 1,
    fields: {
      gate: oneOf(gateNames),
      requirement: word(),
      text: text(),
      reason: text(),
      approver: words(),
      /** None where nobody can change any more what is waived. */
      expires: optional(day()),
      /** What is wrong, as the gate finds it at that moment; since version 2. */
      fact: optional(fact(z.record(z.string(), z.number()))),
    },
    undo: 'claim',
    words: (change) => `the waiver of "${change.text}"`,
    reduce(draft, action) {
      const {gate, requirement, text: missing, reason, approver, at, actor} = action;
      const waiver = {
        gate,
        requirement,
        text: missing,
        reason,
        approver,
        at,
        by: actor,
        ...(action.expires === undefined ? {} : {expires: action.expires}),
        ...(action.fact === undefined ? {} : {fact: action.fact}),
      };
      draft.gateWaivers = [...draft.gateWaivers, waiver];
    },
  }),
  'sign-off/recorded': entry({
    since: 1,
    fields: {
      name: words(),
      role: text(),
      decision: oneOf(signOffDecisions),
      conditions: optional(texts()),
      remarks: optional(text()),
      /** How it reached whoever enters it, and where it is written. */
      how: optional(oneOf(signOffWays)),
      reference: optional(text()),
      /** The digest of what was shown to whoever decided; the store fills in that of the handoff. */
      digest: optional(digest()),
    },
    undo: 'claim',
    words: ({name}) => `the sign-off by ${name}`,
    reduce(draft, action) {
      const {name, role, decision, remarks, how, reference, at, actor} = action;
      const conditions = conditionsOf(action);
      const answered = action.arrival && receivedAnswer(draft, action.arrival.answer);
      const shown = answered && madeKit(draft, answered.kit);
      const accepted = shown ? {...shown.accepted, ...answered.own} : acceptedState(draft);
      const signed: SignOff = {
        name,
        role,
        decision,
        at,
        enteredBy: action.arrival?.by ?? actor,
        digest: action.digest ?? handoffDigest(draft),
        ...(conditions.length > 0 ? {conditions} : {}),
        ...(remarks === undefined ? {} : {remarks}),
        ...(how === undefined ? {} : {how}),
        ...(reference?.trim() ? {reference} : {}),
        ...(decision === 'declined' ? {} : {accepted}),
      };
      draft.signOffs = [...draft.signOffs, signed];
    },
  }),
};

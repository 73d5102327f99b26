import {afterwardsChanges} from './kinds/afterwards-changes.ts';
import {answerChanges} from './kinds/answer-changes.ts';
import {audienceChanges} from './kinds/audience-changes.ts';
import {contradictionChanges} from './kinds/contradiction-changes.ts';
import {demonstrationChanges} from './kinds/demonstration-changes.ts';
import {draftChanges} from './kinds/draft-changes.ts';
import {documentChanges} from './kinds/document-changes.ts';
import type {ChangeEntry} from './entry.ts';
import type {Values} from './change-fields.ts';
import {handoffChanges} from './kinds/handoff-changes.ts';
import {itemChanges} from './kinds/item-changes.ts';
import {kitChanges} from './kinds/kit-changes.ts';
import {passOnChanges} from './kinds/pass-on-changes.ts';
import {personChanges} from './kinds/person-changes.ts';
import {playbookChanges} from './kinds/playbook-changes.ts';
import {proofChanges} from './kinds/proof-changes.ts';
import {publishChanges} from './kinds/publish-changes.ts';
import {recordChanges} from './kinds/record-changes.ts';
import {runChanges} from './kinds/run-changes.ts';
import {sessionClockChanges} from './kinds/session-clock-changes.ts';
import {sessionCorrectionChanges} from './kinds/session-correction-changes.ts';
import {sessionTalkChanges} from './kinds/session-talk-changes.ts';
import {teachBackChanges} from './kinds/teach-back-changes.ts';
import type {Placed} from './stamp.ts';

/**
 * Every change there is, described once. The reducer, the store, redaction, undo and the words on
 * screen all read it here.
 */
export const catalogue = {
  ...handoffChanges,
  ...itemChanges,
  ...playbookChanges,
  ...personChanges,
  ...proofChanges,
  ...runChanges,
  ...recordChanges,
  ...draftChanges,
  ...sessionClockChanges,
  ...sessionTalkChanges,
  ...sessionCorrectionChanges,
  ...demonstrationChanges,
  ...teachBackChanges,
  ...afterwardsChanges,
  ...documentChanges,
  ...publishChanges,
  ...audienceChanges,
  ...contradictionChanges,
  ...passOnChanges,
  ...kitChanges,
  ...answerChanges,
};

export type ChangeType = keyof typeof catalogue;

/** What a person asks for, without the when and who. */
export type Change = {
  [T in ChangeType]: {readonly type: T} & Values<(typeof catalogue)[T]['fields']>;
}[ChangeType];

/** A change with its place in history. */
export type Action = Change & Placed;

/** What an action says, without when, who and where it stands. */
export function changeOf(action: Action): Change {
  const {v: _, id: _id, at: _at, actor: _actor, order: _order, ...rest} = action;
  const {seen: _seen, with: _with, hash: _hash, arrival: _through, ...change} = rest;
  return change;
}

export const changeTypes = Object.keys(catalogue) as ChangeType[];

export function isChangeType(type: unknown): type is ChangeType {
  return typeof type === 'string' && Object.hasOwn(catalogue, type);
}

/** The entry of a change; all that differs from one to the next is behind it. */
export function entryOf(type: ChangeType): ChangeEntry {
  return catalogue[type] as unknown as ChangeEntry;
}

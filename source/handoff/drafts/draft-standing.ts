import type {RegisterName} from '../../playbook/playbook.ts';
import type {AnsweredDraft, FoundDraft, FoundFields} from './found-draft.ts';
import type {FieldValues, HandoffRecord} from '../model/handoff-record.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText, isFilled} from '../registers/records.ts';
import {digester} from '../standing/digest.ts';
import {draftFacts, isAbout} from './draft-facts.ts';
import {foundDrafts} from './found-drafts.ts';

/**
 * How something that was found stands to what people said of it. `new`: nobody has. `changed`: it is found
 * otherwise than it was when it was answered. `gone`: it was taken, and is not found any more. `taken` and
 * `left` are not offered again as long as they are found the same.
 */
export type DraftState = 'new' | 'changed' | 'gone' | 'taken' | 'left';

export interface DraftStanding {
  readonly state: DraftState;
  readonly draft: FoundDraft;
  /** The row that was made of it, or that a person wrote about the same. */
  readonly row?: HandoffRecord;
  /** Of what changed: the fields of the row that nobody has changed since, as they are found now. */
  readonly offers?: FieldValues;
}

const digestOfFields = digester((fields: FoundFields) => fields);

function isSame(one: FoundFields, other: FoundFields): boolean {
  return digestOfFields(one) === digestOfFields(other);
}

/** What is found otherwise, in fields that say what was found before, or nothing. */
function offersTo(row: HandoffRecord, draft: FoundDraft): FieldValues {
  const {register} = row;
  const before = row.draft ? draftFacts(register, row.draft.fields) : {};
  const now = Object.entries(draftFacts(register, draft.fields));
  return Object.fromEntries(
    now.filter(([name, value]) => {
      const said = fieldText(row, name);
      const isOurs = isFilled(row, name)
        ? said === (before[name] ?? '').trim()
        : before[name] === undefined;
      return isOurs && value !== before[name] && value.trim() !== said;
    }),
  );
}

function rowOf(handoff: Handoff, draft: FoundDraft, register: RegisterName) {
  const rows = handoff.records.filter((row) => row.register === register);
  const facts = draftFacts(register, draft.fields);
  return (
    rows.find((row) => row.draft?.key === draft.key) ??
    rows.find((row) => row.draft === undefined && isAbout(row, register, facts))
  );
}

function standingOf(handoff: Handoff, draft: FoundDraft): DraftStanding {
  const {key, fields, register} = draft;
  const answer = handoff.draftAnswers.find((given) => given.key === key);
  const isAnswered = answer !== undefined && isSame(answer.fields, fields);
  const row = register && rowOf(handoff, draft, register);
  if (row) {
    const offers = offersTo(row, draft);
    const isOffered = Object.keys(offers).length > 0 && !isAnswered;
    return {state: isOffered ? 'changed' : 'taken', draft, row, ...(isOffered ? {offers} : {})};
  }
  if (!answer) return {state: 'new', draft};
  if (isAnswered) return {state: answer.answer, draft};
  return {state: answer.answer === 'taken' ? 'changed' : 'new', draft};
}

/** Whether a source is, or lies in, what was not read whole: `compose.yaml:14` in `compose.yaml`, `ss, 14:02` of `ss`. */
function isOf(source: string, unread: string): boolean {
  const starts = [':', '/', ', '].map((sign) => `${unread}${sign}`);
  return source
    .split('; ')
    .some((one) => one === unread || starts.some((start) => one.startsWith(start)));
}

/**
 * What was taken and is not found any more, until somebody says that this is known; what could not be read
 * tells nothing.
 */
function goneFrom(handoff: Handoff, found: readonly FoundDraft[]): DraftStanding[] {
  const keys = new Set(found.map(({key}) => key));
  const unread = handoff.draftLooks.flatMap((look) => look.unread);
  const isLeft = ({key, fields}: AnsweredDraft) =>
    handoff.draftAnswers.some(
      (given) => given.key === key && given.answer === 'left' && isSame(given.fields, fields),
    );
  const isGone = (draft: AnsweredDraft) =>
    !keys.has(draft.key) && !isLeft(draft) && !unread.some((one) => isOf(draft.source, one));
  const rows = handoff.records.flatMap((row): DraftStanding[] => {
    const {draft, register} = row;
    if (!draft || !isGone(draft)) return [];
    const kind = register === 'runbooks' ? 'runbook' : 'row';
    return [{state: 'gone', draft: {kind, register, ...draft}, row}];
  });
  const checks = handoff.draftAnswers.flatMap((given): DraftStanding[] => {
    const {key, fields, source} = given;
    if (given.answer !== 'taken' || !isGone(given)) return [];
    return [{state: 'gone', draft: {kind: 'check', key, fields, source}}];
  });
  return [...rows, ...checks];
}

/** How all that was found stands, and what was taken and is gone. */
export function draftStandings(handoff: Handoff): readonly DraftStanding[] {
  const found = foundDrafts(handoff);
  return [...found.map((draft) => standingOf(handoff, draft)), ...goneFrom(handoff, found)];
}

/** Whether a draft is put before a person: what is taken or left is not, as long as it is found the same. */
export function isOpenDraft({state}: DraftStanding): boolean {
  return state !== 'taken' && state !== 'left';
}

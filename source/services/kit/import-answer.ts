import {plural} from '../../documents/words/plural.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {changeWords} from '../../handoff/changes/change-words.ts';
import {foldAsked} from '../../handoff/changes/fold.ts';
import {toAction} from '../../handoff/changes/journal.ts';
import type {Arrival} from '../../handoff/changes/stamp.ts';
import type {Answer, AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {entryChange} from '../../handoff/kits/entry-change.ts';
import {
  receivedAnswer,
  type LeftOut,
  type SignatureKnown,
} from '../../handoff/kits/received-answer.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {refusal} from '../../handoff/rules/refusal.ts';
import type {Asking} from '../../handoff/rules/rule.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords, timeWords} from '../../handoff/time/wording.ts';
import {appendTo, type Act} from '../../store/append-changes.ts';
import {keepEvidence} from '../../store/evidence.ts';
import {RefusedError} from '../../store/refused-error.ts';
import type {Folded, HandoffReader} from '../../store/snapshot.ts';
import type {SignatureState} from '../archive/archive-signature.ts';
import type {Context} from '../context.ts';
import type {ReadAnswer} from './read-answer.ts';
import {safeAnswer} from './safe-answer.ts';

/** What came of importing an answer. */
export interface ImportedAnswer {
  readonly handoff: Handoff;
  readonly answer: Answer;
  readonly digest: string;
  /** What is known of who wrote it, in words. */
  readonly signature: readonly string[];
  /** What was taken into the handoff now, in words. */
  readonly taken: readonly string[];
  /** How much of it was taken before. */
  readonly before: number;
  readonly leftOut: readonly LeftOut[];
  readonly notices: readonly string[];
}

const known: Readonly<Record<SignatureState['state'], SignatureKnown>> = {
  none: 'unsigned',
  good: 'known',
  whole: 'whole',
  unchecked: 'unchecked',
  // Such an answer is not read at all.
  bad: 'unsigned',
};

/** What is known of who wrote it, from its signature and the answers before it. */
function signatureWords(
  {answers, timeZone}: Handoff,
  {name}: Answer,
  {state, key, words}: SignatureState,
  digest: string,
): string[] {
  const others = answers.filter(({answer}) => answer !== digest);
  const own = others.filter((one) => isSamePerson(one.name, name));
  const same = others.findLast((one) => key !== undefined && one.key === key);
  const last = own.findLast((one) => one.key !== undefined);
  const says = `It says that it is of ${name}`;
  if (state === 'none')
    return [
      `${says}, and is not signed.`,
      ...(last ? [`${name} has signed before, with the key ${last.key}.`] : []),
    ];
  if (state === 'unchecked') return [`${says}. ${words}`];
  const before =
    same &&
    `The same key signed the answer of ${same.name} that came on ${dateWords(dayIn(timeZone, same.at), '')}.`;
  return [
    `${says}. ${words}`,
    ...(before === undefined ? [] : [before]),
    ...(last && last.key !== key ? [`${name} signed with another key before: ${last.key}.`] : []),
  ];
}

interface Acts {
  readonly changes: readonly Change[];
  readonly acts: readonly (Act | undefined)[];
  readonly taken: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly before: number;
}

/** An answer to a question that reads otherwise by now answers nothing. */
function changedQuestion({records}: Handoff, entry: AnswerEntry): string | undefined {
  if (entry.kind !== 'teach-back') return undefined;
  const row = records.find(({id}) => id === entry.question);
  return row && recordTitle(row) !== entry.asked
    ? 'The question was changed since the kit.'
    : undefined;
}

/** What an answer asks of a handoff, each asked of the rules as the handoff stands after those before it. */
function actsOf(folded: Folded, read: ReadAnswer, answer: Answer, by: string, now: string): Acts {
  let {handoff, journal} = folded;
  const {digest, signature} = read;
  const {kit, version, name, role, givenAt, entries} = answer;
  const changes: Change[] = [];
  const acts: (Act | undefined)[] = [];
  const leftOut: LeftOut[] = [];
  const taken: string[] = [];
  const had = receivedAnswer(handoff, digest)?.taken ?? [];

  function add(change: Change, asking: Asking, act?: Act): void {
    const id = `asked-${changes.length}`;
    changes.push(change);
    acts.push(act);
    const {arrival, actor} = asking;
    const action = toAction(journal, change, {id, at: now, actor, ...(arrival ? {arrival} : {})});
    journal = [...journal, action];
    handoff = foldAsked(handoff, journal, action);
  }

  if (!receivedAnswer(handoff, digest)) {
    const decided = entries.findLast((entry) => entry.kind === 'decision');
    const received: Change = {
      type: 'answer/received',
      answer: digest,
      kit,
      version,
      name,
      ...(role === undefined ? {} : {role}),
      givenAt,
      signature: known[signature.state],
      ...(signature.key === undefined ? {} : {key: signature.key}),
      entries: entries.length,
      ...(decided?.kind === 'decision' ? {decision: decided.decision} : {}),
    };
    const asking = {actor: by, now};
    const refused = refusal({handoff, journal}, received, asking);
    if (refused) throw new RefusedError(refused);
    add(received, asking);
  }
  const day = dateWords(dayIn(handoff.timeZone, givenAt), '');
  const time = timeWords(givenAt, handoff.timeZone);
  const reference = `answer ${digest.slice(0, 12)} to the kit ${kit.slice(0, 12)}, given ${day} ${time}`;
  for (const [part, entry] of entries.entries()) {
    if (had.includes(part)) continue;
    const change = entryChange(entry, {name, kit, version, reference});
    const arrival: Arrival = {answer: digest, part, at: entry.at, by};
    const asking = {actor: name, now, arrival};
    const words = changeWords(handoff, change);
    const why =
      changedQuestion(handoff, entry) ?? refusal({handoff, journal}, change, asking)?.message;
    if (why !== undefined) {
      leftOut.push({part, words, why});
      continue;
    }
    taken.push(words);
    add(change, asking, {actor: name, arrival});
  }
  const [first] = changes;
  if (first?.type === 'answer/received' && leftOut.length > 0) changes[0] = {...first, leftOut};
  return {changes, acts, taken, leftOut, before: had.length};
}

/**
 * Adds what an answer says to its handoff as the receiver's own actions, all at once. What the rules
 * refuse is left out and told, and comes in when the same file is imported again once they let it.
 *
 * @throws {RefusedError} when it is no answer to a kit of this handoff, or of nobody who takes over.
 * @throws {StoreError} when the disk refuses.
 */
export async function importAnswer(
  {home, actor}: Context,
  reader: HandoffReader,
  read: ReadAnswer,
  {file, isDry}: {readonly file: string; readonly isDry: boolean},
): Promise<ImportedAnswer> {
  const {answer, evidence, notices} = await safeAnswer(file, read.answer);
  reader.refresh();
  const snapshot = reader.snapshot();
  const now = new Date().toISOString();
  const acts = actsOf(snapshot, read, answer, actor, now);
  const {taken, leftOut, before, changes} = acts;
  const signature = signatureWords(snapshot.handoff, answer, read.signature, read.digest);
  const result = {answer, digest: read.digest, signature, taken, before, leftOut};
  if (isDry || changes.length === 0) return {...result, handoff: snapshot.handoff, notices};
  for (const text of evidence) await keepEvidence(home, text);
  const {id} = snapshot.handoff;
  const appended = await appendTo(reader, {
    home,
    id,
    actor,
    acts: acts.acts,
    decide: () => changes,
    clock: () => now,
  });
  const {notice} = appended;
  return {
    ...result,
    handoff: appended.snapshot.handoff,
    notices: [...notices, ...(notice === undefined ? [] : [notice])],
  };
}

/** `3 things taken, and 1 thing before`. */
export function countWords({taken, before}: ImportedAnswer, isDry: boolean): string {
  const earlier = before === 0 ? '' : `, and ${plural(before, 'thing')} before`;
  return `${plural(taken.length, 'thing')} ${isDry ? 'would be taken' : 'taken'}${earlier}`;
}

import {readDraft} from '../../source/store/drafts.ts';
import {readEvidence} from '../../source/store/evidence.ts';
import {listHandoffs} from '../../source/store/list-handoffs.ts';
import {summarize} from '../../source/store/progress/summarize.ts';
import {readSettings} from '../../source/store/settings/settings.ts';
import {readSnapshot, type Snapshot} from '../../source/store/snapshot.ts';
import type {OpenTally} from './tally.ts';
import {longText, notesOf, sha256Of, tokenWords, type Token} from './tokens.ts';

function countNotes(snapshot: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const action of snapshot.journal)
    if (action.type === 'item/noted') counts.set(action.note, (counts.get(action.note) ?? 0) + 1);
  return counts;
}

function auditNotes(snapshot: Snapshot, told: readonly Token[], tally: OpenTally): void {
  const counts = countNotes(snapshot);
  for (const token of told)
    for (const note of notesOf(token)) if (!counts.has(note)) tally.lost.push(note);
  for (const [note, count] of counts) {
    if (count > 1) tally.doubled.push(`${note}, ${count} times`);
    const pair = /^(pair .*) first$/.exec(note)?.[1];
    const other = /^(pair .*) second$/.exec(note)?.[1];
    const missing = pair ? `${pair} second` : other ? `${other} first` : undefined;
    if (missing !== undefined && !counts.has(missing)) tally.wrong.push(`half a change: ${note}`);
  }
}

/** The newest of a kind by each writer: later ones have taken the place of earlier ones. */
function newest(told: readonly Token[], kind: Token['kind']): Token[] {
  const byWriter = new Map<string, Token>();
  for (const token of told) if (token.kind === kind) byWriter.set(token.writer, token);
  return [...byWriter.values()];
}

/** What was written last and not acknowledged may stand in the place of what was. */
function isSameOrLater(text: string, token: Token): boolean {
  const number = Number(text.split('\n')[0]?.split(' ')[2]);
  return number >= token.number && text === longText({...token, number});
}

function auditTrust(home: string, told: readonly Token[], tally: OpenTally): void {
  const trusted = readSettings(home).trusted.map(({sha256}) => sha256);
  const known = new Set(trusted);
  for (const token of told)
    if (token.kind === 'trust' && !known.has(sha256Of(tokenWords(token))))
      tally.lost.push(tokenWords(token));
  if (known.size < trusted.length) tally.doubled.push('an entry of trust');
}

/** The list has to say of a handoff what its journal says. */
async function auditList(home: string, {handoff}: Snapshot, tally: OpenTally): Promise<void> {
  const {handoffs, broken} = await listHandoffs(home);
  for (const {message} of broken) tally.unopened.push(message);
  const listed = handoffs.find(({id}) => id === handoff.id);
  if (JSON.stringify(listed) !== JSON.stringify(summarize(handoff)))
    tally.wrong.push(`the list says ${JSON.stringify(listed)}`);
}

/** Holds a store against what its writers were told is kept. */
export async function audit(
  home: string,
  id: string,
  told: readonly Token[],
  tally: OpenTally,
): Promise<void> {
  tally.acknowledged += told.length;
  try {
    const snapshot = readSnapshot(home, id);
    auditNotes(snapshot, told, tally);
    auditTrust(home, told, tally);
    await auditList(home, snapshot, tally);
    for (const token of newest(told, 'cursor'))
      if (!(Number(snapshot.position?.item) >= token.number))
        tally.lost.push(`${tokenWords(token)}; it is at ${snapshot.position?.item}`);
  } catch (error) {
    tally.unopened.push(String(error));
  }
  for (const token of newest(told, 'draft'))
    if (!isSameOrLater(readDraft(home, id, token.writer) ?? '', token))
      tally.lost.push(tokenWords(token));
  for (const token of told)
    if (token.kind === 'evidence') {
      const {state} = await readEvidence(home, sha256Of(longText(token)));
      if (state !== 'kept') tally.lost.push(`${tokenWords(token)}, ${state}`);
    }
}

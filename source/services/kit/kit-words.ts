import {plural} from '../../documents/words/plural.ts';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {kitRow} from '../../handoff/kits/received-handoff.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {proofWords} from '../../handoff/standing/issued/told-work.ts';
import {lastProof, proofStanding} from '../../handoff/standing/proof-standing.ts';
import {lastTry} from '../../handoff/session/demonstrations.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords, timeWords} from '../../handoff/time/wording.ts';
import type {Received} from './received.ts';

/** `3 pass, 1 fail`: how a run of the checks went. */
export function outcomeWords(results: readonly {readonly outcome: string}[]): string {
  const counts = new Map<string, number>();
  for (const {outcome} of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

const decided = {
  accepted: 'accepted',
  'accepted-with-conditions': 'accepted with conditions',
  declined: 'declined',
} as const;

/** What was answered, in a line. */
export function entryWords({receiving: {kit}}: Received, entry: AnswerEntry): string {
  switch (entry.kind) {
    case 'checks':
      return `ran ${plural(entry.run.results.length, 'check')}: ${outcomeWords(entry.run.results)}`;
    case 'runbook': {
      const runbook = kit.runbooks.find(({id}) => id === entry.record);
      const title = runbook ? recordTitle(kitRow(kit, runbook)) : entry.record;
      return `ran "${title}": ${entry.isMet ? 'as expected' : 'not as expected'}`;
    }
    case 'demonstration': {
      const task = kit.demonstrations.find(({item}) => item === entry.item)?.text ?? entry.item;
      return `performed "${task}" alone: ${entry.result}${entry.remark ? ` (${entry.remark})` : ''}`;
    }
    case 'question':
      return `asked: ${entry.about ? `${entry.about}: ` : ''}${entry.text}`;
    case 'teach-back':
      return `answered "${entry.asked}": ${entry.said}`;
    case 'decision': {
      const {conditions = [], remarks = ''} = entry;
      const more = [...conditions, remarks].filter((text) => text !== '').join('; ');
      return `${decided[entry.decision]} as ${entry.role}${more === '' ? '' : `: ${more}`}`;
    }
  }
}

/** How a runbook of the kit stands here. */
export function runbookWords({handoff}: Received, id: string, now: string): string {
  const row = handoff.records.find((one) => one.id === id);
  if (!row) return '';
  const isChanging = runbookSteps(row).some((step) => step.isChanging);
  const effect = isChanging ? 'changes the system' : 'only looks';
  const {state} = proofStanding(handoff, row, now);
  return `${effect}, ${lastProof(handoff, id) ? `here ${proofWords[state]}` : 'not run here yet'}`;
}

/** How a demonstration of the kit stands here. */
export function taskWords({handoff}: Received, item: string): string {
  const last = lastTry(handoff, item);
  return last?.result === undefined ? 'not performed here yet' : `here ${last.result}`;
}

/** `Fri 27 Nov 2026 14:03`. */
export function whenWords({handoff: {timeZone}}: Received, at: string): string {
  return `${dateWords(dayIn(timeZone, at), '')} ${timeWords(at, timeZone)}`;
}

/** What a receiver has before them, as the first lines of every index of it. */
export function headWords(received: Received): string[] {
  const {kit, files, signature} = received.opened;
  return [
    `${kit.system}: the kit for ${kit.customer}`,
    `From ${kit.from}, as of ${whenWords(received, kit.asOf)}, ${kit.versionWords}.`,
    `Whole: ${plural(files, 'file')}, all as they were made. ${signature.words}`,
  ];
}

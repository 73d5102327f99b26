import type {Item, Playbook} from '../../playbook/playbook.ts';
import type {Change} from '../changes/catalogue.ts';
import {foldAsked} from '../changes/fold.ts';
import {toAction} from '../changes/journal.ts';
import {createHandoff} from '../changes/kinds/handoff-changes.ts';
import type {Arrival} from '../changes/stamp.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {refusal} from '../rules/refusal.ts';
import type {Refusal} from '../rules/refused.ts';
import type {AnswerEntry} from './answer-file.ts';
import {entryChange, type Answerer} from './entry-change.ts';
import type {Kit} from './kit-file.ts';

/** Stands for the answer that is being written: it has no digest before it is whole. */
const unwritten = '0'.repeat(64);

/** Somebody with a kit before them, and what they have done with it so far. */
export interface Receiving {
  readonly kit: Kit;
  /** The digest of the kit. */
  readonly digest: string;
  /** Who they are. */
  readonly name: string;
  /** Absolute folder in which the checks of the kit lie. */
  readonly folder: string;
  readonly entries: readonly AnswerEntry[];
}

const position = {line: 1, column: 1};

function taskOf({item, text}: Kit['demonstrations'][number]): Item {
  return {
    id: item,
    text,
    isOptional: false,
    isChecked: false,
    commands: [],
    links: [],
    children: [],
    position,
  };
}

function playbookOf({system, demonstrations}: Kit): Playbook {
  const step = {
    id: 'demonstrations',
    title: 'Demonstrations',
    screen: 'demonstrations',
    items: demonstrations.map(taskOf),
    position,
  } as const;
  const phase = {id: 'kit', kind: 'session', title: 'Kit', position, steps: [step]} as const;
  return {title: system, gotchas: [], links: [], notices: [], phases: [phase]};
}

/** The runbook of a kit as a row of its register. */
export function kitRow(
  {asOf, from}: Kit,
  {id, item, fields}: Kit['runbooks'][number],
): HandoffRecord {
  const by = {addedBy: from, changedBy: from, addedAt: asOf, changedAt: asOf};
  return {id, register: 'runbooks', item, fields, ...by};
}

/** As if those who handed it over had imported it: nobody stands on their side for having answered. */
function questionRow({asOf, from}: Kit, {id, item, text}: Kit['questions'][number]): HandoffRecord {
  const by = {addedBy: from, changedBy: from, addedAt: asOf, changedAt: asOf};
  return {id, register: 'teach-back', item, fields: {name: text}, ...by};
}

function arrivalOf({kit}: Receiving, part: number, at: string): Arrival {
  return {answer: unwritten, part, at, by: kit.from};
}

function answererOf({name, digest, kit: {version}}: Receiving): Answerer {
  return {name, kit: digest, version};
}

/** What came with the kit as a handoff, before the receiver has done anything. */
function untouched(receiving: Receiving): Handoff {
  const {kit, digest, name, folder} = receiving;
  const made = createHandoff({
    handoff: kit.handoff,
    customer: kit.customer,
    system: kit.system,
    workspace: folder,
    timeZone: kit.timeZone,
    playbook: playbookOf(kit),
    playbookSource: 'kit',
    id: 'kit',
    at: kit.asOf,
    actor: kit.from,
  });
  const {version, asOf} = kit;
  return {
    ...made,
    records: [
      ...kit.runbooks.map((runbook) => kitRow(kit, runbook)),
      ...kit.questions.map((question) => questionRow(kit, question)),
    ],
    kits: [{kit: digest, version, accepted: {}, asOf, file: '', at: asOf, by: kit.from}],
    answers: [
      {
        answer: unwritten,
        kit: digest,
        version,
        name,
        givenAt: asOf,
        signature: 'unsigned',
        entries: 0,
        taken: [],
        leftOut: [],
        own: {},
        at: asOf,
        by: name,
      },
    ],
  };
}

/**
 * The handoff as the receiver has it: what came with the kit, and what they have done with it. So the same
 * rules and standings hold for them as for those who handed it over.
 */
export function receivedHandoff(receiving: Receiving): Handoff {
  let handoff = untouched(receiving);
  for (const [part, entry] of receiving.entries.entries()) {
    const change = entryChange(entry, answererOf(receiving));
    const {at} = entry;
    const arrival = arrivalOf(receiving, part, at);
    const action = toAction([], change, {id: `entry-${part}`, at, actor: receiving.name, arrival});
    handoff = foldAsked(handoff, [], action);
  }
  return handoff;
}

/** Why something may not be said in an answer now; nothing when it may. */
export function changeRefusal(
  receiving: Receiving,
  change: Change,
  now: string,
): Refusal | undefined {
  const arrival = arrivalOf(receiving, receiving.entries.length, now);
  const asking = {actor: receiving.name, now, arrival};
  return refusal({handoff: receivedHandoff(receiving), journal: []}, change, asking);
}

/** The same of what stands in an answer. */
export function entryRefusal(
  receiving: Receiving,
  entry: AnswerEntry,
  now: string,
): Refusal | undefined {
  return changeRefusal(receiving, entryChange(entry, answererOf(receiving)), now);
}

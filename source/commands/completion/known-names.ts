import {followUps} from '../../handoff/afterwards/follow-ups.ts';
import {nextGate, readGate} from '../../handoff/gates/gates.ts';
import {gateNames} from '../../handoff/model/gate-waiver.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {peopleOf} from '../../handoff/people/people.ts';
import {recordsOf, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {namesFor} from '../../handoff/standing/named-in-rows.ts';
import {registerNames} from '../../playbook/playbook.ts';
import {allItems, stepsOf} from '../../playbook/walk.ts';

/** Something that may stand on the line, and what it is. */
export interface Known {
  readonly value: string;
  readonly about: string;
}

type Names = (handoff: Handoff) => readonly Known[];

const items: Names = ({playbook}) =>
  allItems(playbook).map(({item}) => ({value: item.id, about: item.text}));

const blocks: Names = ({playbook}) =>
  stepsOf(playbook)
    .filter(({step}) => step.screen === 'agenda')
    .flatMap(({step}) => step.items.map((item) => ({value: item.id, about: item.text})));

const people: Names = (handoff) =>
  peopleOf(handoff).map(({name, role, side}) => ({value: name, about: role ?? side ?? ''}));

/** What a value may be by its name in the help, as the handoff has it. */
export const knownNames: Readonly<Record<string, Names>> = {
  item: items,
  task: items,
  block: blocks,
  step: ({playbook}) => stepsOf(playbook).map(({step}) => ({value: step.id, about: step.title})),
  row: ({records}) =>
    records.map((row) => ({value: recordTitle(row), about: registers[row.register].one})),
  runbook: (handoff) =>
    recordsOf(handoff, 'runbooks').map((row) => ({value: recordTitle(row), about: 'runbook'})),
  register: () => registerNames.map((value) => ({value, about: registers[value].title})),
  check: (handoff) => namesFor(handoff, 'check').map((value) => ({value, about: 'check'})),
  person: people,
  note: ({session}) => session.notes.map(({id, text}) => ({value: id, about: text})),
  point: (handoff) => followUps(handoff).map(({id, text}) => ({value: id, about: text})),
  gate: () => gateNames.map((value) => ({value, about: 'gate'})),
  requirement(handoff) {
    const gate = nextGate(handoff);
    const missing = gate ? readGate(handoff, gate, new Date().toISOString()).missing : [];
    return missing.map(({id, text}) => ({value: id, about: text}));
  },
};

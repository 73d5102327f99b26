import {followUpId} from '../../../handoff/afterwards/follow-up-id.ts';
import type {Change} from '../../../handoff/changes/catalogue.ts';
import {gateTitles, readGate} from '../../../handoff/gates/gates.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {stepWith} from '../../../handoff/model/place.ts';
import {readAgenda, type AgendaState} from '../../../handoff/session/agenda-state.ts';
import {firstBlock} from '../../../handoff/session/first-block.ts';
import {giversOf} from '../../../handoff/session/givers.ts';
import {readStart} from '../../../handoff/session/plan-date.ts';
import {readLength} from '../../../handoff/session/plan-length.ts';
import {plannedPart} from '../../../handoff/session/planned-part.ts';
import {readClock} from '../../../handoff/session/session-clock.ts';
import {Problem} from '../../../problem.ts';
import {oneLine} from '../../../services/one-line.ts';
import {changesByFields, readValues} from '../read-values.ts';
import {findBlock} from '../find-named.ts';
import {textIn, type Moment} from '../typed.ts';
import type {MakeChanges, Making} from './maker.ts';

function agendaOf({handoff, now}: Moment): AgendaState | undefined {
  const step = stepWith(handoff.playbook, 'agenda');
  return step && readAgenda(handoff, step, now);
}

type Planned = Omit<Extract<Change, {type: 'session/planned'}>, 'type'>;

/** What is said of the plan; what is not said stays as it was planned. */
export const planSession: MakeChanges = ({typed, moment: {handoff, now}}) => {
  const {draft} = plannedPart(handoff, now);
  const {plan, blocks} = draft;
  const [when, length, place] = [
    typed.arguments['when'],
    typed.options['minutes'],
    typed.options['place'],
  ].map(textIn);
  const start = when === undefined ? plan : readStart(when, {timeZone: handoff.timeZone, now});
  if (!start)
    throw new Problem('Nothing says when the session is.', 'Say it, such as "thu 14:00".');
  if ('problem' in start) throw new Problem(start.problem);
  const read =
    length === undefined
      ? {minutes: plan?.minutes ?? draft.minutes}
      : readLength(length, blocks, handoff.playbook.gates?.sessionMinutes);
  if ('problem' in read) throw new Problem(read.problem);
  const where = place === undefined ? plan?.place : oneLine(place);
  const planned: Planned = {
    startsAt: start.startsAt,
    timeZone: start.timeZone,
    minutes: read.minutes,
    ...(where ? {place: where} : {}),
  };
  return [{type: 'session/planned', ...planned}];
};

/** The start, and the block at which there is work left. */
export const startSession: MakeChanges = ({moment}) => {
  const step = stepWith(moment.handoff.playbook, 'agenda');
  const agenda = agendaOf(moment);
  const block = step && agenda && firstBlock(step, agenda);
  return [
    {type: 'session/started'},
    ...(block ? [{type: 'session/block-entered', block: block.id} as const] : []),
  ];
};

/** A block by its name, or the one after that which runs. */
export const enterBlock: MakeChanges = ({command, typed, moment}) => {
  if (textIn(typed.arguments['block'])?.trim().toLowerCase() !== 'next')
    return changesByFields(command, typed, moment);
  const agenda = agendaOf(moment);
  const at = agenda?.blocks.findIndex(({item}) => item.id === agenda.clock.block) ?? -1;
  const next = agenda?.blocks[at + 1]?.item;
  if (!next)
    throw new Problem(
      'No block comes after the one that runs.',
      'End the session with "handoff-wizard session end".',
    );
  return [{type: 'session/block-entered', block: next.id}];
};

/** Minutes from what can give them. */
export const moveTime: MakeChanges = ({typed, moment}) => {
  const {handoff} = moment;
  const agenda = agendaOf(moment);
  const [to, from] = [typed.options['to'], typed.options['from']].map(textIn);
  const running = agenda?.blocks.find(({state}) => state === 'running')?.item.id;
  const getter = to === undefined ? running : findBlock(handoff, to);
  if (getter === undefined || !agenda)
    throw new Problem('No block is running.', 'Start the session, or name a block with --to.');
  const giver = findBlock(handoff, from ?? '');
  const minutes = Number(textIn(typed.arguments['minutes']));
  if (!Number.isInteger(minutes) || minutes < 1)
    throw new Problem('Only whole minutes are moved.', 'Write how many, such as 5.');
  const givers = giversOf(agenda);
  const canGive = givers.find(({id}) => id === giver)?.canGive ?? 0;
  if (minutes <= canGive) return [{type: 'session/time-moved', from: giver, to: getter, minutes}];
  const able = givers.filter((one) => one.canGive > 0);
  throw new Problem(
    `${giver} can give ${canGive === 0 ? 'nothing' : `${canGive} min`}.`,
    able.length === 0
      ? 'No block has a minute to give; plan a second part with "handoff-wizard session plan".'
      : `These can give: ${able.map(({id, canGive: most}) => `${id} ${most} min`).join(', ')}.`,
  );
};

/** A note of the session, in the block that runs where none is named. */
function noted({command, typed, moment}: Making): Change {
  const faces = command.makes['session/noted'] ?? {};
  const {block: running} = readClock(moment.handoff.session, moment.now);
  const values = readValues('session/noted', faces, typed, moment);
  return {
    type: 'session/noted',
    ...(running === undefined ? {} : {block: running}),
    ...values,
  } as Change;
}

/** What was said, with the block that runs; an action with who sees to it and by when. */
export const keepNote: MakeChanges = (making) => {
  const {command, typed, moment, idOf} = making;
  const faces = command.makes['follow-up/changed'];
  const said = faces ? readValues('follow-up/changed', faces, typed, moment) : {};
  if (Object.keys(said).length === 0) return [noted(making)];
  const followUp = followUpId({kind: 'action', subject: idOf(0)});
  return [noted(making), {type: 'follow-up/changed', followUp, ...said}];
};

function requireOver({handoff, now}: {readonly handoff: Handoff; readonly now: string}): void {
  const {missing} = readGate(handoff, 'handover', now);
  const [first] = missing;
  if (!first) return;
  const more = missing.length > 1 ? ` ${missing.length - 1} more are missing.` : '';
  throw new Problem(
    `${gateTitles.handover}: ${first.text}${more}`,
    'See "handoff-wizard gate handover"; --part ends this part, and the next one is for what is missing.',
  );
}

/** The end, once nothing is missing, or of a part. */
export const endSession: MakeChanges = ({typed, moment}) => {
  const {state} = readClock(moment.handoff.session, moment.now);
  if ((state === 'running' || state === 'paused') && typed.options['part'] !== true)
    requireOver(moment);
  return [{type: 'session/ended'}];
};

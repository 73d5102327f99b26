import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import {firstBlock, isWorkLeft} from '../../../handoff/session/first-block.ts';
import {currentDriver} from '../../../handoff/session/driver-share.ts';
import {stepWith} from '../../../handoff/model/place.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {itemKey} from '../../list/selected-line.ts';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import {isSessionOpen} from '../../../handoff/rules/session-rules.ts';
import {passGate} from '../pass-gate.ts';
import {askToEnd} from '../../gate/ask-to-end.ts';
import {refusalWords} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';
import {lacking, lastMinutes, openBreak, topicsAre} from './alerts.ts';
import {askForAction} from './action.ts';
import {askToLog} from './asks.ts';
import {correct} from './correct.ts';
import {askForNextPart} from './next-part.ts';
import {agendaBindings} from './bindings.ts';

interface SessionKeyOptions {
  readonly view: View;
  readonly agenda: AgendaState;
  readonly onTakeTime: () => void;
  readonly onLargeClock: () => void;
}

/** Starts the session, or after its end the next part of it, at the first block with work left. */
function beginSession(view: View, agenda: AgendaState): void {
  const {part, clock} = agenda;
  const isLeft = (item: Item) => isWorkLeft(item, agenda);
  const first = firstBlock(view.step, agenda);
  const name = clock.state === 'ended' ? `Part ${part + 1} of the session` : 'Session';
  void view.dispatch(
    [
      {type: 'session/started'},
      ...(first ? [{type: 'session/block-entered', block: first.id} as const] : []),
    ],
    {
      said: `${name} started${first ? `: ${first.text}` : ''}.`,
      ...(first
        ? {select: itemKey(first.children.find(isLeft) ?? first.children[0] ?? first)}
        : {}),
    },
  );
}

/** Asks whether to end, once nothing is missing; else shows what is. */
function endOrShow({view, agenda}: SessionKeyOptions): void {
  const {length} = agenda.uncovered;
  passGate(
    view,
    'handover',
    () =>
      void askToEnd(view, {
        label: 'End the session',
        open: length > 0 ? `${topicsAre(length)} not covered yet. ` : '',
        said: 'The session has ended. Due dates are set.',
      }),
  );
}

function startKey({view, agenda}: SessionKeyOptions): KeyAction {
  const {state} = agenda.clock;
  const isOver = state === 'ended' && agenda.uncovered.length === 0 && agenda.short.length === 0;
  return {
    binding: agendaBindings.startSession,
    isPrimary: true,
    ...(state === 'ended' ? {label: `start part ${agenda.part + 1}`} : {}),
    // A further part is held because of what the gate found missing in the first one.
    run: () =>
      state === 'ended'
        ? beginSession(view, agenda)
        : passGate(view, 'session', () => beginSession(view, agenda)),
    ...(isOver
      ? {offBecause: 'The session has ended with every topic covered and every block in its time.'}
      : state === 'running' || state === 'paused'
        ? {offBecause: 'The session has started already.'}
        : {}),
  };
}

function nextBlockKey(options: SessionKeyOptions): KeyAction {
  const {view, agenda} = options;
  const {blocks, clock} = agenda;
  const next = blocks[blocks.findIndex(({item}) => item.id === clock.block) + 1]?.item;
  return {
    binding: agendaBindings.nextBlock,
    isPrimary: true,
    run() {
      if (!next) return endOrShow(options);
      return view.dispatch([{type: 'session/block-entered', block: next.id}], {
        said: `Now: ${next.text}`,
        select: itemKey(next.children[0] ?? next),
      });
    },
  };
}

function driverKey({view}: SessionKeyOptions): KeyAction {
  const next = currentDriver(view.handoff.session) === 'customer' ? 'engineer' : 'customer';
  return {
    binding: agendaBindings.driver,
    isPrimary: true,
    label: `${next} drives`,
    run: () =>
      void view.dispatch([{type: 'session/driver-changed', driver: next}], {
        said: `The ${next} drives.`,
      }),
  };
}

function demonstrateKey({view}: SessionKeyOptions): KeyAction {
  const step = stepWith(view.handoff.playbook, 'demonstrations');
  return {
    binding: agendaBindings.demonstrate,
    isPrimary: true,
    run: () => step && view.goTo({step: step.id}, {isDetour: true}),
    ...(step ? {} : {offBecause: 'The playbook has no demonstrations.'}),
  };
}

function breakKey({view}: SessionKeyOptions): KeyAction {
  const sleep = openBreak(view);
  return {
    binding: agendaBindings.countBreak,
    isPrimary: sleep !== undefined,
    run() {
      if (!sleep) return;
      const {startedAt, endedAt} = sleep;
      void view.dispatch([{type: 'session/break-counted', startedAt, endedAt}], {
        said: 'Counted as a break; the clock leaves it out.',
      });
    },
    ...(sleep ? {} : {offBecause: 'The clock has gone on without a gap.'}),
  };
}

/** The keys that run the session, the likeliest next one first. */
export function sessionKeys(options: SessionKeyOptions): KeyLayer {
  const {view, agenda, onTakeTime, onLargeClock} = options;
  const {state} = agenda.clock;
  const isPaused = state === 'paused';
  const closed = refusalWords(
    isSessionOpen(
      view.handoff,
      {type: 'session/paused'},
      {
        actor: view.services.actor,
        now: view.now(),
      },
    ),
  );
  const whileOpen = closed === undefined ? {} : {offBecause: closed};
  const isLeft = agenda.uncovered.length > 0 || lacking(agenda).length > 0;
  const needsPlan = isLeft && state !== 'planned';
  const isShort = needsPlan && agenda.left <= lastMinutes && !agenda.nextPlan;
  return [
    startKey(options),
    ...(openBreak(view) ? [breakKey(options)] : []),
    {...nextBlockKey(options), ...whileOpen},
    // Before and after the session, t is the note of the item, as on every step.
    ...(closed === undefined
      ? [
          {
            binding: agendaBindings.sessionNote,
            run: () => void askToLog(view, agenda, 'note'),
            isPrimary: true,
          } as const,
        ]
      : []),
    {
      binding: agendaBindings.question,
      run: () => void askToLog(view, agenda, 'question'),
      isPrimary: true,
      ...whileOpen,
    },
    {
      binding: agendaBindings.sessionAction,
      run: () => void askForAction(view, agenda),
      isPrimary: true,
      ...whileOpen,
    },
    {...demonstrateKey(options), ...whileOpen},
    {
      binding: agendaBindings.pauseSession,
      isPrimary: true,
      label: isPaused ? 'go on' : 'pause',
      run: () =>
        void view.dispatch([{type: isPaused ? 'session/resumed' : 'session/paused'}], {
          said: isPaused ? 'The clock runs again.' : 'Paused.',
        }),
      ...whileOpen,
    },
    {...driverKey(options), ...whileOpen},
    {binding: agendaBindings.takeTime, run: onTakeTime, isPrimary: true, ...whileOpen},
    {
      binding: agendaBindings.planNext,
      isPrimary: isShort,
      label: `plan part ${agenda.part + 1}`,
      run: () => askForNextPart(view, agenda),
      ...(needsPlan
        ? {}
        : {
            offBecause:
              state === 'planned'
                ? 'Plan a second part once the first one runs.'
                : 'Every topic is covered; no second part is needed.',
          }),
    },
    {binding: agendaBindings.largeClock, run: onLargeClock, isPrimary: true, ...whileOpen},
    {
      binding: agendaBindings.endSession,
      run: () => endOrShow(options),
      isPrimary: true,
      ...whileOpen,
    },
    ...(openBreak(view) ? [] : [breakKey(options)]),
    {
      binding: agendaBindings.correctSession,
      isPrimary: state === 'ended',
      run: () => void correct(view),
      ...(closed === undefined && agenda.clock.leftOpenSince === undefined
        ? {offBecause: 'The session goes on; it is corrected once it has ended.'}
        : {}),
    },
  ];
}

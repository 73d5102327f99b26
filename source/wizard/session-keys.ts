import type {SessionClock} from '../handoff/session-clock.ts';
import type {KeyAction, KeyLayer} from './keys/layer.ts';
import {passGate} from './pass-gate.ts';
import type {View} from './view.ts';

/** What the session screen can ask for. */
export type SessionQuestion =
  | {readonly kind: 'note'}
  | {readonly kind: 'question'}
  | {readonly kind: 'answer'; readonly note: string}
  | {readonly kind: 'end'};

const notStarted = 'The session has not started. Start it with s.';
const ended = 'The session has ended. Undo with u if that was a mistake.';

/** The keys that run the session, the likeliest next one first. */
export function sessionKeys(
  view: View,
  clock: SessionClock,
  ask: (question: SessionQuestion) => void,
): KeyLayer {
  const blocks = view.step.items;
  const next = blocks[blocks.findIndex(({id}) => id === clock.block) + 1];
  const whileOpen =
    clock.state === 'planned'
      ? {offBecause: notStarted}
      : clock.state === 'ended'
        ? {offBecause: ended}
        : {};
  function begin(): void {
    const [first] = blocks;
    view.dispatch(
      [
        {type: 'session/started'},
        ...(first ? [{type: 'session/block-entered', block: first.id} as const] : []),
      ],
      {
        said: `Session started${first ? `: ${first.text}` : ''}.`,
        ...(first ? {select: first.children[0]?.id ?? first.id} : {}),
      },
    );
  }
  const start: KeyAction = {
    action: 'startSession',
    isPrimary: true,
    run: () => passGate(view, 'session', begin),
    ...(clock.state === 'planned' ? {} : {offBecause: 'The session has started already.'}),
  };
  return [
    start,
    {
      action: 'nextBlock',
      isPrimary: true,
      run() {
        if (!next) return ask({kind: 'end'});
        return view.dispatch([{type: 'session/block-entered', block: next.id}], {
          said: `Now: ${next.text}`,
          select: next.children[0]?.id ?? next.id,
        });
      },
      ...whileOpen,
    },
    {action: 'sessionNote', run: () => ask({kind: 'note'}), isPrimary: true, ...whileOpen},
    {action: 'question', run: () => ask({kind: 'question'}), isPrimary: true, ...whileOpen},
    {
      action: 'pauseSession',
      isPrimary: true,
      label: clock.state === 'paused' ? 'go on' : 'pause',
      run: () =>
        view.dispatch([{type: clock.state === 'paused' ? 'session/resumed' : 'session/paused'}], {
          said: clock.state === 'paused' ? 'The clock runs again.' : 'Paused.',
        }),
      ...whileOpen,
    },
    {
      action: 'endSession',
      run: () => passGate(view, 'handover', () => ask({kind: 'end'})),
      isPrimary: true,
      ...whileOpen,
    },
  ];
}

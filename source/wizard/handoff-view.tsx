import {useState, useSyncExternalStore} from 'react';
import {useApp} from 'ink';
import {stepItems} from '../handoff/items/items.ts';
import {stepsOf} from '../playbook/walk.ts';
import type {GateName} from '../handoff/model/gate-waiver.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {lineKey, type Place} from '../handoff/model/place.ts';
import {itemStanding} from '../handoff/standing/item-standing.ts';
import type {Step} from '../playbook/playbook.ts';
import {isComplete, stepProgress} from '../handoff/items/progress.ts';
import type {CursorPosition} from '../store/progress/cursor.ts';
import type {LiveHandoff, UndoOptions} from '../store/live-handoff.ts';
import {RefusedError} from '../store/refused-error.ts';
import type {Message} from './frame/message.ts';
import {itemKey} from './list/selected-line.ts';
import {Obstacles} from './gate/obstacles.tsx';
import {StepScreen} from './steps/step-screen.tsx';
import {asksForMore, TakeBack, type Pending} from './asking/take-back.tsx';
import {asksForReason} from './asking/refusal-words.ts';
import {problemMessage} from './frame/problem-message.ts';
import type {Services} from '../services/services.ts';
import {usePosition} from './use-position.ts';
import {useSleep} from './use-sleep.ts';
import type {View} from './view.ts';

/** Lets keys wait while a change is being saved, since what they do depends on it. */
export type HoldKeys = (work: Promise<unknown>) => void;

interface HandoffViewProps {
  readonly holdKeysDuring: HoldKeys;
  readonly live: LiveHandoff;
  readonly services: Services;
  readonly onLeave: () => void;
  readonly onQuit: () => void;
}

function firstOpen(handoff: Handoff, step: Step) {
  return stepItems(step).find(({id}) => itemStanding(handoff, id).status === 'open');
}

/** What has to be known of the journal before anything is done with the handoff. */
function openingMessage(live: LiveHandoff): Message | undefined {
  const [first, ...more] = live
    .notices()
    .filter(({tone}) => tone !== 'muted')
    .toSorted((a, b) => Number(b.tone === 'danger') - Number(a.tone === 'danger'));
  if (first === undefined) return undefined;
  const rest = more.length > 0 ? ` ${more.length} more: "handoff-wizard status" has them.` : '';
  return {text: `${first.text}${rest}`, token: first.tone};
}

/** One open handoff: holds where the cursor is, and turns what screens ask for into actions. */
export function HandoffView(props: HandoffViewProps) {
  const {live, services, holdKeysDuring, onLeave, onQuit} = props;
  const {handoff} = useSyncExternalStore(live.subscribe, live.snapshot);
  const {position, moveTo: moveCursor, follow} = usePosition(live);
  const sleep = useSleep(live, services);
  const [message, setMessage] = useState(() => openingMessage(live));
  const [pending, setPending] = useState<Pending>();
  const [origin, setOrigin] = useState<CursorPosition>();
  const [obstacles, showObstacles] = useState<{readonly gate: GateName | undefined}>();
  const {suspendTerminal} = useApp();

  const places = stepsOf(handoff.playbook);
  const index = Math.max(
    0,
    places.findIndex(({step}) => step.id === position.step),
  );
  const place = places[index];
  if (!place) throw new Error('A playbook without a step was loaded.');

  function moveTo(next: CursorPosition): void {
    moveCursor(next);
    setMessage(undefined);
  }

  function goTo({step, line}: Place, {isDetour} = {isDetour: false}): void {
    if (step !== position.step) setOrigin(isDetour ? position : undefined);
    const target = places.find((other) => other.step.id === step)?.step;
    // Checks and the plan are read from the top; in every other step the first open item comes next.
    const hasOwnTop = target?.screen === 'checks' || target?.screen === 'plan';
    const open = hasOwnTop ? undefined : target && firstOpen(handoff, target);
    const selected = line ? lineKey(line) : itemKey(open);
    moveTo({step, ...(selected === undefined ? {} : {item: selected})});
  }

  const attempt = (work: Promise<Message | undefined>) => {
    holdKeysDuring(work);
    work.then(setMessage, (error: unknown) => setMessage(problemMessage(error)));
  };

  function takeBack(options: UndoOptions): void {
    setPending(undefined);
    attempt(
      live.undo(options).then(
        (words) =>
          words
            ? {text: `Taken back: ${words}. U puts it back.`, token: 'accent'}
            : {text: 'There is nothing of yours to take back.', token: 'muted'},
        (error: unknown) => {
          if (!(error instanceof RefusedError) || !asksForMore(error.refusal)) throw error;
          setPending({title: 'Take back', refusal: error.refusal, options, retry: takeBack});
          return undefined;
        },
      ),
    );
  }

  function leave(): void {
    if (!origin) return onLeave();
    setOrigin(undefined);
    return moveTo(origin);
  }

  const view: View = {
    handoff,
    ...place,
    selected: position.item,
    message,
    now: services.now,
    services,
    live,
    sleep,
    say: setMessage,
    select: (item) => moveTo({step: place.step.id, item}),
    goTo,
    isDetour: origin !== undefined,
    goToNextStep() {
      const next = [...places.slice(index + 1), ...places.slice(0, index)].find(
        ({step}) => !isComplete(stepProgress(handoff, step)),
      );
      if (next) goTo({step: next.step.id});
      else setMessage({text: 'Everything is settled.', token: 'success'});
    },
    dispatch(changes, {select, said} = {}) {
      const item = select ?? position.item;
      const next = {step: place.step.id, ...(item === undefined ? {} : {item})};
      attempt(
        live.dispatch(changes, next).then(
          (notice) => {
            follow(next);
            if (notice) return {text: notice, token: 'warning'};
            return said ? {text: said, token: 'success'} : undefined;
          },
          (error: unknown) => {
            if (!(error instanceof RefusedError) || !asksForReason(error.refusal)) throw error;
            view.askReason(error.refusal, (reason) =>
              view.dispatch(live.withReason(changes, reason), {
                ...(select === undefined ? {} : {select}),
                ...(said === undefined ? {} : {said}),
              }),
            );
            return undefined;
          },
        ),
      );
    },
    askReason(refusal, onReason) {
      setPending({
        title: 'Say why',
        refusal,
        options: {},
        retry({reason}) {
          setPending(undefined);
          if (reason !== undefined) onReason(reason);
        },
      });
    },
    undo: () => takeBack({}),
    redo: () =>
      attempt(
        live
          .redo()
          .then((words) =>
            words
              ? {text: `Put back: ${words}.`, token: 'accent'}
              : {text: 'There is nothing to put back.', token: 'muted'},
          ),
      ),
    editExternally(item) {
      const id = item.id;
      attempt(
        (async () => {
          const before =
            services.readDraft(handoff.id, id) ??
            itemStanding(live.snapshot().handoff, id).text ??
            '';
          let text = before;
          await suspendTerminal(async () => {
            text = await services.editExternally(before);
            // The editor may have left the cursor anywhere; Ink draws from its column.
            process.stdout.write('\r');
          });
          if (text === before) return {text: 'Nothing was changed.', token: 'muted'};
          const notice = await live.dispatch([{type: 'item/written', item: id, text}]);
          await services.dropDraft(handoff.id, id);
          return notice
            ? {text: notice, token: 'warning'}
            : {text: `Written: ${item.text}`, token: 'success'};
        })(),
      );
    },
    holdKeysDuring,
    showObstacles,
    leave,
    quit: onQuit,
  };
  if (pending)
    return <TakeBack view={view} pending={pending} onLeave={() => setPending(undefined)} />;
  if (obstacles) return <Obstacles view={view} gate={obstacles.gate} />;
  return <StepScreen view={view} key={place.step.id} />;
}

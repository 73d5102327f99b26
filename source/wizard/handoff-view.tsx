import {Activity, useState, useSyncExternalStore} from 'react';
import {stepItems} from '../handoff/items/items.ts';
import {stepsOf} from '../playbook/walk.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import type {Change} from '../handoff/changes/catalogue.ts';
import {lineKey, type Place} from '../handoff/model/place.ts';
import {isAskedFor} from '../handoff/items/asked.ts';
import {itemStanding} from '../handoff/standing/item-standing.ts';
import type {Screen, Step} from '../playbook/playbook.ts';
import type {CursorPosition} from '../store/progress/cursor.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import {RefusedError} from '../store/refused-error.ts';
import type {Message} from './frame/message.ts';
import {itemKey} from './list/selected-line.ts';
import {stepScreens} from './steps/step-screens.tsx';
import {inStepFrame} from './frame/step-frame.tsx';
import {askWhy} from './asking/reasons.ts';
import {draftsOf} from './asking/text-drafts.ts';
import {useAsking} from './asking/use-asking.ts';
import type {Ask} from './asking/ask.ts';
import {asksForReason} from './asking/refusal-words.ts';
import {problemMessage} from './frame/problem-message.ts';
import type {Services} from '../services/services.ts';
import {arriving, isLive, usePosition} from './use-position.ts';
import {useNewVersion} from './playbook/use-new-version.ts';
import {useOvertime} from './use-overtime.ts';
import {useNews, useSeenNews} from './sharing/use-news.ts';
import {useOffers} from './offers/use-offers.ts';
import {useSleep} from './use-sleep.ts';
import {useToldProgress} from './use-told-progress.ts';
import type {HoldKeys} from './keys/hold-keys.ts';
import {useTerminal} from './terminal/terminal.ts';
import type {DispatchOptions} from './run-view.ts';
import type {Over, View} from './view.ts';

interface HandoffViewProps {
  readonly holdKeysDuring: HoldKeys;
  readonly live: LiveHandoff;
  readonly services: Services;
  readonly onLeave: () => void;
  readonly onQuit: () => void;
}

function firstOpen(handoff: Handoff, step: Step) {
  return stepItems(step).find(
    (item) => isAskedFor(handoff, item) && itemStanding(handoff, item.id).status === 'open',
  );
}

/** A handoff without a row begins with what need not be typed, as long as there is time for it. */
function firstOffer(live: LiveHandoff): Message | undefined {
  const {handoff} = live.snapshot();
  const isFresh = handoff.records.length === 0 && handoff.draftLooks.length === 0;
  return isFresh && handoff.session.startedAt === undefined
    ? {
        text: `F looks at what is deployed in ${handoff.workspace}, and offers it: what it tells need not be typed.`,
        token: 'accent',
      }
    : undefined;
}

/** What has to be known of the journal before anything is done with the handoff. */
function openingNotice(live: LiveHandoff): Message | undefined {
  const [first, ...more] = live
    .notices()
    .filter(({tone}) => tone !== 'muted')
    .toSorted((a, b) => Number(b.tone === 'danger') - Number(a.tone === 'danger'));
  if (first === undefined) return undefined;
  const rest = more.length > 0 ? ` ${more.length} more: "handoff-wizard status" has them.` : '';
  return {text: `${first.text}${rest}`, token: first.tone};
}

const ownTop: ReadonlySet<Screen> = new Set(['checks', 'plan', 'follow-ups']);

/** One open handoff: holds where the cursor is, and turns what screens ask for into actions. */
export function HandoffView(props: HandoffViewProps) {
  const {live, services, holdKeysDuring, onLeave, onQuit} = props;
  const {handoff} = useSyncExternalStore(live.subscribe, live.snapshot);
  const {position, moveTo: moveCursor, follow} = usePosition(live);
  const sleep = useSleep(live, services);
  useOvertime(live, services.now);
  const [offer] = useState(() => firstOffer(live));
  const news = useNews(live, services.actor);
  const [message, setMessage] = useState(() => openingNotice(live) ?? news.opening ?? offer);
  useSeenNews(live, news, message);
  useNewVersion(live, services, (text) =>
    setMessage((is) => (is === undefined || is === offer ? {text, token: 'accent'} : is)),
  );
  const tellProgressOf = useToldProgress(setMessage);
  const [discarded, setDiscarded] = useState<Message>();
  const [origin, setOrigin] = useState<CursorPosition>();
  const [over, setOver] = useState<{readonly draw: Over}>();
  const terminal = useTerminal();

  const places = stepsOf(handoff.playbook);
  const index = Math.max(
    0,
    places.findIndex(({step}) => step.id === position.step),
  );
  const place = places[index];
  if (!place) throw new Error('A playbook without a step was loaded.');
  const {phase, step} = place;
  const offers = useOffers(services, handoff, step);

  function moveTo(next: CursorPosition): void {
    moveCursor(next);
    setMessage(undefined);
  }

  function goTo({step: id, line}: Place, {isDetour} = {isDetour: false}): void {
    if (id !== position.step) setOrigin(isDetour ? position : undefined);
    const target = places.find((other) => other.step.id === id)?.step;
    // In a step that has more than items to settle, the step itself says where the cursor begins.
    const hasOwnTop =
      target !== undefined && (ownTop.has(target.screen) || isLive(handoff, target));
    const open = hasOwnTop ? undefined : target && firstOpen(handoff, target);
    const selected = line ? lineKey(line) : itemKey(open);
    moveTo({step: id, ...(selected === undefined ? {} : {item: selected})});
  }

  const asking = useAsking({
    draftsOf: ({label, about}) =>
      draftsOf(
        services,
        handoff.id,
        ['question', step.id, position.item, about?.title, label].join(' '),
      ),
    holdKeysDuring,
    say,
  });

  function ask(asked: Ask): Promise<string | undefined> {
    setMessage(undefined);
    return asking.ask(asked);
  }

  /** Does something that may fail, and says how it went; keys wait for it. */
  function attempt(work: Promise<Message | undefined>): void {
    holdKeysDuring(work);
    work.then(setMessage, (error: unknown) => setMessage(problemMessage(error)));
  }

  function say(next: Message | undefined): void {
    if (next?.takeBack) setDiscarded(next);
    setMessage(next);
  }

  /** What was discarded last comes back first; then the changes, one by one. */
  const bringBack = discarded?.takeBack;
  function bringBackOnce(): Promise<Message | undefined> {
    setDiscarded(undefined);
    return bringBack?.() ?? Promise.resolve(undefined);
  }

  async function dispatch(
    changes: readonly Change[],
    {select, said, isPartly = false}: DispatchOptions = {},
  ): Promise<boolean> {
    const at = (item = position.item) => ({
      step: step.id,
      ...(item === undefined ? {} : {item}),
    });
    const next = at(typeof select === 'string' ? select : undefined);
    const work = live.dispatch(changes, next);
    holdKeysDuring(work);
    try {
      const notice = await work;
      setDiscarded(undefined);
      if (typeof select === 'function') moveCursor(at(select(live.snapshot().handoff)));
      else follow(next);
      if (notice) setMessage({text: notice, token: 'warning'});
      else setMessage(said ? {text: said, token: isPartly ? 'warning' : 'success'} : undefined);
      return true;
    } catch (error) {
      if (!(error instanceof RefusedError) || !asksForReason(error.refusal)) {
        setMessage(problemMessage(error));
        return false;
      }
      const reason = await askWhy(ask, 'Say why', error.refusal);
      if (reason === undefined) return false;
      return dispatch(live.withReason(changes, reason), {
        select,
        isPartly,
        ...(said ? {said} : {}),
      });
    }
  }

  function leave(): void {
    if (!origin) return onLeave();
    setOrigin(undefined);
    return moveTo(arriving(handoff, origin));
  }

  const Screen = stepScreens[step.screen];
  const view: View = {
    handoff,
    phase,
    step,
    selected: position.item,
    message,
    now: services.now,
    services,
    live,
    folder: handoff.workspace,
    news: news.news,
    offers,
    sleep,
    asked: asking.open,
    say,
    tellProgressOf,
    ask,
    open(draw) {
      setMessage(undefined);
      setOver({draw});
    },
    frame: (layer, draw) => inStepFrame(view, layer, draw),
    select: (item) => moveTo({step: step.id, item}),
    goTo,
    isDetour: origin !== undefined,
    dispatch,
    discarded: bringBack && bringBackOnce,
    editExternally(item) {
      const id = item.id;
      attempt(
        (async () => {
          const before =
            services.readDraft(handoff.id, id) ??
            itemStanding(live.snapshot().handoff, id).text ??
            '';
          const keep = (text: string) => services.keepDraft(handoff.id, id, text);
          const edited = await terminal.lend(() => services.editExternally(before, keep));
          if ('unchangedIn' in edited)
            return {
              text: `Nothing was changed. If the editor is still open, what it saves is kept in ${edited.unchangedIn}`,
              token: 'muted',
            };
          const {text} = edited;
          const notice = await live.dispatch([{type: 'item/written', item: id, text}]);
          await services.dropDraft(handoff.id, id);
          return notice
            ? {text: notice, token: 'warning'}
            : {text: `Written: ${item.text}`, token: 'success'};
        })(),
      );
    },
    async editFile(file, line) {
      const work = terminal.lend(() => services.openInEditor(file, line));
      holdKeysDuring(work);
      await work.catch((error: unknown) => setMessage(problemMessage(error)));
    },
    copy(text) {
      terminal.copy(text);
      setMessage({text: 'Copied, if your terminal allows it.', token: 'muted'});
    },
    holdKeysDuring,
    leave,
    quit: onQuit,
  };
  return (
    <>
      {/* Under a screen that is open over it, a step keeps what it was like: its folds, its clock. */}
      <Activity mode={over ? 'hidden' : 'visible'}>
        <Screen view={view} key={step.id} />
      </Activity>
      {over?.draw(view, () => setOver(undefined))}
    </>
  );
}

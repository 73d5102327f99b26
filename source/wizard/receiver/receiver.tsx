import {Activity, useMemo, useState, useSyncExternalStore} from 'react';
import {entryWords} from '../../services/kit/kit-words.ts';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import {draftsOf} from '../asking/text-drafts.ts';
import {useAsking} from '../asking/use-asking.ts';
import type {Message} from '../frame/message.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {HoldKeys} from '../keys/hold-keys.ts';
import type {DispatchOptions} from '../run-view.ts';
import {useSelection} from '../steps/use-selection.ts';
import {useTerminal} from '../terminal/terminal.ts';
import {useRestingSave} from '../use-resting-save.ts';
import {inKitFrame} from './kit-frame.tsx';
import {KitIndex} from './kit-index.tsx';
import type {KitOver, KitView} from './kit-view.ts';
import {receiverRows} from './receiver-rows.ts';

interface ReceiverProps {
  readonly services: ReceiverServices;
  readonly holdKeysDuring: HoldKeys;
  /** Folder the program was started in: runbooks run there. */
  readonly folder: string;
  readonly onQuit: () => void;
}

interface OpenOver {
  readonly id: number;
  readonly draw: KitOver;
}

/** An open kit: holds where the cursor is and what is open over the index, and keeps what is answered. */
export function Receiver({services, holdKeysDuring, folder, onQuit}: ReceiverProps) {
  const {live, now} = services;
  const received = useSyncExternalStore(live.subscribe, live.received);
  const {digest} = received.opened;
  const [message, setMessage] = useState<Message>();
  const [discarded, setDiscarded] = useState<Message>();
  const [overs, setOvers] = useState<readonly OpenOver[]>([]);
  const [wanted, setWanted] = useState(services.readPlace);
  const {saveLater} = useRestingSave(services.savePlace);
  const terminal = useTerminal();
  const rows = useMemo(() => receiverRows(received, now()), [received, now]);
  const selected = useSelection(rows, wanted, undefined);

  function say(next: Message | undefined): void {
    if (next?.takeBack) setDiscarded(next);
    setMessage(next);
  }

  const asking = useAsking({
    draftsOf: ({label, about}) =>
      draftsOf(services, digest, ['question', selected, about?.title, label].join(' ')),
    holdKeysDuring,
    say,
  });

  const bringBack = discarded?.takeBack;
  function bringBackOnce(): Promise<Message | undefined> {
    setDiscarded(undefined);
    return bringBack?.() ?? Promise.resolve(undefined);
  }

  /** Keeps something of the answer, and says so; what went wrong is said as well. */
  async function keep(
    work: Promise<string | undefined>,
    said: () => string | undefined,
  ): Promise<boolean> {
    holdKeysDuring(work.catch(() => undefined));
    try {
      const notice = await work;
      setDiscarded(undefined);
      const text = [said(), notice].filter(Boolean).join(' ');
      say(text === '' ? undefined : {text, token: notice === undefined ? 'success' : 'warning'});
      return true;
    } catch (error) {
      say(problemMessage(error));
      return false;
    }
  }

  function open(draw: KitOver): void {
    setMessage(undefined);
    setOvers((all) => [...all, {id: (all.at(-1)?.id ?? 0) + 1, draw}]);
  }

  const view: KitView = {
    handoff: received.handoff,
    received,
    services,
    live,
    folder,
    selected,
    message,
    asked: asking.open,
    discarded: bringBack && bringBackOnce,
    now,
    say,
    holdKeysDuring,
    ask(asked) {
      setMessage(undefined);
      return asking.ask(asked);
    },
    select(key) {
      setMessage(undefined);
      setWanted(key);
      saveLater(key);
    },
    add: async (entry) =>
      keep(live.add(entry), () => {
        const kept = live.received().receiving.entries.at(-1) ?? entry;
        return `Kept for your answer, u takes it back: ${entryWords(received, kept)}`;
      }),
    dispatch: async (changes, {said}: DispatchOptions = {}) =>
      keep(live.dispatch(changes), () => said && `${said} Kept for your answer; u takes it back.`),
    attempt: (work) => void work.catch((error: unknown) => say(problemMessage(error))),
    lend: (work) => terminal.lend(work),
    open,
    frame: (layer, draw) => inKitFrame(view, layer, draw),
    quit: onQuit,
  };
  const top = overs.at(-1)?.id;
  return (
    <>
      {/* What lies below keeps where it was scrolled to, and since when a task goes on. */}
      <Activity mode={top === undefined ? 'visible' : 'hidden'}>
        <KitIndex view={view} rows={rows} />
      </Activity>
      {overs.map(({id, draw}) => (
        <Activity key={id} mode={id === top ? 'visible' : 'hidden'}>
          {draw(view, () => setOvers((all) => all.filter((one) => one.id !== id)))}
        </Activity>
      ))}
    </>
  );
}

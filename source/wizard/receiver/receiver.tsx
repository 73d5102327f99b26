import {useState} from 'react';
import {Box, useIsScreenReaderEnabled} from 'ink';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import {entryWords} from '../../services/kit/kit-words.ts';
import {AskBox, askRows} from '../asking/ask-box.tsx';
import {askKeys} from '../asking/ask-keys.ts';
import {useAsking} from '../asking/use-asking.ts';
import {Frame} from '../frame/frame.tsx';
import {frameBindings} from '../frame/frame-bindings.ts';
import type {Message} from '../frame/message.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {HoldKeys} from '../keys/hold-keys.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import type {Asker} from './receiver-asks.ts';
import {receiverKeys} from './receiver-keys.ts';
import type {Page} from './receiver-page.ts';
import {readPlace, receiverRows} from './receiver-rows.ts';

interface ReceiverProps {
  readonly services: ReceiverServices;
  readonly holdKeysDuring: HoldKeys;
  /** Folder the program was started in: runbooks run there. */
  readonly folder: string;
  readonly onQuit: () => void;
}

/** All that can be done with a kit: a list, what is read over it, and the questions. */
export function Receiver({services, holdKeysDuring, folder, onQuit}: ReceiverProps) {
  const [received, setReceived] = useState(() => services.received());
  const [message, say] = useState<Message>();
  const [page, setPage] = useState<Page>();
  const [running, setRunning] = useState<AbortController>();
  const now = services.now();
  const rows = receiverRows(received, now);
  const keys = rows.flatMap(({key}) => key ?? []);
  const [wanted, select] = useState(keys[0]);
  const selected = keys.find((key) => key === wanted) ?? keys[0];
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();
  const reading = usePane();
  const about = usePane();
  const asking = useAsking({holdKeysDuring, say});

  const refresh = () => setReceived(services.received());

  /** Does something that lasts; what goes wrong is said. */
  function during(work: Promise<unknown>): void {
    const told = work.catch((error: unknown) => say(problemMessage(error)));
    void told.then(refresh);
  }

  async function add(entry: AnswerEntry): Promise<boolean> {
    const work = services.add(entry);
    holdKeysDuring(work.catch(() => undefined));
    try {
      const after = await work;
      setReceived(after);
      const kept = after.receiving.entries.at(-1) ?? entry;
      say({
        text: `Kept for your answer: ${entryWords(after, kept)}. u takes it back.`,
        token: 'success',
      });
      return true;
    } catch (error) {
      say(problemMessage(error));
      return false;
    }
  }

  const asker: Asker = {ask: asking.ask, received, add, now: services.now};
  const asked = asking.open.at(-1);
  const own: KeyLayer = receiverKeys({
    services,
    asker,
    folder,
    place: readPlace(selected),
    page,
    running,
    say,
    during,
    holdKeysDuring,
    onPage: setPage,
    onRunning: setRunning,
  });
  const layer: KeyLayer = asked
    ? askKeys(asked, about.keys)
    : [
        ...own,
        page
          ? {binding: frameBindings.back, run: () => setPage(undefined), isPrimary: true}
          : {binding: frameBindings.quit, run: onQuit, isPrimary: true},
        ...(page ? reading : list).keys,
      ];
  const {kit, signature} = received.opened;
  return (
    <Frame
      title={`${kit.system}: the kit for ${kit.customer}`}
      place={[`from ${kit.from}`, signature.state === 'none' ? 'not signed' : 'signed', 'whole']}
      layer={layer}
      message={message}
      onMessage={say}
      isTyping={asked !== undefined}
    >
      {({width, height}) => {
        const taken = askRows(asking.open, height);
        const room = Math.max(1, height - taken);
        return (
          <Box flexDirection="column">
            <Box
              flexDirection="column"
              display={taken === height ? 'none' : 'flex'}
              height={room}
              overflow="hidden"
            >
              {page ? (
                <>
                  <Lines lines={[line(page.title, 'heading'), []]} />
                  <Pager
                    key={page.title}
                    ref={reading.ref}
                    lines={page.lines(width)}
                    height={Math.max(1, room - 2)}
                  />
                </>
              ) : (
                <List
                  ref={list.ref}
                  drawn={drawRows(rows, {selected, width, isSpoken})}
                  selected={selected}
                  onSelect={(key) => {
                    say(undefined);
                    select(key);
                  }}
                  height={room}
                />
              )}
            </Box>
            <AskBox open={asking.open} width={width} height={height} pane={about.ref} />
          </Box>
        );
      }}
    </Frame>
  );
}

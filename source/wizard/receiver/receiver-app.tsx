import {useEffect, useEffectEvent, useLayoutEffect, useState} from 'react';
import {Box, useApp} from 'ink';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import type {Message} from '../frame/message.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {TooSmall} from '../frame/too-small.tsx';
import {useRoom} from '../frame/use-room.ts';
import {YourName} from '../home/your-name.tsx';
import type {OnTerminal} from '../run-screens.tsx';
import {Receiver} from './receiver.tsx';

interface ReceiverAppProps extends Partial<OnTerminal> {
  readonly services: ReceiverServices;
  readonly holdKeysDuring: OnTerminal['holdKeysDuring'];
  /** Folder the program was started in. */
  readonly folder: string;
  /** Asks what the person is called before anything else, with this name on offer. */
  readonly askedName?: string | undefined;
}

const whyName =
  'Your answer says who gives it, and those who sent the kit take it as the word of this person.';

/** The receiver's wizard on a terminal. */
export function ReceiverApp(props: ReceiverAppProps) {
  const {services, holdKeysDuring, folder, askedName, onScreen} = props;
  const {exit, suspendTerminal} = useApp();
  const {isTooSmall} = useRoom();
  const [isAsking, setAsking] = useState(askedName !== undefined);
  const [message, setMessage] = useState<Message>();
  const quit = useEffectEvent(() => exit());
  const attach = useEffectEvent(() => onScreen?.({suspend: suspendTerminal, leave: () => quit()}));
  useLayoutEffect(() => attach(), []);
  useEffect(() => {
    services.prepare().catch(() => undefined);
  }, [services]);

  function goOn(saved: Promise<unknown>): void {
    const work = saved.then(
      () => setAsking(false),
      (error: unknown) => setMessage(problemMessage(error)),
    );
    holdKeysDuring(work);
  }

  return (
    <>
      {isTooSmall && <TooSmall />}
      <Box display={isTooSmall ? 'none' : 'flex'}>
        {isAsking ? (
          <YourName
            offered={askedName ?? ''}
            known={services.live.received().opened.kit.receivers.map(({name}) => name)}
            why={whyName}
            services={services}
            message={message}
            onMessage={setMessage}
            onDone={goOn}
          />
        ) : (
          <Receiver
            services={services}
            holdKeysDuring={holdKeysDuring}
            folder={folder}
            onQuit={() => exit()}
          />
        )}
      </Box>
    </>
  );
}

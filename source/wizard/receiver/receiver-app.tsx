import {useEffectEvent, useLayoutEffect} from 'react';
import {Box, useApp} from 'ink';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import {TooSmall} from '../frame/too-small.tsx';
import {useRoom} from '../frame/use-room.ts';
import type {OnTerminal} from '../run-screens.tsx';
import {Receiver} from './receiver.tsx';

interface ReceiverAppProps extends Partial<OnTerminal> {
  readonly services: ReceiverServices;
  readonly holdKeysDuring: OnTerminal['holdKeysDuring'];
  /** Folder the program was started in. */
  readonly folder: string;
}

/** The receiver's wizard on a terminal. */
export function ReceiverApp({services, holdKeysDuring, folder, onScreen}: ReceiverAppProps) {
  const {exit, suspendTerminal} = useApp();
  const {isTooSmall} = useRoom();
  const quit = useEffectEvent(() => exit());
  const attach = useEffectEvent(() => onScreen?.({suspend: suspendTerminal, leave: () => quit()}));
  useLayoutEffect(() => attach(), []);
  return (
    <>
      {isTooSmall && <TooSmall />}
      <Box display={isTooSmall ? 'none' : 'flex'}>
        <Receiver
          services={services}
          holdKeysDuring={holdKeysDuring}
          folder={folder}
          onQuit={() => exit()}
        />
      </Box>
    </>
  );
}

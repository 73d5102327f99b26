import {AskBox} from '../asking/ask-box.tsx';
import {askKeys} from '../asking/ask-keys.ts';
import type {OpenAsk} from '../asking/use-asking.ts';
import {Frame} from '../frame/frame.tsx';
import type {Message} from '../frame/message.ts';
import {usePane} from '../list/use-pane.ts';
import {aboutOffered, offeredTitle} from './offered-words.ts';
import type {OfferedHandoff} from './use-offered.ts';

interface TakeInProps {
  readonly offered: OfferedHandoff;
  readonly now: string;
  readonly message: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** Asks before a handoff that a colleague has shared comes into the store, and says what it is. */
export function TakeIn({offered, now, message, onMessage, onTake, onLeave}: TakeInProps) {
  const about = usePane();
  const one: OpenAsk = {
    id: 0,
    ask: {
      label: 'Take it in?',
      hint: '"handoff-wizard sync" or Y brings what either side adds later.',
      about: {
        title: offeredTitle(offered),
        lines: (width) => aboutOffered(offered, now, width),
      },
      choices: [
        {value: 'take', label: 'Take it in, and open it'},
        {value: 'leave', label: 'Not now'},
      ],
    },
    answer: (answer) => (answer === 'take' ? onTake() : onLeave()),
    leave: onLeave,
  };
  return (
    <Frame
      title="handoff-wizard"
      place="shared here"
      layer={askKeys(one, about.keys)}
      message={message}
      onMessage={onMessage}
    >
      {({width, height}) => <AskBox open={[one]} width={width} height={height} pane={about.ref} />}
    </Frame>
  );
}

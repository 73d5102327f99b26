import {ownNameProblem} from '../../handoff/people/own-name.ts';
import {AskBox} from '../asking/ask-box.tsx';
import {askKeys} from '../asking/ask-keys.ts';
import type {OpenAsk} from '../asking/use-asking.ts';
import type {Message} from '../frame/message.ts';
import {Frame} from '../frame/frame.tsx';
import {wrapLines} from '../list/line.ts';
import {usePane} from '../list/use-pane.ts';
import type {Services} from '../../services/services.ts';
import {frameBindings} from '../frame/frame-bindings.ts';

interface YourNameProps {
  /** A name to take with Enter, such as git's; empty where none is known. */
  readonly offered: string;
  /** Names of people of whom this is probably one. */
  readonly known?: readonly string[];
  /** What the name is for. */
  readonly why?: string;
  readonly services: Pick<Services, 'saveName'>;
  readonly message: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  /** Called with the saving of the name; at once settled where the person wants to say it later. */
  readonly onDone: (saved: Promise<readonly string[]>) => void;
}

const whyEngineer =
  'Every line of a handoff says who entered it, and the documents print it. Whoever enters something hands the system over, so nobody accepts it under that name.';

/** Asks once who this is: an account such as root tells nobody. */
export function YourName(props: YourNameProps) {
  const {offered, known = [], why = whyEngineer, services, message, onMessage, onDone} = props;
  const later = () => onDone(Promise.resolve([]));
  const about = usePane();
  const one: OpenAsk = {
    id: 0,
    ask: {
      label: 'Your name',
      hint: `${offered === '' ? 'First and last name.' : 'As git has it; Enter takes it.'} "handoff-wizard config set name" changes it later.`,
      about: {title: 'Who are you?', lines: (width) => wrapLines(why, width, 'muted')},
      initialText: offered,
      ...(known.length > 0 ? {offers: known.map((value) => ({value}))} : {}),
      problemWith(text) {
        const problem = ownNameProblem(text);
        return problem && `${problem} Type what people call you, or Esc to say it later.`;
      },
    },
    answer: (name) => onDone(services.saveName(name)),
    leave: later,
  };
  return (
    <Frame
      title="handoff-wizard"
      layer={askKeys(one, about.keys).map((entry) =>
        entry.binding === frameBindings.back ? {...entry, label: 'later'} : entry,
      )}
      message={message}
      onMessage={onMessage}
      isTyping
    >
      {({width, height}) => <AskBox open={[one]} width={width} height={height} pane={about.ref} />}
    </Frame>
  );
}

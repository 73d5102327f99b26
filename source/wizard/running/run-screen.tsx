import {Box} from 'ink';
import type {KeyLayer} from '../keys/layer.ts';
import type {Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import {useTick} from '../use-tick.ts';
import type {RunView} from '../run-view.ts';
import {endedLines, runningLines} from './output-lines.ts';
import type {RunPhase} from './use-running.ts';

interface RunScreenProps {
  readonly view: RunView;
  readonly phase: RunPhase;
  /** Another one begins at the top. */
  readonly page?: string;
  readonly keys: KeyLayer;
  readonly title: (width: number) => Line;
  /** Exactly what would run. */
  readonly shown: (width: number) => readonly Line[];
  readonly expected: string;
  /** What is told where nobody says what to expect. */
  readonly unsaid: string;
  /** What is suggested, below the output. */
  readonly bottom: (width: number) => readonly Line[];
}

/**
 * Commands that run over the whole screen: exactly what would run, then the output as it comes, then how
 * it ended. Runbooks and items run on it alike.
 */
export function RunScreen(props: RunScreenProps) {
  const {view, phase, page = '', keys, title, shown, expected, unsaid, bottom} = props;
  const pane = usePane();
  useTick(phase.at === 'running');

  const linesFor = (width: number): readonly Line[] => {
    if (phase.at === 'shown') return shown(width);
    if (phase.at === 'ended') return endedLines(phase.run, {expected, unsaid}, width);
    return runningLines(phase.since, Date.parse(view.now()), phase.output, width);
  };
  return view.frame([...keys, ...pane.keys], ({width, height}) => {
    const below = bottom(width);
    const room = Math.max(1, height - below.length - 2);
    return (
      <>
        <Lines lines={[title(width), []]} />
        <Box flexGrow={1} flexDirection="column">
          <Pager
            key={`${page} ${phase.at}`}
            ref={pane.ref}
            lines={linesFor(width)}
            height={room}
            follows={phase.at === 'running'}
          />
        </Box>
        <Lines lines={below} />
      </>
    );
  });
}

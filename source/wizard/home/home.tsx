import {useState} from 'react';
import {Box} from 'ink';
import type {Services} from '../../services/services.ts';
import type {HandoffList} from '../../store/list-handoffs.ts';
import type {Message} from '../frame/message.ts';
import {Frame} from '../frame/frame.tsx';
import {useRoom} from '../frame/use-room.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import {glyphs} from '../theme/glyphs.ts';
import {drawHandoffs, isNextOverdue, offeredKey} from './handoff-rows.ts';
import type {SharedHere} from './use-offered.ts';
import {usePeek} from './use-peek.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {homeBindings} from './home-bindings.ts';
import {stepBindings} from '../steps/step-bindings.ts';

interface HomeProps {
  readonly services: Services;
  readonly list: HandoffList;
  /** What is shared where the program was started. */
  readonly here: SharedHere;
  readonly initial?: string | undefined;
  readonly message: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onOffered: (id: string) => void;
  readonly onNew: () => void;
  readonly onSample: () => void;
  readonly onQuit: () => void;
}

/** From this width on, what is next in the selected handoff stands beside the list. */
const wideFrom = 110;

function brokenLines(list: HandoffList, width: number): Line[] {
  return list.broken.flatMap((error) => [
    ...wrapLines(`${glyphs.cross} ${error.message}`, width, 'danger'),
    ...(error.hint ? wrapLines(error.hint, width, 'muted') : []),
    [],
  ]);
}

/** All handoffs of this person, the one worked on last on top. */
export function Home(props: HomeProps) {
  const {services, list, here, message, onMessage} = props;
  const now = services.now();
  const {handoffs} = list;
  // The cursor stays on its handoff when the order changes under it.
  const [selected, setSelected] = useState(props.initial ?? handoffs[0]?.id);
  const offered = here.offered.find((one) => offeredKey(one) === selected);
  const current = offered ? undefined : (handoffs.find(({id}) => id === selected) ?? handoffs[0]);
  const shown = offered ? offeredKey(offered) : current?.id;
  const isWide = useRoom().columns >= wideFrom;
  const about = usePeek(services, isWide ? current : undefined);
  const rows = usePane();
  const beside = usePane();
  const [isBeside, setBeside] = useState(false);
  const inBeside = isBeside && about !== undefined;
  const layer: KeyLayer = [
    {
      binding: homeBindings.open,
      run: () =>
        offered ? props.onOffered(offered.id) : current ? props.onOpen(current.id) : undefined,
      isPrimary: true,
      ...(offered ? {label: 'take it in'} : {}),
      ...(current || offered ? {} : {offBecause: 'There is no handoff to open.'}),
    },
    {binding: homeBindings.newHandoff, run: props.onNew, isPrimary: true},
    {binding: homeBindings.sample, run: props.onSample, isPrimary: true},
    {binding: frameBindings.quit, run: props.onQuit, isPrimary: true},
    ...(about
      ? [
          {
            binding: stepBindings.otherPane,
            run: () => setBeside(!isBeside),
            label: inBeside ? 'to the list' : 'read on',
          } as const,
        ]
      : []),
    ...(inBeside ? beside : rows).keys,
  ];
  const overdue = handoffs.filter((handoff) => isNextOverdue(handoff, now)).length;
  const count = [
    `${handoffs.length} handoff${handoffs.length === 1 ? '' : 's'}`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(here.offered.length > 0 ? [`${here.offered.length} shared here`] : []),
  ].join(', ');
  return (
    <Frame
      title="handoff-wizard"
      place={count}
      layer={layer}
      message={message}
      onMessage={onMessage}
    >
      {({width, height}) => {
        const listWidth = isWide ? Math.floor(width / 2) : width;
        const besideWidth = width - listWidth - 2;
        const broken = brokenLines(list, listWidth);
        return (
          <Box height={height}>
            <Box flexDirection="column" width={listWidth}>
              <Lines lines={[line('Handoffs', 'heading'), []]} />
              <List
                ref={rows.ref}
                drawn={drawHandoffs(handoffs, {selected: shown, now, width: listWidth, here})}
                selected={shown}
                onSelect={setSelected}
                height={Math.max(2, height - 2 - broken.length)}
              />
              <Lines lines={broken} />
            </Box>
            {about && (
              <Box flexDirection="column" width={besideWidth} marginLeft={2}>
                <Pager
                  key={about.handoff.id}
                  ref={beside.ref}
                  lines={about.tell(about.handoff, now, besideWidth)}
                  height={height}
                  hint={inBeside ? '' : 'Tab reads on'}
                />
              </Box>
            )}
          </Box>
        );
      }}
    </Frame>
  );
}

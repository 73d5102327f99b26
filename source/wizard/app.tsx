import {useEffect, useEffectEvent, useLayoutEffect, useState} from 'react';
import {Box, useApp} from 'ink';
import type {HandoffList} from '../store/list-handoffs.ts';
import type {Message} from './frame/message.ts';
import {handoffRoute, type HandoffRoute} from './handoff-route.ts';
import type {HoldKeys} from './keys/hold-keys.ts';
import type {FieldName, NewHandoffFields} from '../services/new-handoff-fields.ts';
import {NewHandoff} from './home/new-handoff.tsx';
import {Start} from './home/start.tsx';
import {YourName} from './home/your-name.tsx';
import {TooSmall} from './frame/too-small.tsx';
import {problemMessage} from './frame/problem-message.ts';
import type {Screen} from './terminal/terminal.ts';
import type {Services} from '../services/services.ts';
import {useRoom} from './frame/use-room.ts';

/** How the wizard was left: for good, or to go on with the sample system. */
export type Leaving = 'quit' | 'sample';

/** What is shown. */
export type Route =
  /** Before a handoff is opened: whoever opens it acts in it. */
  | {readonly at: 'name'; readonly offered: string; readonly open?: string}
  | {readonly at: 'home'; readonly list: HandoffList; readonly last?: string}
  | {readonly at: 'new'; readonly firstField?: FieldName}
  | HandoffRoute;

interface AppProps {
  readonly services: Services;
  readonly holdKeysDuring: HoldKeys;
  /** Folder the program was started in. */
  readonly folder: string;
  /** What is shown first. */
  readonly first: Route;
  readonly onLeaving: (leaving: Leaving) => void;
  /** Called with what the screens do for the terminal; what it gives is called when they are gone. */
  readonly onScreen?: (screen: Pick<Screen, 'suspend' | 'leave'>) => () => void;
}

/** Goes from screen to screen. The screens know nothing of each other. */
export function App({services, holdKeysDuring, folder, first, onLeaving, onScreen}: AppProps) {
  const {exit, suspendTerminal} = useApp();
  const {isTooSmall} = useRoom();
  const [route, setRoute] = useState<Route>(first);
  const [message, setMessage] = useState<Message>();

  useEffect(() => {
    services.prepare().catch(() => undefined);
  }, [services]);

  function leave(leaving: Leaving): void {
    onLeaving(leaving);
    exit();
  }

  const quit = useEffectEvent(() => leave('quit'));
  const attach = useEffectEvent(() => onScreen?.({suspend: suspendTerminal, leave: () => quit()}));
  useLayoutEffect(() => attach(), []);

  function go(next: Route): void {
    setMessage(undefined);
    setRoute(next);
  }

  /** Keys wait for what is shown next. */
  function goWhenRead(route: Promise<Route>): void {
    const work = route.then(go, (error: unknown) => setMessage(problemMessage(error)));
    holdKeysDuring(work);
  }

  function openHandoff(id: string): void {
    goWhenRead(handoffRoute(services, id));
  }

  function goHome(last?: string): void {
    goWhenRead(
      services.listHandoffs().then((list) => ({at: 'home', list, ...(last ? {last} : {})})),
    );
  }

  /** Goes where the person wanted to before they were asked for their name. */
  function goOn(saved: Promise<readonly string[]>, open: string | undefined): void {
    const work = saved.then(async (left) => {
      go(
        open === undefined
          ? {at: 'home', list: await services.listHandoffs()}
          : await handoffRoute(services, open),
      );
      if (left.length > 0) setMessage({text: left.join(' '), token: 'warning'});
    });
    holdKeysDuring(work.catch((error: unknown) => setMessage(problemMessage(error))));
  }

  async function create(fields: NewHandoffFields): Promise<void> {
    const work = services.createHandoff(fields);
    holdKeysDuring(work);
    openHandoff(await work);
  }

  function screen() {
    const shared = {message, onMessage: setMessage, onQuit: () => leave('quit')};
    if (route.at === 'handoff') {
      const {live, screens: HandoffView} = route;
      return (
        <HandoffView
          live={live}
          services={services}
          holdKeysDuring={holdKeysDuring}
          onLeave={() => {
            void live.close();
            goHome(live.snapshot().handoff.id);
          }}
          onQuit={() => leave('quit')}
        />
      );
    }
    if (route.at === 'name')
      return (
        <YourName
          {...shared}
          offered={route.offered}
          services={services}
          onDone={(saved) => goOn(saved, route.open)}
        />
      );
    if (route.at === 'new')
      return (
        <NewHandoff
          {...shared}
          services={services}
          folder={folder}
          firstField={route.firstField}
          holdKeysDuring={holdKeysDuring}
          onCreate={create}
          onCancel={() => goHome()}
        />
      );
    return (
      <Start
        {...shared}
        services={services}
        holdKeysDuring={holdKeysDuring}
        folder={folder}
        list={route.list}
        last={route.last}
        onOpen={openHandoff}
        onNew={(firstField) => go({at: 'new', ...(firstField ? {firstField} : {})})}
        onSample={() => leave('sample')}
      />
    );
  }

  return (
    <>
      {isTooSmall && <TooSmall />}
      <Box display={isTooSmall ? 'none' : 'flex'}>{screen()}</Box>
    </>
  );
}

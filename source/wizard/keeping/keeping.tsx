import path from 'node:path';
import {useEffect, useEffectEvent, useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {expandHome} from '../../expand-home.ts';
import {askBindings} from '../asking/ask-bindings.ts';
import {askKey} from '../asking/ask-key.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {line, wrapLines} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {usePane} from '../list/use-pane.ts';
import {useTerminal} from '../terminal/terminal.ts';
import type {View} from '../view.ts';
import {askExport, notExported} from './ask-export.ts';
import {archive, documents, kit, verify} from './keep-parts.ts';
import {keepingBindings} from './keeping-bindings.ts';
import {keepingRows, type Outcome, type Part} from './keeping-rows.ts';

interface KeepingProps {
  readonly view: View;
  /** What is begun with at once. */
  readonly begin?: 'export' | undefined;
  readonly onClose: () => void;
}

/** The documents, the archives with their verification, the export of the checks and the kit: each in one key. */
export function Keeping({view, begin, onClose}: KeepingProps) {
  const [chosen, setChosen] = useState<string>(begin ?? 'documents');
  const [outcomes, setOutcomes] = useState<Partial<Record<Part, Outcome>>>({});
  const {lend} = useTerminal();
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();

  const keep = (part: Part, outcome: Outcome) => setOutcomes((all) => ({...all, [part]: outcome}));

  function start(part: Part, work: Promise<Outcome>): void {
    view.say(undefined);
    keep(part, {lines: ['Under way …'], token: 'muted'});
    setChosen(part);
    view.holdKeysDuring(work.then((outcome) => keep(part, outcome)));
  }

  async function verifyOther(): Promise<void> {
    setChosen('other');
    const file = await view.ask({
      label: 'Archive',
      hint: 'The zip, or the folder that it was unpacked to. Nothing is written.',
      initialText: `${view.handoff.workspace}${path.sep}`,
      enter: 'verify it',
      problemWith: (text) => (text === '' ? 'Name an archive.' : undefined),
    });
    if (file !== undefined)
      start('other', verify(view, path.resolve(view.handoff.workspace, expandHome(file))));
  }

  async function exportThem(): Promise<void> {
    setChosen('export');
    const outcome = await askExport(view);
    if (outcome) keep('export', outcome);
  }

  async function writeKit(): Promise<void> {
    setChosen('kit');
    const looking = view.services.ownKeys();
    view.holdKeysDuring(looking.catch(() => undefined));
    await askKey(view.ask, {
      label: 'Sign the kit',
      hint: 'A signature shows the receiver that it is yours. A passphrase is asked for by the program of the key.',
      keys: await looking,
      folder: view.handoff.workspace,
      async write(key) {
        const work = kit(view, key, lend);
        start('kit', work);
        const {lines, token} = await work;
        if (token === 'danger') view.say({text: lines.join(' '), token});
        return token !== 'danger';
      },
    });
  }

  const beginWith = useEffectEvent(() => {
    if (begin) void exportThem();
  });
  useEffect(() => void Promise.resolve().then(() => beginWith()), []);

  const {zip, rows} = keepingRows(view, outcomes);
  const neverRan = notExported(view);
  const actions: Readonly<Record<Part, KeyAction>> = {
    documents: {
      binding: keepingBindings.keepDocuments,
      run: () => start('documents', documents(view)),
    },
    archive: {
      binding: keepingBindings.keepArchive,
      run: () => start('archive', archive(view)),
    },
    verify: {
      binding: keepingBindings.keepVerified,
      run: () => zip !== undefined && start('verify', verify(view, zip)),
      ...(zip === undefined ? {offBecause: 'No archive was written yet: 2 writes it.'} : {}),
    },
    customer: {
      binding: keepingBindings.keepForCustomer,
      run: () => start('customer', archive(view, 'customer')),
    },
    other: {binding: keepingBindings.verifyOther, run: () => void verifyOther()},
    export: {
      binding: keepingBindings.keepExport,
      run: () => void exportThem(),
      ...(neverRan === undefined ? {} : {offBecause: neverRan}),
    },
    kit: {binding: keepingBindings.keepKit, run: () => void writeKit()},
  };
  const selected = rows.find(({key}) => key === chosen)?.key as Part;
  const {run, offBecause} = actions[selected];
  const layer: KeyLayer = [
    {
      binding: askBindings.choose,
      label: 'do it',
      run,
      isPrimary: true,
      ...(offBecause ? {offBecause} : {}),
    },
    {binding: frameBindings.back, label: 'back to the step', run: onClose, isPrimary: true},
    ...Object.values(actions).map((entry) => ({...entry, isPrimary: true})),
    ...list.keys,
  ];
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => {
        const head = [
          line('What is left to keep', 'heading'),
          ...wrapLines(
            'The documents for whoever runs it, the archive that proves what was handed over, and the checks.',
            width,
            'muted',
          ),
          [],
        ];
        return (
          <>
            <Lines lines={head} />
            <List
              ref={list.ref}
              drawn={drawRows(rows, {selected, width, isSpoken})}
              selected={selected}
              onSelect={setChosen}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}

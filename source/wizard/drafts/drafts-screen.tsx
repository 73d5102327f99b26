import {useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {rowOfDraft} from '../../handoff/drafts/draft-facts.ts';
import {answered} from '../../handoff/drafts/take-draft.ts';
import {draftPlace, runbookItems} from '../../handoff/drafts/draft-item.ts';
import type {DraftStanding} from '../../handoff/drafts/draft-standing.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {Lines} from '../list/lines.tsx';
import {List} from '../list/list.tsx';
import {usePane} from '../list/use-pane.ts';
import {RecordForm} from '../records/record-form.tsx';
import type {RecordFormTarget} from '../records/record-form-target.ts';
import {stepBindings} from '../steps/step-bindings.ts';
import {putBack, takeBack} from '../take-back.ts';
import type {View} from '../view.ts';
import {chooseHost} from './ask-host.ts';
import {draftBindings} from './draft-bindings.ts';
import {draftRows, stuckBecause} from './draft-rows.ts';
import {draftsHead, lookRows} from './look-lines.ts';
import {useDrafts, type Drafts} from './use-drafts.ts';
import {writeMarked} from './write-marked.ts';

interface DraftsProps {
  readonly view: View;
  readonly onClose: () => void;
}

/** The item that a new row goes to: asked where nothing tells it. */
async function chooseItem(view: View, {draft}: DraftStanding): Promise<string | undefined> {
  const place = draftPlace(view.handoff, draft);
  if ('item' in place) return place.item;
  const items = draft.kind === 'runbook' ? runbookItems(view.handoff) : [];
  if (items.length === 0) {
    view.say({text: place.why, token: 'warning'});
    return undefined;
  }
  return view.ask({
    label: 'Which item is it for?',
    hint: 'The runbook answers the item that you choose.',
    choices: items.map(({id, text}) => ({value: id, label: text})),
  });
}

/** The form of a new row with what was found; nothing where there is none. */
async function formFor(view: View, standing: DraftStanding): Promise<RecordFormTarget | undefined> {
  const {draft} = standing;
  const {register} = draft;
  if (register === undefined) {
    view.say({text: 'A check is edited in handoff.yaml, once it is taken.', token: 'muted'});
    return undefined;
  }
  const item = await chooseItem(view, standing);
  if (item === undefined) return undefined;
  return {register, item, initial: rowOfDraft(draft, register), draft: answered(draft)};
}

function markKeys(view: View, drafts: Drafts, selected: DraftStanding, edit: () => void): KeyLayer {
  const {key} = selected.draft;
  const stuck = stuckBecause(view.handoff, selected);
  return [
    {
      binding: draftBindings.takeDraft,
      run: () => drafts.mark(key, 'take'),
      isPrimary: true,
      label: drafts.marks.get(key) === 'take' ? 'not now' : 'take',
      ...(stuck === undefined ? {} : {offBecause: stuck}),
    },
    {binding: draftBindings.takeAll, run: drafts.markAll, isPrimary: true},
    ...(selected.row || selected.draft.kind === 'check'
      ? []
      : ([{binding: draftBindings.editDraft, run: edit, isPrimary: true}] as const)),
    {
      binding: draftBindings.leaveDraft,
      run: () => drafts.mark(key, 'leave'),
      isPrimary: true,
      label: selected.state === 'gone' ? 'known' : 'not wanted',
    },
  ];
}

/** What was found of what is deployed and of what runs, by kind: to take, to edit first, or to leave. */
export function DraftsScreen({view, onClose}: DraftsProps) {
  const drafts = useDrafts(view);
  const list = usePane();
  const isSpoken = useIsScreenReaderEnabled();
  const [at, setAt] = useState<string>();
  const [form, setForm] = useState<RecordFormTarget>();
  const {phase, open, marks} = drafts;
  const selected = open.find(({draft}) => draft.key === at) ?? open[0];

  if (form) return <RecordForm view={view} target={form} onClose={() => setForm(undefined)} />;

  async function edit(): Promise<void> {
    if (selected) setForm(await formFor(view, selected));
  }

  async function askWhatRuns(): Promise<void> {
    const host = await chooseHost(view);
    if (host) drafts.lookLive(host);
  }

  function leave(): void {
    if (marks.size > 0)
      view.say({text: `Nothing was written. ${marks.size} marked were let go.`, token: 'muted'});
    onClose();
  }

  const back: KeyAction = {
    binding: frameBindings.back,
    run: leave,
    label: phase.at === 'looking' ? 'cancel' : marks.size > 0 ? 'leave, write nothing' : 'back',
    isPrimary: true,
  };
  const write: KeyAction = {
    binding: draftBindings.writeDrafts,
    run: () => void writeMarked(view, drafts),
    isPrimary: marks.size > 0,
    label: marks.size > 0 ? `write ${marks.size}` : 'write',
    ...(marks.size > 0 ? {} : {offBecause: 'Nothing is marked yet. Space marks a line.'}),
  };
  const layer: KeyLayer =
    phase.at === 'looking'
      ? [back]
      : [
          ...(marks.size > 0 ? [write] : []),
          ...(selected ? markKeys(view, drafts, selected, () => void edit()) : []),
          ...(marks.size > 0 ? [] : [write]),
          {binding: stepBindings.undo, run: () => void takeBack(view), isPrimary: true},
          {binding: stepBindings.redo, run: () => void putBack(view)},
          {binding: draftBindings.lookLive, run: () => void askWhatRuns(), isPrimary: true},
          {binding: draftBindings.lookAgain, run: drafts.look, isPrimary: open.length === 0},
          back,
          ...list.keys,
        ];

  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => {
        const head = draftsHead(view.handoff, drafts, width);
        const rows =
          phase.at === 'looking'
            ? []
            : [
                ...draftRows(view.handoff, open, {marks, selected: selected?.draft.key}),
                ...lookRows(phase, open.length > 0),
              ];
        return (
          <>
            <Lines lines={head} />
            <List
              ref={list.ref}
              drawn={drawRows(rows, {selected: selected?.draft.key, width, isSpoken})}
              selected={selected?.draft.key}
              onSelect={setAt}
              height={Math.max(1, height - head.length)}
            />
          </>
        );
      }}
    </StepFrame>
  );
}

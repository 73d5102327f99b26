import {useState} from 'react';
import {readAgenda} from '../../../handoff/session/agenda-state.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import {stepWith} from '../../../handoff/model/place.ts';
import {agendaMinutes} from '../../../playbook/walk.ts';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {line, wrapLines, type Line} from '../../list/line.ts';
import {isPlanLine, planEntries, recordingEntry, type PlanLine} from './plan-entries.ts';
import {questionKeys, type Question} from '../../asking/legacy-prompt.tsx';
import {recordDetail, recordEntries} from '../../records/record-entries.ts';
import {selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectableIds, selectionKeys} from '../../keys/selection-keys.ts';
import {
  lengthQuestion,
  nextPartDraft,
  placeQuestion,
  startQuestion,
  type PlanDraft,
} from './plan-questions.ts';
import {leastMinutes} from '../../../handoff/session/plan-length.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {useRecordKeys} from '../../records/use-record-keys.ts';
import type {View} from '../../view.ts';
import {Invitation} from './invitation.tsx';

interface Planned {
  readonly draft: PlanDraft;
  /** Counted from 1. */
  readonly part: number;
}

/** The part of the session that can still be planned: the first, or the one after what has begun. */
function plannedPart(view: View): Planned {
  const {handoff} = view;
  const step = stepWith(handoff.playbook, 'agenda');
  const least = handoff.playbook.gates?.sessionMinutes;
  if (!step)
    return {draft: {plan: handoff.plan, blocks: [], minutes: leastMinutes([], least)}, part: 1};
  if (handoff.session.startedAt) {
    const {nextPlan, uncovered, part} = readAgenda(handoff, step, view.now());
    return {draft: {...nextPartDraft(view, uncovered), plan: nextPlan}, part: part + 1};
  }
  const minutes = Math.max(agendaMinutes(step).max, leastMinutes(step.items, least));
  return {draft: {plan: handoff.plan, blocks: step.items, minutes}, part: 1};
}

/** Planning the session: when, how long, where, who comes, and the text that invites them. */
export function SessionPlanStep({view}: {readonly view: View}) {
  const {handoff} = view;
  const [asked, setAsked] = useState<PlanLine>();
  const [isInviting, setInviting] = useState(false);
  const {draft, part} = plannedPart(view);
  const items = stepItems(view.step);
  const record = selectedRecord(handoff, view.selected);
  const item = record
    ? items.find(({id}) => id === record.item)
    : selectedItem(items, view.selected);
  const selected =
    record || item ? view.selected : isPlanLine(view.selected) ? view.selected : 'plan start';
  const itemKeys = useItemKeys(view, record ? undefined : item);
  const recordKeys = useRecordKeys(view, {item, record});
  const leave = () => setAsked(undefined);

  function planQuestion(): Question | undefined {
    if (asked === 'plan start') {
      const label = part > 1 ? `Part ${part}` : 'Date';
      return startQuestion(view, draft, {label, said: 'Planned'}, leave);
    }
    if (asked === 'plan length') return lengthQuestion(view, draft, leave);
    return asked === 'plan place' ? placeQuestion(view, draft, leave) : undefined;
  }
  if (recordKeys.form) return recordKeys.form;
  if (isInviting) return <Invitation view={view} onClose={() => setInviting(false)} />;

  const question = planQuestion() ?? recordKeys.question ?? itemKeys.question;

  function change(): void {
    if (!isPlanLine(selected)) return;
    if (!draft.plan && selected !== 'plan start') {
      view.say({text: 'Set the date first; length and place go with it.', token: 'warning'});
      return setAsked('plan start');
    }
    view.say(undefined);
    return setAsked(selected);
  }

  function layer(ids: readonly string[]): KeyLayer {
    if (asked) return questionKeys(leave);
    if (recordKeys.question) return recordKeys.layer;
    if (itemKeys.question) return itemKeys.layer;
    const invite = {
      action: 'invitation',
      run: () => {
        view.say(undefined);
        setInviting(true);
      },
      isPrimary: true,
    } as const;
    const onLine: KeyLayer = isPlanLine(selected)
      ? [{action: 'planSession', run: change, isPrimary: true}, invite]
      : record
        ? [...recordKeys.layer, invite]
        : [
            ...recordKeys.layer.map((entry) => ({...entry, action: 'addFirstRecord'}) as const),
            invite,
            ...itemKeys.layer,
          ];
    return [...onLine, ...selectionKeys(ids, selected, view.select)];
  }

  const shown = {...view, selected};
  const entries = (width: number) => {
    const options = {handoff, selected, width, now: view.now()};
    return [
      ...planEntries(shown, draft, width),
      recordingEntry(handoff, width),
      ...itemEntries(view.step.items, {
        ...options,
        below: (one, depth) => recordEntries(one.id, {...options, depth}),
      }),
    ];
  };
  function detail(width: number, height: number): readonly Line[] {
    if (height === 0) return [];
    if (record) return recordDetail(handoff, record, view.now(), width, height);
    if (item) return itemDetail(handoff, item, view.now(), width, height);
    return wrapLines(lineHelp(view, selected, draft), width, 'muted').slice(0, height);
  }
  return (
    <StepFrame
      view={view}
      layer={layer(selectableIds(entries(80)))}
      isTyping={question !== undefined}
    >
      {(size) => (
        <StepBody
          view={shown}
          size={size}
          question={question}
          lead={part > 1 ? [line(`Part ${part}, for the topics that are left`, 'strong'), []] : []}
          entries={entries(size.width)}
          detail={detail}
        />
      )}
    </StepFrame>
  );
}

function lineHelp(view: View, selected: string | undefined, draft: PlanDraft): string {
  const least = leastMinutes(draft.blocks, view.handoff.playbook.gates?.sessionMinutes);
  if (selected === 'plan length')
    return `${least} minutes or more; what a block gets follows from it.`;
  if (selected === 'plan place') return 'A room, or the link of the call.';
  return `Day and time in ${view.handoff.timeZone}, such as 2026-12-03 14:00. Press i to see the invitation.`;
}

import {isAgenda, type PhaseDraft, type StepDraft} from './phase-drafts.ts';
import type {Entry} from './entries.ts';
import {idGiver, type GiveId} from './ids.ts';
import type {Item, Phase, Screen, Step} from '../playbook.ts';
import type {Settings} from '../settings/playbook-settings.ts';
import {announcedKind} from './titles.ts';

interface Context {
  readonly step: string;
  readonly giveId: GiveId;
  readonly settings: Settings;
}

function toItem(entry: Entry, isBlock: boolean, context: Context): Item {
  const {timed, isOrdered: _isOrdered, children, ...plain} = entry;
  const line = isBlock && timed ? timed : plain;
  const id = context.giveId(line.text, context.step);
  const due = context.settings.due.get(id)?.value;
  const register = context.settings.registers.get(id)?.value;
  const part = context.settings.parts.get(id)?.value;
  const audience = context.settings.audiences.get(id)?.value;
  const settledBy = context.settings.settledBy.get(id)?.value;
  return {
    ...plain,
    id,
    text: line.text,
    isOptional: line.isOptional,
    ...(isBlock && timed ? {minutes: timed.minutes} : {}),
    ...(due ? {due} : {}),
    ...(register ? {register} : {}),
    ...(part ? {part} : {}),
    ...(audience ? {audience} : {}),
    ...(settledBy ? {settledBy} : {}),
    children: children.map((child) => toItem(child, false, context)),
  };
}

function toStep(draft: StepDraft, id: string, settings: Settings, giveId: GiveId): Step {
  const {title, introduction, minutes, entries, position} = draft;
  const screen: Screen =
    settings.steps.get(id)?.value ?? (isAgenda(entries) ? 'agenda' : 'checklist');
  const context = {step: id, giveId, settings};
  return {
    id,
    title,
    screen,
    ...(introduction === undefined ? {} : {introduction}),
    ...(minutes ? {minutes} : {}),
    items: entries.map((entry) => toItem(entry, screen === 'agenda', context)),
    position,
  };
}

/** Gives drafts their ids and what the front matter says about these. */
export function finishPhases(drafts: readonly PhaseDraft[], settings: Settings): Phase[] {
  const phaseId = idGiver('phase');
  const stepId = idGiver('step');
  const itemId = idGiver('item');
  return drafts.flatMap(({title, introduction, steps: stepDrafts, position}) => {
    const id = phaseId(title, '');
    const steps = stepDrafts
      .map((draft) => toStep(draft, stepId(draft.title, id), settings, itemId))
      .filter((step) => step.items.length > 0 || step.introduction || settings.steps.has(step.id));
    if (steps.length === 0) return [];
    const kind = settings.phases.get(id)?.value ?? announcedKind(title) ?? 'preparation';
    return [
      {id, kind, title, ...(introduction === undefined ? {} : {introduction}), steps, position},
    ];
  });
}

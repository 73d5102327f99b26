import type {PhaseDraft} from './phase-drafts.ts';
import {isWork, type WorkEntry} from './resolve.ts';
import {isAgendaStep, type StepDraft} from './step-drafts.ts';
import {idGiver, type GiveId} from './ids.ts';
import type {Item, Phase, Screen, Step, StepText, SystemSize} from '../playbook.ts';
import type {Settings} from '../settings/playbook-settings.ts';

interface Context {
  readonly step: string;
  /** The heading says that all of it is not for every system. */
  readonly isOptional: boolean;
  readonly giveId: GiveId;
  readonly settings: Settings;
}

/** What the front matter says about an item. */
function settingsOf(id: string, settings: Settings) {
  const due = settings.due.get(id)?.value;
  const register = settings.registers.get(id)?.value;
  const part = settings.parts.get(id)?.value;
  const audience = settings.audiences.get(id)?.value;
  const settledBy = settings.settledBy.get(id)?.value;
  return {
    ...(due ? {due} : {}),
    ...(register ? {register} : {}),
    ...(part ? {part} : {}),
    ...(audience ? {audience} : {}),
    ...(settledBy ? {settledBy} : {}),
  };
}

function toItem(
  entry: WorkEntry,
  isBlock: boolean,
  context: Context,
  /** What the entry above it is asked from. */
  above?: SystemSize,
): Item {
  const {timed, mark, details, owner, dueOn, evidence = [], commands, links, position} = entry;
  const line = isBlock && timed ? timed : entry;
  const id = context.giveId(line.text, context.step);
  const askedFrom = context.settings.sizes.get(id)?.value ?? above;
  return {
    text: line.text,
    isOptional: line.isOptional || context.isOptional,
    ...(details === undefined ? {} : {details}),
    isChecked: mark === 'done',
    ...(mark === 'struck' ? {isStruck: true} : {}),
    ...(entry.isReading ? {isReading: true} : {}),
    ...(owner ? {owner} : {}),
    ...(dueOn ? {dueOn} : {}),
    ...(evidence.length > 0 ? {evidence} : {}),
    commands,
    links,
    position,
    id,
    ...(isBlock && timed ? {minutes: timed.minutes} : {}),
    ...settingsOf(id, context.settings),
    ...(askedFrom ? {askedFrom} : {}),
    children: entry.children.map((child) => toItem(child, false, context, askedFrom)),
  };
}

/** The texts of a step, each with the item that it stands above. */
function textsAbove(parts: StepDraft['parts'], items: readonly Item[]): StepText[] {
  let next = 0;
  return parts.flatMap((part) => {
    if (isWork(part)) {
      next += 1;
      return [];
    }
    const {kind, markdown, position} = part;
    const above = items[next]?.id;
    return [{kind, markdown, ...(above === undefined ? {} : {above}), position}];
  });
}

function screenOf(parts: StepDraft['parts']): Screen {
  if (isAgendaStep(parts)) return 'agenda';
  const work = parts.filter(isWork);
  return work.length > 0 && work.every(({isWritten}) => isWritten) ? 'text' : 'checklist';
}

function toStep(draft: StepDraft, id: string, settings: Settings, giveId: GiveId): Step {
  const {title, minutes, isOptional, parts, position} = draft;
  const screen = settings.steps.get(id)?.value ?? screenOf(parts);
  const context = {step: id, isOptional, giveId, settings};
  const items = parts.filter(isWork).map((entry) => toItem(entry, screen === 'agenda', context));
  const texts = textsAbove(parts, items);
  return {
    id,
    title,
    screen,
    ...(texts.length > 0 ? {texts} : {}),
    ...(minutes ? {minutes} : {}),
    items,
    position,
  };
}

/** Gives drafts their ids and what the front matter says about these. */
export function finishPhases(drafts: readonly PhaseDraft[], settings: Settings): Phase[] {
  const phaseId = idGiver('phase');
  const stepId = idGiver('step');
  const itemId = idGiver('item');
  return drafts.flatMap(({title, kind: announced, introduction, steps: stepDrafts, position}) => {
    const id = phaseId(title, '');
    const steps = stepDrafts
      .map((draft) => toStep(draft, stepId(draft.title, id), settings, itemId))
      .filter((step) => step.items.length > 0 || step.texts || settings.steps.has(step.id));
    if (steps.length === 0) return [];
    const kind = settings.phases.get(id)?.value ?? announced ?? 'preparation';
    return [
      {id, kind, title, ...(introduction === undefined ? {} : {introduction}), steps, position},
    ];
  });
}

import {dayIn} from '../../handoff/time/schedule.ts';
import {nearest} from '../../nearest.ts';
import {findItem} from '../../playbook/find-item.ts';
import type {Step} from '../../playbook/playbook.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {Problem} from '../../problem.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {oneLine} from '../../services/one-line.ts';
import {chooseReader} from '../choose-handoff.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {readDue} from './item.ts';

export interface AddItemOptions {
  readonly after?: string;
  readonly optional?: boolean;
  readonly owner?: string;
  readonly due?: string;
  readonly handoff?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The step that a person means: by its id, else its title, else a part of either. */
function findStep({playbook, id}: Handoff, query: string): Step {
  const steps = stepsOf(playbook).map(({step}) => step);
  const wanted = query.trim().toLowerCase();
  const ways: readonly ((step: Step) => boolean)[] = [
    (step) => step.id === wanted,
    (step) => step.title.toLowerCase() === wanted,
    (step) => step.id.includes(wanted) || step.title.toLowerCase().includes(wanted),
  ];
  for (const matches of wanted === '' ? [] : ways) {
    const [only, ...others] = steps.filter(matches);
    if (!only) continue;
    if (others.length === 0) return only;
    const ids = [only, ...others].map((step) => step.id);
    throw new Problem(`"${query}" fits more than one step: ${ids.join(', ')}.`, 'Type more of it.');
  }
  const close = nearest(
    wanted,
    steps.map((step) => step.id),
  );
  throw new Problem(
    `There is no step "${query}" in ${id}.`,
    `${close ? `Did you mean "${close}"? ` : ''}The steps: ${steps.map((step) => step.id).join(', ')}.`,
  );
}

function findNeighbour({playbook}: Handoff, step: Step, query: string): string {
  const [phase] = playbook.phases;
  if (!phase) throw new Problem('The playbook has no phase.');
  const found = findItem({phases: [{...phase, steps: [step]}]}, query);
  if (found.kind === 'found') return found.item.id;
  throw new Problem(
    found.kind === 'ambiguous'
      ? `"${query}" fits more than one item of "${step.title}".`
      : `There is no item "${query}" in "${step.title}".`,
    'Name one of its items, or leave --after out.',
  );
}

/** Adds an item to a step of the handoff alone. */
export async function addItem(
  query: string,
  words: string,
  options: AddItemOptions,
): Promise<number> {
  const context = await readContext();
  const {home} = context;
  const {after, optional = false, owner, due, handoff: named} = options;
  const {dryRun: isDry = false, json: isJson = false} = options;
  const reader = await chooseReader(home, {handoff: named}, 'acts');
  const {handoff} = reader.snapshot();
  const step = findStep(handoff, query);
  const text = oneLine(words);
  if (text === '') throw new Problem('An item without words is none.', 'Say what is to be done.');
  const today = dayIn(handoff.timeZone, new Date().toISOString());
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide: () => [
      {
        type: 'item/added',
        step: step.id,
        text,
        ...(after === undefined ? {} : {after: findNeighbour(handoff, step, after)}),
        ...(optional ? {isOptional: true} : {}),
        ...(owner === undefined ? {} : {owner: oneLine(owner)}),
        ...(due === undefined ? {} : {due: readDue(due, today)}),
      },
    ],
  });
  tellRecorded(recorded, {isDry, isJson, namesIt: true, line: `added to ${step.title} – ${text}`});
  if (!isDry) tellNameNotice(context);
  return 0;
}

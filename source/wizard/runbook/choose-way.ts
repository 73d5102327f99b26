import type {RunLeft} from '../../handoff/model/proof.ts';
import {channelOf} from '../../handoff/people/channel-of.ts';
import type {RunbookStep, StepBranch} from '../../handoff/runbooks/runbook-step.ts';
import {wrapLines} from '../list/line.ts';
import type {RunView} from '../run-view.ts';

/** Where a person goes from a step that is not as it should be. */
export type Way =
  | {readonly kind: 'step'; readonly number: number}
  | {readonly kind: 'leave'; readonly for: RunLeft}
  | {readonly kind: 'end'};

/** What happens at a branch, in words: also the number to call, where it is known. */
export function branchWords(
  {handoff}: Pick<RunView, 'handoff'>,
  {when, text, to}: StepBranch,
  steps: readonly RunbookStep[],
): string {
  const lead = when === '' ? '' : `${when}: `;
  if (to.kind === 'step') return `${lead}step ${to.number}, ${steps[to.number - 1]?.title ?? ''}`;
  const channel = to.kind === 'person' ? channelOf(handoff, to.name) : undefined;
  return `${lead}${text}${channel === undefined || text.includes(channel) ? '' : ` (${channel})`}`;
}

function wayOf({to}: StepBranch): Way | undefined {
  if (to.kind === 'step') return to;
  return to.kind === 'runbook' || to.kind === 'person' ? {kind: 'leave', for: to} : undefined;
}

/** Asks where to go from a step that is not as it should be; nothing where the question was left. */
export async function chooseWay(
  view: RunView,
  step: RunbookStep,
  steps: readonly RunbookStep[],
): Promise<Way | undefined> {
  const advice = step.branches.filter((branch) => wayOf(branch) === undefined);
  const ways = new Map<string, readonly [string, Way]>();
  for (const branch of step.branches) {
    const way = wayOf(branch);
    if (way) ways.set(`${ways.size}`, [`Go on: ${branchWords(view, branch, steps)}`, way]);
  }
  ways.set('again', [`Do step ${step.number} again`, {kind: 'step', number: step.number}]);
  ways.set('end', ['End here, not proven', {kind: 'end'}]);
  const answer = await view.ask({
    label: `Step ${step.number} is not as it should be`,
    hint: 'Where does it go from here?',
    ...(advice.length > 0
      ? {
          about: {
            title: 'The runbook says',
            lines: (width) =>
              advice.flatMap((branch) => wrapLines(branchWords(view, branch, steps), width)),
          },
        }
      : {}),
    choices: [...ways].map(([value, [label]]) => ({value, label})),
  });
  return answer === undefined ? undefined : ways.get(answer)?.[1];
}

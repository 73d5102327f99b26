import type {Proof, ProofKind, StepRun} from '../model/proof.ts';

/** What the program found at a step; what may hold typed text is told apart. */
export type StepFigures = Omit<StepRun, 'title' | 'command' | 'expected' | 'actual' | 'left'>;

/** What was typed, expected and seen at a step, and whom or what it was left for. */
export interface StepTexts {
  readonly title: string;
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
  readonly toRunbook?: string;
  readonly toPerson?: string;
}

/** The steps of a run as a change tells them: the figures and the texts apart. */
export interface ToldSteps {
  readonly steps: readonly StepFigures[];
  readonly told: readonly StepTexts[];
}

export function tellSteps(runs: readonly StepRun[]): ToldSteps {
  return {
    steps: runs.map(({title: _, command: _c, expected: _e, actual: _a, left: _l, ...rest}) => rest),
    told: runs.map(({title, command, expected, actual, left}) => ({
      title,
      command,
      expected,
      actual,
      ...(left?.kind === 'runbook' ? {toRunbook: left.name} : {}),
      ...(left?.kind === 'person' ? {toPerson: left.name} : {}),
    })),
  };
}

function leftOf({toRunbook, toPerson}: StepTexts): Pick<StepRun, 'left'> {
  if (toRunbook !== undefined) return {left: {kind: 'runbook', name: toRunbook}};
  return toPerson === undefined ? {} : {left: {kind: 'person', name: toPerson}};
}

/** The steps that a change tells of; nothing where it tells of none, or figures and texts do not fit. */
export function toldSteps({
  steps = [],
  told = [],
}: Partial<ToldSteps>): readonly StepRun[] | undefined {
  if (steps.length === 0 || steps.length !== told.length) return undefined;
  return steps.map((figures, at) => {
    const {title = '', command = '', expected = '', actual = '', ...rest} = told[at] ?? {};
    const left = leftOf({title, command, expected, actual, ...rest});
    return {...figures, title, command, expected, actual, ...left};
  });
}

function kindOf(runs: readonly StepRun[]): ProofKind {
  return runs.every(({isMet, kind}) => !isMet || kind === 'measured') ? 'measured' : 'attested';
}

/** A run of steps in the words of a run of one. */
export function sumOfSteps(
  runs: readonly StepRun[],
): Pick<Proof, 'command' | 'expected' | 'actual' | 'kind' | 'code' | 'duration' | 'ranAt'> {
  const last = runs.at(-1);
  const commands = runs.map(({command}) => command).filter((command) => command !== '');
  const way = runs.map(({number}) => number).join(', ');
  const code = last?.code;
  return {
    command: commands.join('\n'),
    expected: last?.expected ?? '',
    actual: `step${runs.length === 1 ? '' : 's'} ${way}; last seen: ${last?.actual ?? ''}`,
    kind: kindOf(runs),
    ...(code === undefined ? {} : {code}),
    duration: runs.reduce((sum, {duration = 0}) => sum + duration, 0),
    ...(runs[0] ? {ranAt: runs[0].ranAt} : {}),
  };
}

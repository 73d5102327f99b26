import {mayReadRow, rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {channelOf} from '../../handoff/people/channel-of.ts';
import {peopleOf} from '../../handoff/people/people.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import type {RunbookStep, StepTarget} from '../../handoff/runbooks/runbook-step.ts';
import {hasSteps, runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {isSameName} from '../../handoff/standing/named-in-rows.ts';
import {nearest} from '../../nearest.ts';
import type {LintRule} from './finding.ts';
import type {TextFinding} from './text-rules.ts';

/** Commands that change a system whatever they are given, at the beginning of a line or of a pipe. */
const changing =
  /(?:^|[|;&]\s*)(?:sudo\s+)?(?:rm|mv|kill|pkill|killall|reboot|shutdown|truncate|systemctl (?:re)?(?:start|load)|systemctl stop|service \S+ (?:re)?start|kubectl(?: -\S+ \S+)* (?:apply|delete|rollout restart|scale|drain|cordon|patch|edit)|docker(?: compose)? (?:rm|stop|restart|down|up|kill)|dd)\b/mu;

function warning(rule: LintRule, what: string, toDo: string): TextFinding {
  return {rule, level: 'warning', what, toDo};
}

function near(name: string, known: readonly string[], otherwise: string): string {
  const found = nearest(name, known);
  return found === undefined ? otherwise : `Perhaps "${found}" is meant.`;
}

/** A runbook or a person to whom a step leads, and whom its reader does not find. */
function targetFinding(
  handoff: Handoff,
  row: HandoffRecord,
  where: string,
  to: StepTarget,
): TextFinding | undefined {
  if (to.kind === 'runbook') {
    const reader = mayReadRow(handoff, 'customer', row) ? 'customer' : 'internal';
    const known = [...rowsReadBy(handoff, reader, 'runbooks')].map(recordTitle);
    return known.some((name) => isSameName(name, to.name))
      ? undefined
      : warning(
          'unknown-name',
          `${where} goes to the runbook "${to.name}", and its reader finds none of that name.`,
          near(to.name, known, 'Name one that there is, or add it.'),
        );
  }
  if (to.kind !== 'person' || channelOf(handoff, to.name) !== undefined) return undefined;
  const people = peopleOf(handoff).map(({name}) => name);
  return warning(
    'unknown-person',
    people.some((name) => isSameName(name, to.name))
      ? `${where} says to call ${to.name}, and nothing says how to reach them.`
      : `${where} says to call "${to.name}", and nobody is known by that name.`,
    near(
      to.name,
      people.filter((name) => !isSameName(name, to.name)),
      'Add them to the contacts, with a number.',
    ),
  );
}

/** Whether nothing looks at the system after the last step that changes it. */
function isUnseen(row: HandoffRecord, steps: readonly RunbookStep[]): boolean {
  const last = steps.findLastIndex(({isChanging}) => isChanging);
  if (last === -1 || ['verify', 'verification'].some((name) => fieldText(row, name) !== ''))
    return false;
  return steps.slice(last + 1).every(({expected}) => expected === '');
}

/** What is doubtful in the steps of a runbook: whom and what they name, and what changes unsaid. */
export function stepFindings(handoff: Handoff, row: HandoffRecord): TextFinding[] {
  if (row.register !== 'runbooks' || !hasSteps(row)) return [];
  const steps = runbookSteps(row);
  const title = recordTitle(row);
  const found = steps.flatMap((step): (TextFinding | undefined)[] => {
    const where = `Step ${step.number} of "${title}"`;
    const targets = [...step.branches, ...(step.next ? [step.next] : [])];
    const word = step.isChanging ? undefined : changing.exec(step.commands)?.[0].trim();
    return [
      ...targets.map(({to}) => targetFinding(handoff, row, where, to)),
      word === undefined
        ? undefined
        : warning(
            'unmarked-change',
            `${where} looks, and "${word}" changes the system.`,
            'Say "Change:" in it, and what it changes.',
          ),
    ];
  });
  const unseen = isUnseen(row, steps)
    ? warning(
        'unseen-change',
        `Nothing looks at the system after the last change of "${title}".`,
        'Add a step that looks, with "See:".',
      )
    : undefined;
  return [...found, unseen].filter((finding) => finding !== undefined);
}

import {rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {channelOf} from '../../handoff/people/channel-of.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {expectedWords, type ToldPart} from '../../handoff/runbooks/expected-words.ts';
import type {RunbookStep, StepBranch} from '../../handoff/runbooks/runbook-step.ts';
import {hasSteps, stepsIn} from '../../handoff/runbooks/runbook-steps.ts';
import {isSameName} from '../../handoff/standing/named-in-rows.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {slugOf} from '../markdown/contents.ts';
import {runbookTitle} from './runbook-title.ts';

/** Where a step goes: if it is not as it should be, or then. */
export interface BranchData {
  /** `If not`, `If pending` or `Then`. */
  readonly lead: string;
  /** Where to, also with the number to call where that is known. */
  readonly text: string;
  /** The heading of the step or the runbook that it leads to; nothing where it leads to none. */
  readonly leadsTo: string | null;
}

/** One step of a runbook, for whoever does it. */
export interface StepData {
  readonly number: number;
  readonly title: string;
  /** Its heading, which no other step of the document has; nothing where it is the only step. */
  readonly heading: string | null;
  /** What is to be read before it, Markdown. */
  readonly text: string;
  readonly cautions: readonly string[];
  readonly isChanging: boolean;
  /** What it changes, in words. */
  readonly change: string;
  /** What is typed; either all of it looks, or all of it changes. */
  readonly commands: string;
  /** What is to be seen, a list of pieces for each line: in words, and as it stands in the output. */
  readonly see: readonly (readonly ToldPart[])[];
  readonly branches: readonly BranchData[];
}

/** The steps of a runbook, and what stands before them. */
export interface StepsData {
  readonly lead: string;
  readonly steps: readonly StepData[];
}

function headingIn(handoff: Handoff, row: HandoffRecord, {number, title}: RunbookStep): string {
  const plain = `${number}. ${title}`;
  const isTaken = handoff.records.some(
    (other) =>
      other.register === 'runbooks' &&
      other.id !== row.id &&
      hasSteps(other) &&
      stepsIn(other).steps.some(
        (step) => slugOf(`${step.number}. ${step.title}`) === slugOf(plain),
      ),
  );
  return isTaken ? `${plain} (${recordTitle(row)})` : plain;
}

function branchData(
  handoff: Handoff,
  row: HandoffRecord,
  {lead, text, to}: {readonly lead: string} & Pick<StepBranch, 'text' | 'to'>,
  audience: Audience,
): BranchData {
  if (to.kind === 'step') {
    const step = stepsIn(row).steps[to.number - 1];
    const title = step ? `step ${to.number}, ${step.title}` : text;
    return {lead, text: title, leadsTo: step ? headingIn(handoff, row, step) : null};
  }
  if (to.kind === 'runbook') {
    const other = rowsReadBy(handoff, audience, 'runbooks').find((one) =>
      isSameName(recordTitle(one), to.name),
    );
    return {lead, text, leadsTo: other ? runbookTitle(other) : null};
  }
  const channel = to.kind === 'person' ? channelOf(handoff, to.name) : undefined;
  const isSaid = channel === undefined || text.includes(channel);
  return {lead, text: isSaid ? text : `${text} (${channel})`, leadsTo: null};
}

/** What shows at a step that is done by hand is told as it was written. */
function seeData({commands, expected}: RunbookStep): StepData['see'] {
  if (commands !== '') return expectedWords(expected);
  const lines = expected.split('\n').filter((line) => line.trim() !== '');
  return lines.map((text) => [{text, isExact: false}]);
}

/** The steps of a runbook as a reader gets them; none for any other row. */
export function stepsData(handoff: Handoff, row: HandoffRecord, audience: Audience): StepsData {
  if (row.register !== 'runbooks') return {lead: '', steps: []};
  const {lead, steps} = stepsIn(row);
  return {
    lead,
    steps: steps
      .filter(({commands, expected}) => hasSteps(row) || commands !== '' || expected !== '')
      .map((step) => ({
        number: step.number,
        title: step.title,
        heading: hasSteps(row) ? headingIn(handoff, row, step) : null,
        text: step.text,
        cautions: step.cautions,
        isChanging: step.isChanging,
        change: step.change,
        commands: step.commands,
        see: seeData(step),
        branches: [
          ...(step.next ? [{lead: 'Then', ...step.next}] : []),
          ...step.branches.map((branch) => ({
            ...branch,
            lead: branch.when === '' ? 'If not' : `If ${branch.when}`,
          })),
        ].map((branch) => branchData(handoff, row, branch, audience)),
      })),
  };
}

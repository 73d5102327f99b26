import {kitRow} from '../../handoff/kits/received-handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import {entryWords, headWords} from '../../services/kit/kit-words.ts';
import type {Received} from '../../services/kit/received.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {cautionLines, tailLines} from '../runbook/runbook-lines.ts';
import {commandLines} from '../running/output-lines.ts';

const facts = [
  ['trigger', 'When'],
  ['preconditions', 'Before'],
  ['rollback', 'Way back'],
  ['escalation', 'If it fails'],
] as const;

/** A runbook whole: what would run with each of its characters, and what is to be seen. */
export function runbookLines({handoff}: Received, row: HandoffRecord, width: number): Line[] {
  const steps = runbookSteps(row);
  const after = verifiedWith(row);
  return [
    ...facts.flatMap(([name, label]) => {
      const text = fieldText(row, name);
      return text === '' ? [] : wrapLines(`${label}: ${text}`, width, 'muted');
    }),
    ...steps.flatMap((step): Line[] => {
      const {number, title, text, commands, isChanging} = step;
      const effect =
        commands === '' ? 'done by hand' : isChanging ? 'changes the system' : 'only looks';
      return [
        [],
        ...wrapLines(`${number}. ${title} (${effect})`, width, isChanging ? 'warning' : 'strong'),
        ...cautionLines(step, width),
        ...(text === '' ? [] : text.split('\n').flatMap((part) => wrapLines(part, width))),
        ...(commands === '' ? [] : commandLines(commands, width)),
        ...tailLines({handoff}, {step, steps}, width),
      ];
    }),
    ...(after === undefined
      ? []
      : [[], ...wrapLines(`Then "${after}" shows whether all is well.`, width)]),
  ];
}

/** The runbook of the kit with an id; nothing where it has none. */
export function rowOf(
  {opened: {kit}}: Received,
  id: string | undefined,
): HandoffRecord | undefined {
  const runbook = kit.runbooks.find((one) => one.id === id);
  return runbook && kitRow(kit, runbook);
}

/** A task with the runbook that it is performed from. */
export function taskLines(received: Received, item: string, width: number): Line[] {
  const task = received.opened.kit.demonstrations.find((one) => one.item === item);
  const row = rowOf(received, task?.runbook);
  return [
    ...wrapLines(
      'Do it alone, on the system, from its runbook. Nobody watches: say how it went.',
      width,
    ),
    ...wrapLines('The clock runs from when you opened this page.', width, 'muted'),
    [],
    ...(row
      ? [line(recordTitle(row), 'heading'), ...runbookLines(received, row, width)]
      : wrapLines('No runbook of the kit fits it; the documents say how.', width, 'muted')),
  ];
}

/** What is accepted, what stands in the way, and all that was answered so far. */
export function acceptanceLines(received: Received, width: number): Line[] {
  const {contents, missing, decided} = received.opened.kit.acceptance;
  const {entries} = received.receiving;
  const [, ...about] = headWords(received);
  return [
    ...about.flatMap((text) => wrapLines(text, width, 'muted')),
    [],
    ...wrapLines(`${decided ?? 'Nobody has accepted or declined it yet'}.`, width),
    ...(missing.length === 0 ? [] : [[], line('Stands in the way', 'heading')]),
    ...missing.flatMap((text) => wrapLines(text, width, 'warning')),
    [],
    line('Accepted along with the system', 'heading'),
    ...contents.flatMap(({title, lines}) => [
      ...wrapLines(`${title}: ${lines.length === 0 ? 'none' : ''}`, width, 'strong'),
      ...lines.flatMap((text) => wrapLines(text, width)),
    ]),
    [],
    line('Answered so far', 'heading'),
    ...(entries.length === 0 ? wrapLines('Nothing yet.', width, 'muted') : []),
    ...entries.flatMap((entry) => wrapLines(entryWords(received, entry), width)),
  ];
}

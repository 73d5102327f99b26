import {useState, type ReactNode} from 'react';
import {fieldText, recordTitle} from '../handoff/registers/records.ts';
import {type HandoffRecord} from '../handoff/model/handoff-record.ts';
import {questionKeys, type Question} from './components/prompt.tsx';
import {rowKey} from './components/selected-line.ts';
import type {KeyLayer} from './keys/layer.ts';
import {RunbookRunScreen} from './screens/runbook-run.tsx';
import type {View} from './view.ts';

export interface RunbookKeys {
  /** Empty where no runbook is selected. */
  readonly layer: KeyLayer;
  readonly question: Question | undefined;
  /** The run that is going on; the screen shows it instead of itself. */
  readonly screen: ReactNode;
}

interface ByHand {
  readonly record: HandoffRecord;
  /** What was seen, once that is answered. */
  readonly actual?: string;
}

function isMetBy(text: string): boolean | undefined {
  const answer = text.trim().toLowerCase();
  return ['y', 'yes'].includes(answer) ? true : ['n', 'no'].includes(answer) ? false : undefined;
}

/** The keys that try a runbook: by running its commands, or by hand with what was seen. */
export function useRunbookKeys(view: View, selected: HandoffRecord | undefined): RunbookKeys {
  const [running, setRunning] = useState<HandoffRecord>();
  const [byHand, setByHand] = useState<ByHand>();
  const record = selected?.register === 'runbooks' ? selected : undefined;
  const screen = running && (
    <RunbookRunScreen view={view} record={running} onClose={() => setRunning(undefined)} />
  );

  function prove({record, actual = ''}: ByHand, isMet: boolean): void {
    setByHand(undefined);
    view.dispatch(
      [
        {
          type: 'runbook/proven',
          record: record.id,
          command: '',
          isMet,
          expected: fieldText(record, 'expected'),
          actual,
        },
      ],
      {
        select: rowKey(record.id),
        said: `${isMet ? 'Proven' : 'Recorded as failed'}: ${recordTitle(record)}.`,
      },
    );
  }

  function question(): Question | undefined {
    if (!byHand) return undefined;
    if (byHand.actual === undefined)
      return {
        label: 'Done and seen',
        hint: 'What was done on the system, and what was seen then.',
        initialText: '',
        problemWith: (text) =>
          text === '' ? 'Say what was seen, such as "Orders came in again after 20 s".' : undefined,
        onAnswer: (actual) => setByHand({...byHand, actual}),
      };
    return {
      label: 'As expected',
      hint: `yes or no. Expected: ${fieldText(byHand.record, 'expected') || 'not said yet'}`,
      initialText: '',
      problemWith: (text) => (isMetBy(text) === undefined ? 'Type yes or no.' : undefined),
      onAnswer: (text) => prove(byHand, isMetBy(text) === true),
    };
  }

  if (byHand)
    return {screen, question: question(), layer: questionKeys(() => setByHand(undefined))};
  if (!record) return {screen, question: undefined, layer: []};
  const hasCommands = fieldText(record, 'commands') !== '';
  const begin = (run: () => void) => () => {
    view.say(undefined);
    run();
  };
  return {
    screen,
    question: undefined,
    layer: [
      {
        action: 'runRunbook',
        run: begin(() => setRunning(record)),
        isPrimary: true,
        ...(hasCommands ? {} : {offBecause: 'This runbook has no commands yet.'}),
      },
      {action: 'proveByHand', run: begin(() => setByHand({record})), isPrimary: true},
    ],
  };
}

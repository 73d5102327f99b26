import {useState, type ReactNode} from 'react';
import {proofByHand} from '../../handoff/changes/run-proof.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {questionKeys, type Question} from '../asking/prompt.tsx';
import {rowKey} from '../list/selected-line.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {refusedBecause} from '../asking/refusal-words.ts';
import {verifyAfter} from './verify-after.ts';
import {RunbookRunScreen} from './runbook-run.tsx';
import type {View} from '../view.ts';

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

  const said = ({record, actual = ''}: ByHand, isMet: boolean) =>
    proofByHand(record, {isMet, actual, ranAt: view.now()});

  /** What has to show afterwards that all is well is run before it is recorded that it worked. */
  async function keep(tried: ByHand, isMet: boolean): Promise<void> {
    const {record} = tried;
    const change = said(tried, isMet);
    const unverified = isMet
      ? await verifyAfter(view, record, AbortSignal.any([])).catch(
          (error: unknown) => problemMessage(error).text,
        )
      : undefined;
    if (unverified !== undefined) return view.say({text: unverified, token: 'warning'});
    view.dispatch([change], {
      select: rowKey(record.id),
      said: `${isMet ? 'Recorded as working' : 'Recorded as failed'}: ${recordTitle(record)}.`,
    });
  }

  function prove(tried: ByHand, isMet: boolean): void {
    setByHand(undefined);
    view.holdKeysDuring(keep(tried, isMet));
  }

  /** What of a yes the rules do not allow; what is still to be run is run first. */
  function problemWithYes(tried: ByHand): string | undefined {
    return verifiedWith(tried.record) === undefined
      ? refusedBecause(view, said(tried, true))
      : undefined;
  }

  function question(): Question | undefined {
    if (!byHand) return undefined;
    if (byHand.actual === undefined)
      return {
        label: 'Done and seen',
        hint: 'What was done on the system, and what was seen then.',
        initialText: '',
        problemWith: (text) =>
          /\p{L}{2}/u.test(text)
            ? undefined
            : 'Say what was seen, such as "Orders came in again after 20 s".',
        onAnswer: (actual) => setByHand({...byHand, actual}),
      };
    return {
      label: 'As expected',
      hint: `yes or no. Expected: ${fieldText(byHand.record, 'expected') || 'not said yet'}`,
      initialText: '',
      problemWith: (text) => {
        const isMet = isMetBy(text);
        if (isMet === undefined) return 'Type yes or no.';
        return isMet ? problemWithYes(byHand) : undefined;
      },
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

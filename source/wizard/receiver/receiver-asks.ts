import type {ChecksFile} from '../../checks/checks-file.ts';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import type {DemonstrationResult} from '../../handoff/model/demonstration.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {demonstrationEntry} from '../../services/kit/demonstration-entry.ts';
import type {Received} from '../../services/kit/received.ts';
import {confirm} from '../asking/confirm.ts';
import type {AskPerson} from '../asking/ask.ts';
import {acceptanceLines, checksLines, runbookLines} from './receiver-lines.ts';

/** What a question needs to be asked, and its answer to be kept. */
export interface Asker {
  readonly ask: AskPerson;
  readonly received: Received;
  /** Keeps it; gives whether that was done, and says why where it was not. */
  readonly add: (entry: AnswerEntry) => Promise<boolean>;
  readonly now: () => string;
}

/** Says what would run and asks for a yes. */
export function seenChecks({ask}: Pick<Asker, 'ask'>, file: ChecksFile): Promise<boolean> {
  return confirm(ask, {
    label: 'Trust exactly this and run it',
    hint: 'It runs on this machine.',
    about: {title: 'What the checks would run', lines: (width) => checksLines(file, width)},
  });
}

/** The same of a runbook. */
export function seenRunbook(
  {ask}: Pick<Asker, 'ask'>,
  row: HandoffRecord,
  folder: string,
): Promise<boolean> {
  return confirm(ask, {
    label: 'Run exactly this',
    hint: `It runs in ${folder}, until a step that is not as it should be or is done by hand.`,
    about: {title: recordTitle(row), lines: (width) => runbookLines(row, width)},
  });
}

/** Asks what the receiver wants to know. */
export async function askQuestion(
  {ask, add, now}: Asker,
  about: string | undefined,
): Promise<void> {
  await ask({
    label: 'Question',
    hint: 'For those who handed it over.',
    problemWith: (text) => (text === '' ? 'Write the question.' : undefined),
    keep: (text) =>
      add({kind: 'question', at: now(), text, ...(about === undefined ? {} : {about})}),
  });
}

/** Asks a question of the kit. */
export async function answerQuestion({ask, add, now, received}: Asker, id: string): Promise<void> {
  const asked = received.opened.kit.questions.find((one) => one.id === id)?.text ?? '';
  await ask({
    label: 'Your answer',
    hint: `${asked} In your own words.`,
    problemWith: (text) => (text === '' ? 'Write what you would do or see.' : undefined),
    keep: (said) => add({kind: 'teach-back', at: now(), question: id, asked, said}),
  });
}

/** Keeps how a task went; asks what was missing where it did not go by itself. */
export async function tellTask(
  {ask, add, received}: Asker,
  performed: {readonly item: string; readonly startedAt: string},
  result: DemonstrationResult,
): Promise<boolean> {
  const {kit} = received.opened;
  const entry = (remark?: string) =>
    demonstrationEntry(kit, {...performed, result, ...(remark ? {remark} : {})});
  if (result === 'unaided') return add(entry());
  const answer = await ask({
    label: result === 'failed' ? 'Why' : 'What was missing',
    hint: 'The runbook has to say it from now on.',
    problemWith: (text) => (text === '' ? 'Say it in a few words.' : undefined),
    keep: (text) => add(entry(text)),
  });
  return answer !== undefined;
}

const decisions = [
  {value: 'accepted', label: 'Accept it'},
  {value: 'accepted-with-conditions', label: 'Accept it with conditions'},
  {value: 'declined', label: 'Decline it'},
] as const;

/** Asks for the decision, the role, and what belongs to it. */
export async function decide({ask, add, now, received}: Asker): Promise<void> {
  const answer = await ask({
    label: 'Your decision',
    hint: received.opened.kit.versionWords,
    about: {title: 'What is decided on', lines: (width) => acceptanceLines(received, width)},
    choices: decisions,
  });
  const decision = decisions.find(({value}) => value === answer)?.value;
  if (!decision) return;
  const {name} = received.receiving;
  const known = received.opened.kit.receivers.find((one) => one.name === name)?.role ?? '';
  const role = await ask({
    label: 'What you are',
    hint: 'Such as head of operations.',
    initialText: known,
    problemWith: (text) => (text === '' ? 'Say it in a few words.' : undefined),
    ...(decision === 'accepted'
      ? {keep: (text: string) => add({kind: 'decision', at: now(), decision, role: text})}
      : {}),
  });
  if (role === undefined || decision === 'accepted') return;
  const isDeclined = decision === 'declined';
  await ask({
    label: isDeclined ? 'Why' : 'Conditions',
    hint: isDeclined ? 'The reason.' : 'Several with a semicolon between them.',
    problemWith: (text) => (text === '' ? 'Say it in a few words.' : undefined),
    keep(text) {
      const conditions = text.split(/;\s*/u).filter((part) => part.trim() !== '');
      const more = isDeclined ? {remarks: text} : {conditions};
      return add({kind: 'decision', at: now(), decision, role, ...more});
    },
  });
}

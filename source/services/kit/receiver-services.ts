import path from 'node:path';
import type {ChecksFile} from '../../checks/checks-file.ts';
import type {CheckEvent} from '../../checks/run.ts';
import {folderName} from '../../documents/archive/archive-handoff.ts';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Refusal} from '../../handoff/rules/refused.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import type {Context} from '../context.ts';
import type {ChecksState, CommandRun} from '../services.ts';
import type {OpenedKit} from './open-kit.ts';
import {addEntry, readReceived, refusalOfEntry, withdrawLast, type Received} from './received.ts';
import {writeAnswer, type WrittenAnswer} from './write-answer.ts';

/** What the receiver's screens need of the world. */
export interface ReceiverServices {
  readonly now: () => string;
  readonly received: () => Received;
  readonly refusal: (entry: AnswerEntry) => Refusal | undefined;
  readonly add: (entry: AnswerEntry) => Promise<Received>;
  readonly withdraw: () => Promise<AnswerEntry | undefined>;
  /** The text of a document of the kit, as Markdown. */
  readonly readDocument: (name: string) => Promise<string>;
  readonly readChecks: () => Promise<ChecksState | undefined>;
  readonly trustChecks: (file: ChecksFile) => Promise<void>;
  readonly runChecks: (
    file: ChecksFile,
    options: {readonly signal: AbortSignal; readonly onEvent: (event: CheckEvent) => void},
  ) => Promise<Received>;
  /** Runs a runbook that a person has seen whole, and keeps the way it took; gives why nothing ran. */
  readonly runRunbook: (
    row: HandoffRecord,
    options: {
      readonly folder: string;
      readonly signal: AbortSignal;
      readonly onStep: (step: RunbookStep, ended?: CommandRun) => void;
    },
  ) => Promise<string | undefined>;
  /** Writes the answer into the folder, under a name that no other content has. */
  readonly writeAnswer: (folder: string) => Promise<WrittenAnswer>;
}

/** Wires the receiver's screens. What runs things is loaded when it is first used. */
export function createReceiverServices(context: Context, opened: OpenedKit): ReceiverServices {
  const received = () => readReceived(context, opened);
  return {
    now: () => new Date().toISOString(),
    received,
    refusal: (entry) => refusalOfEntry(received(), entry),
    add: (entry) => addEntry(context, opened, entry),
    withdraw: () => withdrawLast(context, opened),
    readDocument: async (name) =>
      (await import('./read-document-text.ts')).readDocument(opened, name),
    readChecks: async () => (await import('./run-kit.ts')).readKitChecks(context, received()),
    trustChecks: async (file) =>
      (await import('../checks/trust-checks.ts')).trustChecks(context.home, file),
    runChecks: async (file, options) =>
      (await import('./run-kit.ts')).runKitChecks(context, opened, file, options),
    async runRunbook(row, {folder, signal, onStep}) {
      const {runbookEntry, verifyKitRunbook} = await import('./run-kit.ts');
      const {walkRunbook} = await import('../running/walk-runbook.ts');
      const {runCommands} = await import('../running/run-commands.ts');
      let unverified: string | undefined;
      const proof = await walkRunbook(row, {
        folder,
        signal,
        onStep,
        run: async (order) => runCommands(context.home, order),
        async verify() {
          unverified = await verifyKitRunbook({context, opened, folder, signal}, row);
          return unverified;
        },
      });
      if (!proof) return 'It begins with a step that is done by hand, so nothing was run.';
      const entry = runbookEntry(proof);
      const refused = proof.isMet ? refusalOfEntry(received(), entry) : undefined;
      await addEntry(context, opened, refused ? runbookEntry({...proof, isMet: false}) : entry);
      return unverified ?? refused?.message;
    },
    async writeAnswer(folder) {
      const file = path.join(folder, `${folderName(opened.kit.handoff)}-answer.json`);
      return writeAnswer(context, received(), {file, isForced: true});
    },
  };
}

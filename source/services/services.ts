import type {ChecksFile} from '../checks/checks-file.ts';
import type {ChecksFileProblem} from '../checks/spec/checks-file-error.ts';
import type {CheckEvent} from '../checks/run.ts';
import type {DocumentName} from '../documents/document-names.ts';
import type {DocumentReadiness} from '../documents/lint/finding.ts';
import type {WrittenDocuments} from '../documents/write-documents.ts';
import type {CheckRunRecord} from '../handoff/model/check-run.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import type {Audience} from '../playbook/playbook.ts';
import type {ExportForm} from '../export/export-checks.ts';
import type {Proof} from '../handoff/model/proof.ts';
import type {OnProgress} from '../progress/told-progress.ts';
import type {HandoffAtHand, LiveHandoff} from '../store/live-handoff.ts';
import type {Folded} from '../store/snapshot.ts';
import type {HandoffList} from '../store/list-handoffs.ts';
import type {FoundDraft} from '../handoff/drafts/found-draft.ts';
import type {AddedChecks} from './discovery/added-checks.ts';
import type {Look} from './discovery/keep-look.ts';
import type {RunningOptions} from './discovery/look-at-running.ts';
import type {Answer} from './publishing/answer-sending.ts';
import type {Fetched} from './publishing/fetch-states.ts';
import type {Publication} from './publishing/publication.ts';
import type {Sending} from '../store/outbox/sending.ts';
import type {ToTrust} from './checks/trust-checks.ts';
import type {OwnKey} from './archive/own-keys.ts';
import type {KitInWorkspace} from './kit/kit-in-workspace.ts';
import type {WrittenKit} from './kit/write-kit.ts';
import type {VerifiedArchive} from './archive/verify-archive.ts';
import type {SharedSight} from './sharing/find-shared.ts';
import type {Offered} from './sharing/take-offered.ts';
import type {SyncedInWords} from './sharing/sync-from-wizard.ts';
import type {WrittenArchive} from './archive/write-archive.ts';
import type {PlaybookSight} from './playbooks/playbook-sight.ts';
import type {NewHandoffFields} from './new-handoff-fields.ts';
import type {SuggestedNames} from './suggest-names.ts';
import type {PlaybookPreview, PlaybookOffer} from './playbooks/preview-playbook.ts';
import type {Edited} from './own-programs/edit-externally.ts';

/** The checks file of a workspace as the wizard finds it. */
export type ChecksState =
  | {readonly state: 'missing'; readonly path: string}
  | {
      readonly state: 'broken';
      readonly path: string;
      readonly problems: readonly ChecksFileProblem[];
    }
  | {
      readonly state: 'untrusted';
      readonly file: ChecksFile;
      /** What is probably not meant, and does not keep it from running. */
      readonly doubts: readonly ChecksFileProblem[];
      readonly toTrust: ToTrust;
    }
  | {
      readonly state: 'ready';
      readonly file: ChecksFile;
      readonly doubts: readonly ChecksFileProblem[];
    };

export interface RunOptions {
  readonly live: HandoffAtHand;
  readonly only?: readonly string[];
  /** Runs also what changes the system; a person has seen it and said yes. */
  readonly allowChanges?: boolean;
  /** What the person says of the manual checks in `only`. */
  readonly word?: {readonly isMet: boolean; readonly note: string};
  readonly signal: AbortSignal;
  readonly onEvent: (event: CheckEvent) => void;
}

/** Commands of a runbook or an item, as a person has seen and confirmed them. */
export interface CommandOrder {
  readonly commands: string;
  /** What is to be expected; lines in slashes are patterns. */
  readonly expected: string;
  /** Whether exit code 0 is enough where nothing is said of what to expect, as at one step of many. */
  readonly isEndEnough?: boolean;
  /** Values in the commands that no output may show, such as a password that was filled in. */
  readonly secretValues?: readonly string[];
  /** Absolute folder to run in. */
  readonly folder: string;
  /** What it starts stays alive when it has ended; a safe runbook leaves nothing behind. */
  readonly isChanging: boolean;
  /** Aborting ends all that runs. */
  readonly signal: AbortSignal;
  /** Called with the newest output, safe to show, as it comes. */
  readonly onOutput: (text: string) => void;
}

/** How commands ended. */
export interface CommandRun {
  readonly end: 'ended' | 'stopped' | 'not-started';
  /** ISO 8601 instant at which it began, and the machine that it ran on. */
  readonly ranAt: string;
  readonly host: string;
  /** Why it ended so, where the exit code does not say it. */
  readonly reason?: string;
  readonly code?: number;
  /** Milliseconds. */
  readonly duration: number;
  /** What was kept of the output: redacted, bounded and safe to show. */
  readonly output: string;
  /** What was seen, in a line. */
  readonly actual: string;
  /** Whether it looks as expected. A person has the last word. */
  readonly judgement: {readonly isMet: boolean; readonly reason: string};
  readonly evidence?: NonNullable<Proof['evidence']>;
}

/** What the wizard needs of the world; it is wired to store, checks and documents in one place. */
export interface Services {
  /** The name under which this person acts. */
  readonly actor: string;
  /** Takes their own name from now on, and for what they entered before; gives what was left out. */
  readonly saveName: (name: string) => Promise<readonly string[]>;
  readonly now: () => string;
  readonly listHandoffs: () => Promise<HandoffList>;
  /** Calls back after each write of any handoff; gives the way to stop. */
  readonly watchHandoffs: (onChange: () => void) => () => void;
  /** What is shared at or above a folder; only names and sizes are read. */
  readonly lookAtShared: (folder: string) => SharedSight | undefined;
  /** What a handoff that is shared there says of itself; nothing where it does not say how it began. */
  readonly describeOffered: (folder: string, id: string) => Promise<Offered | undefined>;
  /** Takes it in, and gives what a person has to know of it. Throws a Problem where it is none. */
  readonly takeOffered: (folder: string, id: string) => Promise<readonly string[]>;
  /** A handoff as it is, to look at and not to change. */
  readonly peekHandoff: (id: string) => Promise<Handoff>;
  /** Other handoffs from which rows may be offered to one, the nearest first. */
  readonly readEarlier: (handoff: Handoff) => Promise<readonly Handoff[]>;
  readonly openHandoff: (id: string) => Promise<LiveHandoff>;
  /** Gives the id. Throws a Problem that names the field's mistake. */
  readonly createHandoff: (fields: NewHandoffFields) => Promise<string>;
  /** The playbooks that can be chosen for a handoff of a workspace, the nearest first. */
  /** Names that a new handoff of a workspace may have, as they stand in files and in other handoffs. */
  readonly suggestNames: (workspace: string) => Promise<SuggestedNames>;
  readonly offerPlaybooks: (workspace: string) => Promise<readonly PlaybookOffer[]>;
  /** What a handoff of a workspace would follow by what was typed. */
  readonly previewPlaybook: (workspace: string, text: string) => Promise<PlaybookPreview>;
  /** How the file of the handoff's playbook differs from what the handoff has of it. */
  readonly lookAtPlaybook: (live: LiveHandoff) => Promise<PlaybookSight>;
  /** Reads the handoff's checks file; what has changed in it enters the journal. */
  readonly readChecks: (live: HandoffAtHand) => Promise<ChecksState>;
  /** Looks at what the workspace says of the system; what is found enters the journal, as no fact. */
  readonly lookAtDeployed: (
    live: LiveHandoff,
    options: {readonly signal: AbortSignal; readonly onProgress: OnProgress},
  ) => Promise<Look>;
  /**
   * Asks a host what it runs, once each command was agreed to; what is found enters the journal, as no
   * fact. Throws a Problem where nothing was asked or answered.
   */
  readonly lookAtRunning: (live: LiveHandoff, options: RunningOptions) => Promise<Look>;
  /** Adds checks that were found, and whose doing a person has seen, to the checks file of the workspace. */
  readonly addChecks: (handoff: Handoff, checks: readonly FoundDraft[]) => Promise<AddedChecks>;
  readonly trustChecks: (file: ChecksFile) => Promise<void>;
  /** The command with which a person looks at the checks and trusts them. */
  readonly trusting: string;
  /** Sets a variable of the environment until the program ends; it is written down nowhere. */
  readonly setVariable: (name: string, value: string) => void;
  /** Puts the sample checks file into a workspace that has none, and gives its path. */
  readonly createChecks: (workspace: string) => Promise<string>;
  /** Runs checks, and keeps the run and its evidence with the handoff. */
  readonly runChecks: (file: ChecksFile, options: RunOptions) => Promise<CheckRunRecord>;
  /** Notes that a running session is being watched, for the time after a crash. */
  readonly keepSignOfLife: (handoff: string, at: string) => Promise<void>;
  /** The last instant at which it was. */
  readonly readSignOfLife: (handoff: string) => string | undefined;
  /** Runs commands and keeps their output as evidence. */
  readonly runCommands: (order: CommandOrder) => Promise<CommandRun>;
  /**
   * Writes the documents named; without names, the whole set. The handoff records it, or the notice
   * says why it does not.
   */
  readonly writeDocuments: (
    live: LiveHandoff,
    folder: string,
    options?: {
      readonly names?: readonly DocumentName[];
      readonly onProgress?: OnProgress;
    },
  ) => Promise<WrittenDocuments & {readonly notice: string | undefined}>;
  /** Where they are written unless a person names another folder: where they lie on this machine, or will. */
  readonly documentsPlace: (handoff: Handoff) => string;
  /**
   * Passes a handoff on to another engineer and writes them the engineer handover beside the documents.
   * Gives its file, and what has to be told of it.
   */
  readonly passOn: (
    live: LiveHandoff,
    to: {readonly name: string; readonly note: string},
  ) => Promise<{readonly file: string; readonly remarks: readonly string[]}>;
  /**
   * Unites a handoff with what colleagues have where it is shared, and gives them what they lack. What
   * came in and what was not done is told in sentences. Nothing asks for a password. One that is not shared
   * yet is, in the repository of its workspace, where that is meant.
   */
  readonly syncHandoff: (
    live: LiveHandoff,
    options: {readonly isSharing: boolean},
  ) => Promise<SyncedInWords>;
  /** The folder in whose `.handoff` a handoff is shared; nothing where it is in none that is known. */
  readonly sharedIn: (live: LiveHandoff) => string | undefined;
  /** Writes the archive into the workspace, under a name that no other content has. */
  readonly writeArchive: (
    live: LiveHandoff,
    options: {readonly audience: Audience; readonly onProgress: OnProgress},
  ) => Promise<WrittenArchive>;
  /** Writes the kit for the receiver into the workspace, under a name that no other content has. */
  readonly writeKit: (live: LiveHandoff, options: KitInWorkspace) => Promise<WrittenKit>;
  /** The keys of this person that can sign. */
  readonly ownKeys: () => Promise<readonly OwnKey[]>;
  /** Writes the checks that passed in a form that needs nothing of this program, and says what came of it. */
  readonly exportChecks: (
    live: LiveHandoff,
    form: ExportForm,
    out: string,
  ) => Promise<readonly string[]>;
  /** What of a handoff waits to reach a tracker, a CRM or a wiki. */
  readonly readOutbox: (handoff: string) => readonly Sending[];
  /** Exactly what would be sent there now. Throws a TargetsFileError where the targets file is wrong. */
  readonly readPublication: (live: LiveHandoff) => Promise<Publication>;
  /** Sends exactly that, tells of each, and gives what is left in the outbox. */
  readonly sendPublication: (
    live: LiveHandoff,
    shown: Publication,
    onSent: (sending: Sending) => void,
  ) => Promise<readonly Sending[]>;
  /** Takes the word of a person for a sending of which nobody knows, or that was refused. */
  readonly answerPublication: (
    live: LiveHandoff,
    said: readonly [id: string, answer: Answer],
  ) => Promise<void>;
  /** Brings here how issues stand there. */
  readonly fetchPublication: (
    live: LiveHandoff,
    publication: Publication,
  ) => Promise<readonly Fetched[]>;
  /** Where the targets of a handoff are named, whether there is such a file or not. */
  readonly targetsPaths: (
    handoff: Pick<Handoff, 'workspace'>,
  ) => Promise<{readonly ofWorkspace: string; readonly ofPerson: string}>;
  /** Writes an example there, unless there is a file. */
  readonly beginTargetsFile: (file: string) => Promise<void>;
  /** Remembers that a person has seen exactly this content of the targets files. */
  readonly trustPublication: (publication: Publication) => Promise<void>;
  /** Checks an archive: every hash, what is missing or was added. */
  readonly verifyArchive: (file: string, onProgress: OnProgress) => Promise<VerifiedArchive>;
  /** One document as Markdown, as it would be written now. */
  readonly renderDocument: (snapshot: Folded, name: DocumentName) => Promise<string>;
  /** How far each document is, and what is missing in it. */
  readonly lintDocuments: (snapshot: Folded) => Promise<readonly DocumentReadiness[]>;
  readonly keepDraft: (handoff: string, item: string, text: string) => Promise<void>;
  readonly readDraft: (handoff: string, item: string) => string | undefined;
  readonly dropDraft: (handoff: string, item: string) => Promise<void>;
  /**
   * Opens text in $VISUAL or $EDITOR and gives what came back, once `keep` has it in safety. The
   * terminal must be free.
   */
  readonly editExternally: (text: string, keep: (text: string) => Promise<void>) => Promise<Edited>;
  /**
   * Opens a file of the person's own in $VISUAL or $EDITOR, at a line where the editor knows how. The
   * terminal must be free.
   */
  readonly openInEditor: (file: string, line: number) => Promise<void>;
  /** Loads what the first change needs, while nobody waits for it. */
  readonly prepare: () => Promise<void>;
}

/** What runs things and keeps what came of it: on an open handoff, or on a kit that was received. */
export type RunServices = Pick<
  Services,
  | 'actor'
  | 'readChecks'
  | 'trustChecks'
  | 'trusting'
  | 'createChecks'
  | 'setVariable'
  | 'runChecks'
  | 'runCommands'
>;

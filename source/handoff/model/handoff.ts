import type {Playbook, SystemSize} from '../../playbook/playbook.ts';
import type {PlaybookFile} from '../../playbook/playbook-file.ts';
import type {BusinessCalendar} from '../time/business-calendar.ts';
import type {Contradiction} from '../contradictions/contradiction.ts';
import type {CheckRunRecord} from './check-run.ts';
import type {Correction} from './correction.ts';
import type {Demonstration} from './demonstration.ts';
import type {DocumentSet} from './document-set.ts';
import type {DraftAnswer, DraftLook} from '../drafts/found-draft.ts';
import type {FoundEvidence} from './found-evidence.ts';
import type {FollowUpState} from './follow-up-state.ts';
import type {GateWaiver} from './gate-waiver.ts';
import type {HandoffRecord} from './handoff-record.ts';
import type {Holder} from '../holding/passed-on.ts';
import type {HistoryEntry} from './history-entry.ts';
import type {ItemState} from './item-state.ts';
import type {JournalMark} from './journal-mark.ts';
import type {ReceivedAnswer} from '../kits/received-answer.ts';
import type {MadeKit} from '../kits/made-kit.ts';
import type {LeftBehind} from '../taking-over/left-behind.ts';
import type {Misdated} from './misdated.ts';
import type {PersonEntry} from './person.ts';
import type {Proof} from './proof.ts';
import type {Published, SeenThere} from '../publishing/published.ts';
import type {SeenChecks} from './seen-checks.ts';
import type {Session} from './session.ts';
import type {SessionPlan} from './session-plan.ts';
import type {SignOff} from './sign-off.ts';
import type {TeachBack} from '../teaching/teach-back.ts';
import type {TransitionExtension} from './transition-extension.ts';

/** One system going to one receiver. The fold of its journal; never stored as such. */
export interface Handoff extends BusinessCalendar {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  /** Absolute folder in which checks run and documents are looked for. */
  readonly workspace: string;
  /** IANA time zone in which dates are meant, such as `Europe/Madrid`. */
  readonly timeZone: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** To whom it was passed on last; absent where whoever began it still holds it. */
  readonly holder?: Holder;
  readonly updatedAt: string;
  /** Everybody who has entered anything, also what was taken back, as they were called then. */
  readonly actors: readonly string[];
  /** What was said of people; who there is, `peopleOf` knows. */
  readonly people: readonly PersonEntry[];
  readonly playbook: Playbook;
  /** Where the playbook came from: a path, or `built-in`. */
  readonly playbookSource: string;
  /** The files that it was read from, as they were; none for the built-in one and in older handoffs. */
  readonly playbookFiles: readonly PlaybookFile[];
  /** How much it is of, where somebody has said so: what is asked goes by it. */
  readonly size?: SystemSize;
  /** The commit that the checkout of its first file was at; absent where it lay in none. */
  readonly playbookVersion?: string;
  /** Items that the playbook lost before anybody had said anything of them. */
  readonly leftBehind: readonly LeftBehind[];
  readonly items: Readonly<Record<string, ItemState>>;
  readonly checkRuns: readonly CheckRunRecord[];
  /** What stood in the checks file when it had changed and was looked at. */
  readonly seenChecks: readonly SeenChecks[];
  /** Evidence that was found edited or gone. */
  readonly foundEvidence: readonly FoundEvidence[];
  readonly records: readonly HandoffRecord[];
  /** What was found by the last look at each folder; no fact of the handoff. */
  readonly draftLooks: readonly DraftLook[];
  /** What was said of it, besides the rows that were made of it. */
  readonly draftAnswers: readonly DraftAnswer[];
  /** Each time a runbook was tried on the system. */
  readonly proofs: readonly Proof[];
  /** The plan in force; the earlier ones count in its `sequence`. */
  readonly plan?: SessionPlan;
  readonly session: Session;
  readonly demonstrations: readonly Demonstration[];
  /** Each answer to a question of the training, in order. */
  readonly teachBacks: readonly TeachBack[];
  /** What a person said about a follow-up, by its id. */
  readonly followUps: Readonly<Record<string, FollowUpState>>;
  /** Each extension of the transition, the last one in force. */
  readonly extensions: readonly TransitionExtension[];
  readonly gateWaivers: readonly GateWaiver[];
  /** Its business days were set for it alone, so nobody's settings replace them. */
  readonly hasOwnCalendar: boolean;
  readonly signOffs: readonly SignOff[];
  /** What was removed, lowered, shortened or moved once somebody had relied on it, in order. */
  readonly history: readonly HistoryEntry[];
  /** Claims that were taken back with a reason. */
  readonly corrections: readonly Correction[];
  /** Each time that documents were written, the last one last. */
  readonly documentSets: readonly DocumentSet[];
  /** Each kit that was made for the receiver, the last one last. */
  readonly kits: readonly MadeKit[];
  /** Each time that something reached a tracker, a CRM or a wiki, the last one last. */
  readonly published: readonly Published[];
  /** How open points were found there, whenever that had changed. */
  readonly seenThere: readonly SeenThere[];
  /** Each answer of the receiver that came in a file. */
  readonly answers: readonly ReceivedAnswer[];
  /** Lines of the journal that the rules of today would refuse, and how each of them reads. */
  readonly marks: readonly JournalMark[];
  /** What several people have answered otherwise, none of whom had seen what the other said. */
  readonly contradictions: readonly Contradiction[];
  /** Entries whose own time lies well before what they go on from. */
  readonly misdated: readonly Misdated[];
  /** What its journal has lost, in a sentence; absent where all of it could be read. */
  readonly lost?: string;
}

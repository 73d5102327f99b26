import type {Reading} from './reading.ts';
import type {DataOptions} from './data-options.ts';
import type {WrittenName} from '../../handoff/model/document-set.ts';
import {holderOf} from '../../handoff/holding/holder.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {shortDigest} from '../../handoff/standing/digest.ts';
import {handoffDigest} from '../../handoff/standing/accepted/handoff-digest.ts';
import {calendarWords} from '../../handoff/time/calendar-words.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {asOfWords, stampWords} from '../words/stamp-words.ts';
import {datesData, type DateData} from './afterwards/dates-data.ts';
import {waysData, type WaysData} from './ways-data.ts';
import {weaknessesReadBy} from '../../handoff/audience/readable.ts';
import {
  gateWaiversData,
  nextGateData,
  type GateData,
  type GateWaiverData,
} from './standing/gates-data.ts';
import {demonstrationsData, type DemonstrationData} from './session/demonstrations-data.ts';
import {teachBackData, type TeachBackData} from './session/teach-back-data.ts';
import {followUpsData, type FollowUpsData} from './afterwards/follow-ups-data.ts';
import {frontData, type FrontData} from './standing/front-data.ts';
import {guidanceData, type AdviceData} from './standing/guidance-data.ts';
import {historyData, type HistoryData} from './afterwards/history-data.ts';
import {publishedData, type PublishedData} from './afterwards/published-data.ts';
import {internalData, type InternalData} from './internal-data.ts';
import {operationData, type OperationData} from './operation-data.ts';
import {partsData, type PartData} from './parts-data.ts';
import {peopleData, type PersonData} from './people-data.ts';
import {withShownNames} from './shown-names.ts';
import {revisionData, type RevisionData} from './revision-data.ts';
import {planData, type PlanData} from './session/plan-data.ts';
import {sessionData} from './session/session-data.ts';
import type {SessionData} from './session/session-shapes.ts';
import {
  acceptanceData,
  signOffsData,
  statusWords,
  type AcceptanceData,
  type SignOffData,
} from './afterwards/sign-offs-data.ts';
import {criteriaData, type SuccessData} from './standing/success-data.ts';
import {itemRunsData, type ItemRunData} from './standing/item-runs-data.ts';
import {summaryData, type SummaryData} from './standing/summary-data.ts';
import {rhythmsData, type RhythmData} from './rhythms-data.ts';
import {seenData, type SeenData} from './seen-data.ts';
import {usualSet, type SetData} from './set-data.ts';
import {tablesData, type TablesData} from './tables-data.ts';
import {transitionData, type TransitionData} from './afterwards/transition-data.ts';
import {validationData, type ValidationData} from './standing/validation-data.ts';
import {workData, type ItemData, type PhaseData} from './standing/work-data.ts';

/**
 * Everything a document template may use: plain JSON, with `null` for what is not there. Texts are
 * as people wrote them and are escaped on their way out. Instants are ISO 8601, lengths in
 * milliseconds.
 */
export interface DocumentData extends Reading {
  readonly id: string;
  readonly system: string;
  readonly customer: string;
  readonly author: string;
  /** Who holds it now; whoever began it, where it was not passed on. */
  readonly holder: string;
  readonly timeZone: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The moment that the document speaks of, such as `26 November 2026, 14:05, Europe/Madrid`. */
  readonly asOf: string;
  /** Digest of the handoff that it is made from, whole and as the version that is printed. */
  readonly digest: string;
  readonly version: string;
  /** Which of its issues a document is; that of the handoff document, where it is none. */
  readonly revision: RevisionData;
  /** All three in a sentence. Where a template prints neither, it stands at the end of the document. */
  readonly stamp: string;
  /** Milliseconds from the creation to the last change. */
  readonly lifetime: number;
  readonly status: string;
  /** What lies beside it in the folder of its audience. */
  readonly set: SetData;
  /** What stands first in every document. */
  readonly front: FrontData;
  readonly summary: SummaryData;
  /** The six parts, always all of them. */
  readonly parts: readonly PartData[];
  /** The rows of every table, apart from the parts that they are printed in. */
  readonly tables: TablesData;
  readonly operation: OperationData;
  /** What whoever is on call may see, and the one next step for each, the worst first. */
  readonly seen: readonly SeenData[];
  readonly ways: WaysData;
  /** The recurring tasks by how often they come. */
  readonly rhythms: readonly RhythmData[];
  /** The items about success criteria, with how each was settled. */
  readonly success: readonly SuccessData[];
  /** What ends, moves or is due on a day, the soonest first. */
  readonly dates: readonly DateData[];
  readonly validation: ValidationData;
  /** What was run of the commands that the playbook gives at its items. */
  readonly itemRuns: readonly ItemRunData[];
  readonly phases: readonly PhaseData[];
  readonly session: SessionData;
  readonly gateWaivers: readonly GateWaiverData[];
  /** What the playbook does not ask, or asks less of than usual: each a sentence. */
  readonly notAsked: readonly string[];
  /** The gate that comes next; nothing once the receiver has signed. */
  readonly gate: GateData | null;
  /** The tasks that the receiver performs; empty where the playbook has none. */
  readonly demonstrations: readonly DemonstrationData[];
  /** The questions of the training that the receiver answers in their own words. */
  readonly teachBack: readonly TeachBackData[];
  readonly followUps: FollowUpsData;
  readonly transition: TransitionData | null;
  /** On which days people work, where they are not Monday to Friday; else nothing. */
  readonly businessDays: string | null;
  readonly signOffs: readonly SignOffData[];
  readonly acceptance: AcceptanceData;
  /** What was removed, lowered, moved or taken back once somebody had relied on it. */
  readonly history: readonly HistoryData[];
  /** What was sent to trackers, CRM and wikis where the reader finds it. */
  readonly published: readonly PublishedData[];
  readonly guidance: readonly AdviceData[];
  readonly people: readonly PersonData[];
  readonly plan: PlanData;
  /** Every link recorded as evidence of an item, once, in the order of the playbook. */
  readonly links: readonly string[];
  /** Items that do not apply, with the reason given. */
  readonly leftOut: readonly LeftOutData[];
  /**
   * Only for the internal audience. For a customer it is not there at all: a template that prints
   * from it fails, and `{% if internal %}` is false.
   */
  readonly internal?: InternalData;
}

/** An item that does not apply. */
export interface LeftOutData {
  readonly text: string;
  readonly reason: string;
  /** One of the six parts says so already. */
  readonly isInPart: boolean;
}

function leftOutData(items: readonly ItemData[], parts: readonly PartData[]): LeftOutData[] {
  const said = new Set(
    parts.flatMap(({notApplicable, own, sections}) => [
      ...notApplicable.map(({title}) => title),
      ...[...own, ...sections].flatMap(({title, reason}) => (reason === null ? [] : [title])),
    ]),
  );
  return items.flatMap(({text, reason}) =>
    reason === null ? [] : [{text, reason, isInPart: said.has(text)}],
  );
}

/** The document by which the index of a folder counts: each whole set of its reader has it. */
const leading = {customer: 'handoff-document', internal: 'engineer-handover'} as const;

/** The data for one document, or the index: the same, with what it is as an issue. */
export function withRevision(
  handoff: Handoff,
  written: WrittenName | undefined,
  data: DocumentData,
): DocumentData {
  const name = written ?? leading[data.audience];
  if (name === 'handoff-document') return data;
  const revision = revisionData(handoff, name, data);
  const made = {asOf: data.now, digest: data.digest};
  return {...data, revision, stamp: stampWords(made, data.timeZone, revision.words)};
}

/** The data of every document. Pure: the same handoff and options give the same data. */
export function documentData(handoff: Handoff, options: DataOptions): DocumentData {
  const {audience, now, evidence = new Map()} = options;
  const digest = handoffDigest(handoff);
  const revision = revisionData(handoff, 'handoff-document', options);
  const validation = validationData(handoff, evidence, now);
  const session = sessionData(handoff, options);
  const parts = partsData(handoff, options);
  const plan = planData(handoff, options);
  const phases = workData(handoff, options);
  const items = phases.flatMap(({steps}) => steps.flatMap(({items}) => items));
  const tables = tablesData(handoff, options);
  const demonstrations = demonstrationsData(handoff, audience);
  const operation = operationData(handoff, options, demonstrations);
  const transition = transitionData(handoff, options, options.compareRuns);
  const facts = {validation, session, parts, plan, transition};
  return withShownNames(handoff, {
    audience,
    now,
    id: handoff.id,
    system: handoff.system,
    customer: handoff.customer,
    author: handoff.createdBy,
    holder: holderOf(handoff),
    timeZone: handoff.timeZone,
    createdAt: handoff.createdAt,
    updatedAt: handoff.updatedAt,
    asOf: asOfWords(now, handoff.timeZone),
    digest,
    version: shortDigest(digest),
    stamp: stampWords({asOf: now, digest}, handoff.timeZone, revision.words),
    revision,
    lifetime: Date.parse(handoff.updatedAt) - Date.parse(handoff.createdAt),
    status: statusWords(handoff),
    set: usualSet(handoff, audience),
    front: frontData(handoff, options, {tables, open: plan.open}),
    summary: summaryData(handoff, audience, {...facts, tables}),
    parts,
    tables,
    operation,
    seen: seenData(tables, operation),
    ways: waysData(tables),
    rhythms: rhythmsData(tables),
    success: criteriaData(items),
    dates: datesData(handoff, options),
    validation,
    itemRuns: itemRunsData(handoff, options),
    phases,
    session,
    gateWaivers: gateWaiversData(handoff, options),
    gate: nextGateData(handoff, options),
    notAsked: weaknessesReadBy(handoff, audience).map(({text}) => text),
    demonstrations,
    teachBack: teachBackData(handoff, options),
    followUps: followUpsData(handoff, options),
    transition,
    businessDays: calendarWords(handoff, dayIn(handoff.timeZone, now)) ?? null,
    signOffs: signOffsData(handoff),
    acceptance: acceptanceData(handoff),
    history: historyData(handoff, audience),
    published: publishedData(handoff, audience),
    guidance: guidanceData(handoff, facts),
    people: peopleData(handoff, audience),
    plan,
    links: [...new Set(items.flatMap(({links}) => links))],
    leftOut: leftOutData(items, parts),
    ...(audience === 'internal' ? {internal: internalData(handoff, options)} : {}),
  });
}

import type {Audience} from '../../../playbook/playbook.ts';
import type {FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {allWorkReadBy, openPointsReadBy} from '../../../handoff/audience/readable.ts';
import {acceptanceStanding} from '../../../handoff/standing/acceptance-standing.ts';
import type {Progress} from '../../../handoff/items/progress.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {noRiskWords} from './no-risk.ts';
import {countSettled, progressWords, type SettledCounts} from './standing-words.ts';
import {sentence} from '../../words/sentence.ts';
import {numbered} from '../../words/numbered.ts';
import {plural} from '../../words/plural.ts';
import {dueWords} from '../../words/times.ts';
import type {PartData} from '../parts-data.ts';
import type {OpenData, PlanData} from '../session/plan-data.ts';
import type {QuestionData, SessionData} from '../session/session-shapes.ts';
import type {RowData, TablesData} from '../tables-data.ts';
import type {CheckData} from './check-data.ts';
import type {ValidationData} from './validation-data.ts';

/** Something the reader should know before relying on the system. */
export interface PointData {
  readonly kind:
    | 'record'
    | 'decision'
    | 'blocking-check'
    | 'checks'
    | 'overdue'
    | 'question'
    | 'follow-ups'
    | 'risk'
    | 'part';
  readonly title: string;
  readonly text: string;
}

export interface SummaryData {
  /**
   * Of the items that the customer reads, whoever reads. What settled ones rest on stands in `words`;
   * `percent` is 0 where there is nothing to settle.
   */
  readonly progress: Progress &
    SettledCounts & {
      readonly percent: number;
      readonly words: string;
      /** The same of the team's own items; nothing for a customer. */
      readonly ownWords: string | null;
    };
  /** What can be said where no open point is listed: items may be open all the same. */
  readonly nothingOpen: string;
  /** What is known where no open risk is listed; nothing where one is. */
  readonly noRisk: string | null;
  /** The next open item, or nothing when all is settled. */
  readonly next: OpenData | null;
  readonly openPoints: readonly PointData[];
  /** The three that matter most: required checks that do not hold, then risks by severity. */
  readonly topRisks: readonly PointData[];
}

const blockingResults: Readonly<Record<string, string>> = {
  fail: 'fails',
  skipped: 'was skipped',
  'too old': 'ran too long ago',
  'changed since': 'was changed since it ran',
  'not run': 'has never run',
  gone: 'was taken out',
  'made weaker': 'is only recommended now',
};

function checkPoint({name, outcome, message, fix, waived}: CheckData): PointData {
  const result = blockingResults[outcome] ?? 'could not be decided';
  return {
    kind: 'blocking-check',
    title: `The required check "${name}" ${result}${waived === null ? '' : `, ${waived}`}`,
    text: [message, fix ?? '']
      .filter((text) => text.trim() !== '')
      .map(sentence)
      .join(' '),
  };
}

function questionPoint({number, text}: QuestionData): PointData {
  return {kind: 'question', title: `Question ${number} has no answer yet`, text};
}

function softPoints({checks, blocking}: ValidationData): PointData[] {
  const names = new Set(blocking.map(({name}) => name));
  const soft = checks.filter(({isPassed, name}) => !isPassed && !names.has(name));
  if (soft.length === 0) return [];
  const title = `${plural(soft.length, 'more check')} to look at`;
  return [
    {kind: 'checks', title, text: soft.map(({name, outcome}) => `${name} (${outcome})`).join('; ')},
  ];
}

function missingPoints(parts: readonly PartData[]): PointData[] {
  return parts
    .filter(({isEmpty, missing}) => isEmpty || missing.length > 0)
    .map(({title, isEmpty, missing}) => ({
      kind: 'part',
      title: isEmpty
        ? `The part "${title}" is not written yet`
        : `The part "${title}" is not complete`,
      text: missing.length === 0 ? '' : `Missing: ${missing.join('; ')}`,
    }));
}

/**
 * Open points that no other line of the summary tells: neither questions nor checks. Those of the
 * own team stand apart, so that each figure is the same whoever reads.
 */
function followUpPoints(handoff: Handoff, reader: Audience): PointData[] {
  const told = (audience: Audience) =>
    openPointsReadBy(handoff, audience).filter(({kind}) => kind !== 'question' && kind !== 'check');
  const shared = told('customer');
  const ids = new Set(shared.map(({id}) => id));
  const own = told(reader).filter(({id}) => !ids.has(id));
  const point = (open: readonly FollowUp[], whose: string): PointData[] =>
    open.length === 0
      ? []
      : [
          {
            kind: 'follow-ups',
            title: `${plural(open.length, `${whose}open point`)} to close`,
            text: open.map(({text}) => text).join('; '),
          },
        ];
  return [...point(shared, ''), ...point(own, 'internal ')];
}

function point(title: string, text: string): PointData {
  return {kind: 'decision', title, text};
}

function decisionPoints(handoff: Handoff): PointData[] {
  const last = handoff.signOffs.at(-1);
  if (!last) return [];
  const {name, decision, conditions = [], remarks = ''} = last;
  if (decision === 'declined')
    return [{kind: 'decision', title: `${name} declined the handoff`, text: remarks}];
  const {changed} = acceptanceStanding(handoff);
  return [
    ...(decision === 'accepted'
      ? []
      : [point(`${name} accepted with conditions`, numbered(conditions))]),
    ...(changed.length > 0
      ? [
          point(
            `Changed since ${name} accepted it: ${changed.length}`,
            numbered(changed.map(({text}) => text)),
          ),
        ]
      : []),
  ];
}

function overduePoint({text, owner, due}: PlanData['dated'][number], zone: string): PointData {
  const who = owner ? `, owner ${owner}` : '';
  return {kind: 'overdue', title: `Overdue since ${dueWords(due, zone)}`, text: `${text}${who}`};
}

function riskPoint(risk: RowData): PointData {
  const {name = '', severity = '', workaround = '', owner = '', due = '', state = ''} = risk;
  const who = [owner && `owner ${owner}`, due && `due ${due}`].filter((text) => text !== '');
  const around = workaround === '' ? [] : [`workaround: ${workaround.replace(/\.$/u, '')}`];
  const about = severity === '' ? state : `severity ${severity}, ${state || 'open'}`;
  return {
    kind: 'risk',
    title: about === '' ? name : `${name} (${about})`,
    text: [...around, ...(who.length > 0 ? [who.join(', ')] : [])].join('; '),
  };
}

function nothingOpenWords({settled, total}: Progress): string {
  if (settled === total) return 'No open point is recorded.';
  const open = plural(total - settled, 'item');
  return `No open point is recorded, and ${open} of ${total} ${total - settled === 1 ? 'is' : 'are'} not settled yet.`;
}

const shownRisks = 3;

function topRisks(validation: ValidationData, {risks}: TablesData): PointData[] {
  const standing = risks.filter(({state}) => state !== 'closed');
  return [...validation.blocking.map(checkPoint), ...standing.map(riskPoint)].slice(0, shownRisks);
}

/** What the parts of the data add up to. */
export function summaryData(
  handoff: Handoff,
  audience: Audience,
  data: {
    readonly validation: ValidationData;
    readonly session: SessionData;
    readonly parts: readonly PartData[];
    readonly plan: PlanData;
    readonly tables: TablesData;
  },
): SummaryData {
  const statesFor = (reader: Audience) =>
    allWorkReadBy(handoff, reader).map(({item}) => ({
      id: item.id,
      standing: itemStanding(handoff, item.id),
    }));
  const shared = statesFor('customer');
  const ids = new Set(shared.map(({id}) => id));
  const own = statesFor(audience).filter(({id}) => !ids.has(id));
  const states = shared.map(({standing}) => standing);
  const progress = {
    settled: states.filter(({status}) => status !== 'open').length,
    total: states.length,
  };
  const {validation, session, parts, plan, tables} = data;
  return {
    noRisk: noRiskWords(handoff, audience),
    nothingOpen: nothingOpenWords(progress),
    progress: {
      ...progress,
      ...countSettled(states),
      words: progressWords(states),
      ownWords: own.length === 0 ? null : progressWords(own.map(({standing}) => standing)),
      percent: progress.total === 0 ? 0 : Math.floor((100 * progress.settled) / progress.total),
    },
    next: plan.open[0] ?? null,
    openPoints: [
      ...(handoff.lost === undefined
        ? []
        : [{kind: 'record', title: 'The record is damaged', text: handoff.lost} as const]),
      ...decisionPoints(handoff),
      ...validation.blocking.map(checkPoint),
      ...softPoints(validation),
      ...plan.dated
        .filter(({due}) => due.isOverdue)
        .map((item) => overduePoint(item, handoff.timeZone)),
      ...session.questions.filter(({answer}) => answer === null).map(questionPoint),
      ...followUpPoints(handoff, audience),
      ...missingPoints(parts),
    ],
    topRisks: topRisks(validation, tables),
  };
}

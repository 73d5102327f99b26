import {holdsSlowPattern, searchInTime} from './assertions/slow-pattern.ts';
import type {Judgement, Subject} from './assertions/subject.ts';
import {isUnseen} from './assertions/unseen.ts';
import type {Check} from './checks-file.ts';
import {cleanse} from './cleanse.ts';
import type {Kind, Measurement} from './kinds/kind.ts';
import type {Finding, Outcome} from './check-result.ts';

export interface Judged {
  readonly outcome: Outcome;
  readonly message: string;
}

type Stated = Judgement & Pick<Finding, 'level'>;

/** A finding, and whether it only says that nothing is known. */
type Found = Finding & {readonly isUnknown: boolean};

/** What is not seen is neither so nor not so, whatever is said of it. */
function judgeOne(subject: Subject, statement: unknown, measured: unknown, name: string) {
  if (!isUnseen(measured)) return subject.judge(statement, measured, name);
  const actual = `not known: ${measured.reason}`;
  const unknown = {actual, remark: undefined, isMet: false, isUnknown: true};
  return subject.judge(statement, undefined, name).map((one) => Object.assign({}, one, unknown));
}

/** @throws SlowPatternError */
function judgeAll(kind: Kind, {claims}: Check, {values}: Measurement): Stated[] {
  return claims.flatMap(({subject, statement, level}) => {
    const known = kind.subjects[subject];
    const judge = () => (known ? judgeOne(known, statement, values[subject], subject) : []);
    const list = holdsSlowPattern(statement) ? searchInTime(judge) : judge();
    return list.map((judgement) => Object.assign({level}, judgement));
  });
}

async function findingsOf(
  stated: readonly Stated[],
  secretValues: readonly string[],
): Promise<Found[]> {
  const texts = stated.flatMap(({subject, expected, actual, remark = ''}) => [
    subject,
    expected,
    actual,
    remark,
  ]);
  const clean = await cleanse(texts, secretValues);
  return stated.map(({isMet, level, isUnknown = false}, index) => {
    const [subject = '', expected = '', actual = '', remark] = clean.slice(
      index * 4,
      index * 4 + 4,
    );
    return {
      subject,
      expected,
      actual: remark ? `${actual} ${remark}` : actual,
      isMet,
      level,
      isUnknown,
    };
  });
}

function tellUnmet(unmet: readonly Finding[]): string {
  const [first] = unmet;
  const more = unmet.length > 1 ? ` (and ${unmet.length - 1} more)` : '';
  return first ? `${first.subject}: expected ${first.expected}, was ${first.actual}${more}` : '';
}

function outcomeOf(findings: readonly Found[], own: Measurement['own']): Judged {
  const unmet = findings.filter(({isMet}) => !isMet);
  const expected = unmet.filter(({level}) => level === 'expect');
  const failed = expected.filter(({isUnknown}) => !isUnknown);
  const [deciding] = failed.length > 0 ? failed : unmet;
  const said = !deciding || deciding.subject === own?.subject ? own?.message : undefined;
  if (failed.length > 0) return {outcome: 'fail', message: said ?? tellUnmet(failed)};
  if (expected.length > 0) return {outcome: 'unknown', message: tellUnmet(expected)};
  if (unmet.length > 0) return {outcome: 'warn', message: said ?? tellUnmet(unmet)};
  if (said !== undefined) return {outcome: 'pass', message: said};
  const seen = new Map(findings.map(({subject, actual}) => [subject, actual]));
  const [first, second] = [...seen].map(([subject, actual]) => `${subject} ${actual}`);
  return {outcome: 'pass', message: [first, second].filter(Boolean).join(', ')};
}

/**
 * Judges a whole measurement. The findings are fit to be stored, the message is not yet.
 * @throws SlowPatternError
 */
export async function judge(
  kind: Kind,
  check: Check,
  measurement: Measurement,
  secretValues: readonly string[],
): Promise<Judged & {readonly findings: readonly Finding[]}> {
  const findings = await findingsOf(judgeAll(kind, check, measurement), secretValues);
  return {
    ...outcomeOf(findings, measurement.own),
    findings: findings.map(({isUnknown: _, ...finding}) => finding),
  };
}

import {type Judgement, type Subject} from '../assertions/subject.ts';
import {type Matcher, MatchError, shown} from './matchers/matcher.ts';
import {type LinePattern, type PatternHit} from './matchers/patterns.ts';
import {Unconvertible} from './values/convert.ts';
import {type GoValue} from './values/go-value.ts';

/** What a gossfile says of one attribute. */
export type AttributeClaim =
  | {readonly type: 'matcher'; readonly matcher: Matcher}
  /** A list at an attribute that is text: every pattern is looked for line by line. */
  | {readonly type: 'patterns'; readonly patterns: readonly LinePattern[]}
  /** goss wants it said, and it is not. */
  | {readonly type: 'missing'};

/** What came of looking at an attribute. */
export type AttributeSeen =
  | {readonly type: 'value'; readonly value: GoValue; readonly remark?: string | undefined}
  | {readonly type: 'lines'; readonly hits: readonly PatternHit[] | string}
  | {readonly type: 'error'; readonly reason: string}
  /** goss does not look at it, because of what the first attribute was. */
  | {readonly type: 'passed-over'};

/** Whether a matcher takes a value; where it cannot look at it, goss says no, and why. */
export function decide(
  {matches}: Matcher,
  value: GoValue,
): {readonly isMet: boolean; readonly reason?: string} {
  try {
    return {isMet: matches(value)};
  } catch (error) {
    if (error instanceof MatchError || error instanceof Unconvertible) {
      return {isMet: false, reason: error.message};
    }
    throw error;
  }
}

function judgePatterns(
  patterns: readonly LinePattern[],
  seen: AttributeSeen | undefined,
  subject: string,
): Judgement[] {
  if (seen?.type === 'lines' && typeof seen.hits !== 'string') {
    return seen.hits.map(({pattern, line, isMet}) => ({
      subject,
      expected: pattern.words,
      actual: line === undefined ? 'no such line' : line.trim() || 'an empty line',
      isMet,
    }));
  }
  const told =
    seen?.type === 'lines' ? seen.hits : seen?.type === 'error' ? seen.reason : undefined;
  const reason = typeof told === 'string' ? told : 'not measured';
  return patterns.map(({words}) => ({subject, expected: words, actual: reason, isMet: false}));
}

/** Any attribute of goss's resources. It is written in a gossfile only. */
export const attributeSubject: Subject<AttributeClaim, AttributeSeen> = {
  parse: () => undefined,
  judge(claim, seen, subject) {
    if (seen?.type === 'passed-over') {
      return [];
    }
    if (claim.type === 'missing') {
      const actual = 'not said, and goss fails on that';
      return [{subject, expected: 'said in the gossfile', actual, isMet: false}];
    }
    if (claim.type === 'patterns') {
      return judgePatterns(claim.patterns, seen, subject);
    }
    const stated = {subject, expected: claim.matcher.words};
    if (seen?.type !== 'value') {
      const reason = seen?.type === 'error' ? seen.reason : 'not measured';
      return [{...stated, actual: reason, isMet: false}];
    }
    const {isMet, reason} = decide(claim.matcher, seen.value);
    const remarks = [seen.remark, reason === undefined ? undefined : `(${reason})`];
    const remark = remarks.filter((one) => one !== undefined).join(' ');
    return [{...stated, actual: shown(seen.value), ...(remark === '' ? {} : {remark}), isMet}];
  },
};

import {formatBytes} from './amounts.ts';
import type {Assertion} from './assertion.ts';
import {doubtOf} from './doubt.ts';
import {parseJson} from './exact-json.ts';
import {namedForm} from './forms.ts';
import {truthOf} from './holds.ts';
import {showValue, statedAs} from './in-words.ts';
import {pathProblem} from './json-path.ts';
import {pick, type Data, type Picked} from './json-pick.ts';
import {leavesOf} from './leaves.ts';
import {parseAssertion} from './parse-assertion.ts';
import {showEntries} from './show-entries.ts';
import {SlowPatternError} from './slow-pattern.ts';
import type {Judgement, Subject} from './subject.ts';
import {whyUntold, type TextContent} from '../text/text-content.ts';

/** A statement about what a JSON path leads to. */
export interface PathClaim {
  readonly path: string;
  readonly assertion: Assertion;
}

type Reading = {readonly data: Data} | {readonly problem: string; readonly isUnknown?: boolean};

/** How a text becomes data. `parse` throws when it cannot. */
export interface DocumentFormat {
  readonly name: string;
  readonly parse: (text: string) => Data;
}

function read(content: TextContent, {name, parse}: DocumentFormat): Reading {
  if (content.type === 'scanned')
    return {
      problem: `not known: it is ${formatBytes(content.bytes)} long, and ${name} is read up to 64 MiB`,
      isUnknown: true,
    };
  if (content.type === 'unread')
    return {problem: `not known: ${whyUntold(content) ?? ''}`, isUnknown: true};
  const text = content.text.trim();
  if (text === '') return {problem: `nothing, where ${name} was expected`};
  try {
    return {data: parse(text.replace(/^\uFEFF/, ''))};
  } catch {
    return {problem: `not ${name}: ${text}`};
  }
}

/** What is said of a list that was looked for everywhere and found nowhere. */
function isAboutLength(assertion: Assertion): boolean {
  return leavesOf(assertion).every(({type}) => type === 'length');
}

function judgePicked(
  picked: Picked,
  assertion: Assertion,
): Pick<Judgement, 'actual' | 'remark' | 'isMet'> {
  if (picked.type === 'value') {
    const {value, of} = picked;
    const truth = truthOf(assertion, value);
    const actual =
      of !== undefined && Array.isArray(value) ? showEntries(value, of) : showValue(value);
    return {
      actual,
      isMet: truth === true,
      ...(truth === undefined ? {remark: doubtOf(assertion)} : {}),
    };
  }
  const value = picked.type === 'nowhere' && isAboutLength(assertion) ? [] : undefined;
  return {
    actual: 'absent',
    remark: picked.type === 'absent' ? picked.remark : '(found nowhere)',
    isMet: truthOf(assertion, value) === true,
  };
}

function judgePath(data: Data, {path, assertion}: PathClaim, subject: string): Judgement {
  const stated = {subject: `${subject} ${path}`, ...statedAs(assertion)};
  try {
    return {...stated, ...judgePicked(pick(data, path), assertion)};
  } catch (error) {
    if (error instanceof SlowPatternError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return {...stated, actual: `not known: ${reason}`, isMet: false, isUnknown: true};
  }
}

/** A map of JSON paths into a text that holds data. */
export function documentSubject(
  format: DocumentFormat,
): Subject<readonly PathClaim[], TextContent> {
  return {
    form: {
      ...namedForm('json'),
      title: 'map of JSON paths',
      propertyNames: {pattern: String.raw`^\$`},
    },
    parse(input, {subject, path, report}) {
      if (
        typeof input !== 'object' ||
        input === null ||
        Array.isArray(input) ||
        Object.keys(input).length === 0
      ) {
        report({path, message: `"${subject}" takes a map of JSON paths, such as {$.status: ok}.`});
        return undefined;
      }
      const parsed = Object.entries(input).map(([text, value]): PathClaim | undefined => {
        const at = path.concat(text);
        const problem = pathProblem(text);
        const assertion = parseAssertion(value, {
          subject: `${subject} ${text}`,
          shape: 'json',
          path: at,
          report,
        });
        if (problem !== undefined) {
          const message = `"${text}" is not a JSON path: ${problem}. Write it like $.a.b[0], $['a b'][*] or $.list[?@.name == 'x'] (RFC 9535).`;
          report({path: at, isAtKey: true, message});
          return undefined;
        }
        return assertion && {path: text, assertion};
      });
      return parsed.every((entry) => entry !== undefined) ? parsed : undefined;
    },
    judge(claims, measured, subject) {
      const reading = measured ? read(measured, format) : {problem: 'not measured'};
      return claims.map((claim): Judgement => {
        if ('data' in reading) return judgePath(reading.data, claim, subject);
        const {problem, isUnknown = false} = reading;
        return {
          subject: `${subject} ${claim.path}`,
          ...statedAs(claim.assertion),
          actual: problem,
          isMet: false,
          ...(isUnknown ? {isUnknown} : {}),
        };
      });
    },
  };
}

/** A map of JSON paths into an output or body. */
export const jsonSubject = documentSubject({name: 'JSON', parse: parseJson});

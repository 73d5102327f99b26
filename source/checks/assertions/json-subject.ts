import type {Assertion} from './assertion.ts';
import {omissionRemark, type BoundedText} from './bounded-text.ts';
import {namedForm} from './forms.ts';
import {holds} from './holds.ts';
import {parseJsonPath, valueAt, type JsonPath} from './json-path.ts';
import {parseAssertion} from './parse-assertion.ts';
import type {Subject} from './subject.ts';
import {inWords, showValue} from './in-words.ts';

interface Picked {
  readonly path: JsonPath;
  readonly assertion: Assertion;
}

type Reading =
  | {readonly value: unknown}
  | {readonly problem: string; readonly remark?: string | undefined};

/** How a text becomes data. `parse` throws when it cannot. */
export interface DocumentFormat {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

function read(text: BoundedText, {name, parse}: DocumentFormat): Reading {
  if (text.omitted > 0)
    return {problem: `too long to be read as ${name}`, remark: omissionRemark(text)};
  if (text.text.trim() === '') return {problem: `nothing, where ${name} was expected`};
  try {
    return {value: parse(text.text.replace(/^\uFEFF/, ''))};
  } catch {
    return {problem: `not ${name}: ${text.text.trim()}`};
  }
}

/** A map of JSON paths into a text that holds data. */
export function documentSubject(format: DocumentFormat): Subject<readonly Picked[], BoundedText> {
  return {
    form: {...namedForm('json'), propertyNames: {pattern: String.raw`^\$`}},
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
      const parsed = Object.entries(input).map(([text, value]): Picked | undefined => {
        const at = path.concat(text);
        const jsonPath = parseJsonPath(text);
        const assertion = parseAssertion(value, {
          subject: `${subject} ${text}`,
          shape: 'json',
          path: at,
          report,
        });
        if ('offset' in jsonPath) {
          const rest = text.slice(jsonPath.offset);
          const message = `"${text}" is not a JSON path: it cannot be read from "${rest}" on. Write it like $.a.b[0] or $['a b'][*].`;
          report({path: at, isAtKey: true, message});
          return undefined;
        }
        return assertion && {path: jsonPath, assertion};
      });
      return parsed.every((entry) => entry !== undefined) ? parsed : undefined;
    },
    judge(picked, measured, subject) {
      const reading = measured ? read(measured, format) : {problem: 'not measured'};
      return picked.map(({path, assertion}) => {
        const stated = {subject: `${subject} ${path.text}`, expected: inWords(assertion)};
        if ('problem' in reading)
          return {...stated, actual: reading.problem, remark: reading.remark, isMet: false};
        const value = valueAt(reading.value, path);
        return {...stated, actual: showValue(value), isMet: holds(assertion, value)};
      });
    },
  };
}

/** A map of JSON paths into an output or body. */
export const jsonSubject = documentSubject({
  name: 'JSON',
  parse: (text) => JSON.parse(text) as unknown,
});

import {formatBytes} from './amounts.ts';
import type {Assertion} from './assertion.ts';
import {doubtOf} from './doubt.ts';
import {assertionForm, namedForm} from './forms.ts';
import {truthOf} from './holds.ts';
import {parseAssertion} from './parse-assertion.ts';
import type {Judgement, Subject} from './subject.ts';
import {statedAs} from './in-words.ts';
import {firstFound, truthOfText, whyUntold, type TextContent} from '../text/text-content.ts';

/** Where in a text the first pattern or part of an assertion is found, whether wanted or not. */
function placeOf(assertion: Assertion, text: string): number {
  switch (assertion.type) {
    case 'matches':
      return text.search(assertion.pattern.expression);
    case 'contains':
      return text.indexOf(String(assertion.part));
    case 'not':
    case 'each':
    case 'some':
    case 'count':
      return placeOf(assertion.of, text);
    case 'all':
    case 'any':
      return assertion.of.map((one) => placeOf(one, text)).find((place) => place >= 0) ?? -1;
    default:
      return -1;
  }
}

/** The line that decided, or the whole text where no single line did. */
function telling(assertion: Assertion, text: string): string {
  const place = placeOf(assertion, text);
  if (place < 0) return text.trim() === '' ? 'nothing' : text.trim();
  const end = text.indexOf('\n', place);
  return (
    text.slice(text.lastIndexOf('\n', place - 1) + 1, end === -1 ? undefined : end).trim() ||
    'an empty line'
  );
}

function judgeText(assertion: Assertion, text: string, subject: string): Judgement {
  const truth = truthOf(assertion, text, true);
  return {
    subject,
    ...statedAs(assertion),
    actual: telling(assertion, text),
    remark: truth === undefined ? doubtOf(assertion) : undefined,
    isMet: truth === true,
  };
}

function judgeUnseen(assertion: Assertion, content: TextContent, subject: string): Judgement {
  const truth = truthOfText(assertion, content);
  const line = content.type === 'scanned' ? firstFound(assertion, content.found) : undefined;
  const size = content.type === 'scanned' ? `no such line in ${formatBytes(content.bytes)}` : '';
  const stated = {subject, ...statedAs(assertion), isMet: truth === true};
  return truth === undefined
    ? {...stated, actual: `not known: ${whyUntold(content) ?? ''}`, isUnknown: true}
    : {...stated, actual: line ?? size};
}

/** A whole output, body or content. */
export const textSubject: Subject<Assertion, TextContent> = {
  form: assertionForm('text'),
  parse: (input, place) => parseAssertion(input, {...place, shape: 'text'}),
  judge(assertion, measured, subject) {
    if (!measured) return [{subject, ...statedAs(assertion), actual: 'not measured', isMet: false}];
    return measured.type === 'whole'
      ? [judgeText(assertion, measured.text, subject)]
      : [judgeUnseen(assertion, measured, subject)];
  },
};

type Named = readonly (readonly [name: string, assertion: Assertion])[];

/** A map of names to texts in which names are found whatever their case, such as HTTP headers. */
export const headerSubject: Subject<Named, ReadonlyMap<string, string>> = {
  form: {...namedForm('text'), title: 'map of headers'},
  parse(input, {subject, path, report}) {
    if (
      typeof input !== 'object' ||
      input === null ||
      Array.isArray(input) ||
      Object.keys(input).length === 0
    ) {
      report({
        path,
        message: `"${subject}" takes a map of header names, such as {content-type: /json/}.`,
      });
      return undefined;
    }
    const parsed = Object.entries(input).map(([name, value]) => {
      const place = {subject: `${subject} ${name}`, path: path.concat(name), report};
      const isAbsence = value === null;
      return [
        name,
        isAbsence
          ? ({type: 'equals', value: null} as const)
          : parseAssertion(value, {...place, shape: 'text'}),
      ] as const;
    });
    return parsed.every((entry): entry is [string, Assertion] => entry[1] !== undefined)
      ? parsed
      : undefined;
  },
  judge: (named, measured, subject) =>
    named.map(([name, assertion]) => {
      const text = measured?.get(name.toLowerCase());
      return text === undefined
        ? {
            subject: `${subject} ${name}`,
            ...statedAs(assertion),
            actual: measured ? 'absent' : 'not measured',
            isMet: measured !== undefined && truthOf(assertion, undefined) === true,
          }
        : judgeText(assertion, text, `${subject} ${name}`);
    }),
};

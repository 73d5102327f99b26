import type {Assertion} from '../../assertions/assertion.ts';
import {assertionForm} from '../../assertions/forms.ts';
import {holds} from '../../assertions/holds.ts';
import {decide, leavesOf} from '../../assertions/leaves.ts';
import {parseAssertion} from '../../assertions/parse-assertion.ts';
import {wordSubject} from '../../assertions/simple-subjects.ts';
import type {Subject} from '../../assertions/subject.ts';
import {showValue, statedAs} from '../../assertions/in-words.ts';

/** An owner or group: the name where this machine knows one, and the number. */
export interface Owner {
  readonly name: string;
  readonly id: string;
}

/** May be stated by name or by number. */
export const ownerSubject: Subject<Assertion, Owner> = {
  form: assertionForm('text'),
  parse: (input, place) => parseAssertion(input, {...place, shape: 'text'}),
  judge: (assertion, measured, subject) => [
    {
      subject,
      ...statedAs(assertion),
      actual: measured ? showValue(measured.name) : 'not measured',
      isMet:
        measured !== undefined &&
        decide(
          assertion,
          (leaf) => holds(leaf, measured.name, true) || holds(leaf, measured.id, true),
        ) === true,
    },
  ],
};

const octal = /^0?[0-7]{3,4}$/;

/** Whether one mode has no more rights, or no fewer, than another: bit by bit, not by number. */
function compares(mode: string, how: string, than: number): boolean {
  const [own, other] = [Number.parseInt(mode, 8), Number.parseInt(String(than), 8)];
  return (own & other) === (how === 'at_most' ? own : other);
}

/** Octal numbers of YAML 1.2 and of programs, `0o640`, as the digits that were meant. */
function octalDigits(input: unknown): unknown {
  if (typeof input === 'string') return input.replace(/^0o(?=[0-7]{3,4}$)/, '0');
  if (Array.isArray(input)) return input.map(octalDigits);
  return typeof input === 'object' && input !== null
    ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, octalDigits(value)]))
    : input;
}

/** Rights as `0640`. `at_most` means no right beyond these, `at_least` all of these. */
export const modeSubject: Subject<Assertion, {readonly value: string}> = {
  form: assertionForm('text'),
  parse(input, place) {
    const {path, report, subject} = place;
    const assertion = parseAssertion(octalDigits(input), {
      ...place,
      shape: 'text',
      // YAML takes 0640 for the number 640, whose digits are what was meant.
      accepts: (text) =>
        octal.test(text)
          ? {value: text.slice(-4).padStart(4, '0')}
          : {message: `"${subject}" is 3 or 4 digits from 0 to 7, such as "0640".`},
    });
    for (const leaf of assertion ? leavesOf(assertion) : []) {
      const isWrong =
        leaf.type === 'compares' &&
        (!leaf.how.startsWith('at_') || !octal.test(String(leaf.than.value).padStart(3, '0')));
      if (isWrong) {
        const message = `"${subject}" is compared with at_most or at_least and 3 or 4 digits from 0 to 7, such as {at_most: "0640"}.`;
        report({path, message});
        return undefined;
      }
    }
    return assertion;
  },
  judge: (assertion, measured, subject) => [
    {
      subject,
      ...statedAs(assertion),
      actual: measured ? showValue(measured.value) : 'not measured',
      isMet:
        measured !== undefined &&
        decide(assertion, (leaf) =>
          leaf.type === 'compares'
            ? compares(measured.value, leaf.how, leaf.than.value)
            : holds(leaf, measured.value),
        ) === true,
    },
  ],
};

/** A SHA-256 in hexadecimal digits, whatever their case. */
export const sha256Subject = wordSubject(
  (subject) => (text) =>
    /^[\da-f]{64}$/i.test(text)
      ? {value: text.toLowerCase()}
      : {message: `"${subject}" is 64 hexadecimal digits, as sha256sum prints them.`},
);

import {isAmount} from '../assertions/amounts.ts';
import type {Assertion, Comparison} from '../assertions/assertion.ts';
import {holds} from '../assertions/holds.ts';
import type {Domain} from '../assertions/subject.ts';

/** `true`: every value makes it so; `false`: no value does. Undefined: it depends. */
export type Foregone = boolean | undefined;

type Range = Extract<Domain, {readonly least: number}>;

/** A pattern that finds something in every text: it is content with nothing, anywhere. */
function findsAlways({source, flags}: RegExp): boolean {
  const mayDepend = /[\^$]|\\[bB]|\(\?/.test(source.replace(/\\[\^$]|\[\^/g, ''));
  return !mayDepend && new RegExp(source, flags).test('');
}

/** Whether all numbers of a range compare so, or none. */
function comparesAlways(how: Comparison, than: number, {least, most = Infinity}: Range): Foregone {
  const [isOfAll, isOfNone] = {
    at_least: [than <= least, than > most],
    above: [than < least, than >= most],
    at_most: [than >= most, than < least],
    below: [than > most, than <= least],
  }[how];
  if (isOfAll) return true;
  return isOfNone ? false : undefined;
}

function equalsAlways(value: unknown, {least, most = Infinity}: Range): Foregone {
  const number = isAmount(value) ? value.value : value;
  return typeof number === 'number' && (number < least || number > most) ? false : undefined;
}

/** Whether something is so of every entry of a list, of which there may be none. */
function ofEach(of: Foregone): Foregone {
  return of === true ? true : undefined;
}

function ofWords(assertion: Assertion, words: readonly (string | boolean)[]): Foregone {
  const all = words.map((word) => holds(assertion, word, typeof word === 'string'));
  if (all.every(Boolean)) return true;
  return all.some(Boolean) ? undefined : false;
}

/** Whether an assertion is true of every value of a domain, or of none. */
export function foregone(assertion: Assertion, domain: Domain | undefined): Foregone {
  if (domain && 'words' in domain) return ofWords(assertion, domain.words);
  switch (assertion.type) {
    case 'matches':
      return findsAlways(assertion.pattern.expression) || undefined;
    case 'compares':
      return domain && comparesAlways(assertion.how, assertion.than.value, domain);
    case 'equals':
      return domain && equalsAlways(assertion.value, domain);
    case 'length':
    case 'count':
      return foregone(assertion.is, {least: 0});
    case 'each':
      return ofEach(foregone(assertion.of, undefined));
    case 'not': {
      const of = foregone(assertion.of, domain);
      return of === undefined ? undefined : !of;
    }
    case 'all': {
      const all = assertion.of.map((one) => foregone(one, domain));
      return all.includes(false) ? false : all.every((one) => one === true) || undefined;
    }
    case 'any': {
      const all = assertion.of.map((one) => foregone(one, domain));
      return all.includes(true) ? true : all.every((one) => one === false) ? false : undefined;
    }
    default:
      return undefined;
  }
}

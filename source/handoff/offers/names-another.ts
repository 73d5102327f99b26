import type {Handoff} from '../model/handoff.ts';
import {peopleOf} from '../people/people.ts';

/** An e-mail address, a URL, a host, or a number to call: nothing tells whose it is. */
const address =
  /\S@\S|:\/\/|(?<![\w.])(?:[a-z\d-]+\.)+[a-z]{2,}(?![\w.])|\d{1,3}(?:\.\d{1,3}){3}|\+?\d(?:[\s()/.-]?\d){6,}/iu;

/** Words of names that stand in any sentence. */
const usual: ReadonlySet<string> = new Set(['and', 'for', 'of', 'our', 'service', 'system', 'the']);

/** The words of a name that tell it from others. */
function tellingWords(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.filter((word) => !usual.has(word));
}

/** Whether a text of another handoff names its customer, its system, one of their people, or an address. */
export function namesAnother(other: Handoff, text: string): boolean {
  if (address.test(text)) return true;
  const said = new Set(tellingWords(text));
  const theirs = peopleOf(other)
    .filter(({side}) => side !== 'vendor')
    .flatMap(({spellings}) => spellings);
  return [other.customer, other.system, ...theirs].some((name) =>
    tellingWords(name).some((word) => said.has(word)),
  );
}

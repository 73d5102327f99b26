import {readFileSync} from 'node:fs';

interface Written {
  readonly name: string;
  readonly input: readonly string[];
  readonly mustVanish: readonly (readonly string[])[];
  readonly mustStay: readonly (readonly string[])[];
}

const written = JSON.parse(
  readFileSync(new URL('../cases.json', import.meta.url), 'utf8'),
) as readonly Written[];

const join = (parts: readonly string[]) => parts.join('');

/** What must vanish and what must stay, each by its name; written in pieces, so that no scanner takes the file for a leak. */
export const cases = written.map(({name, input, mustVanish, mustStay}) => ({
  name,
  text: join(input),
  vanishing: mustVanish.map(join),
  staying: mustStay.map(join),
}));

/** Those with a secret, as kinds of credential. */
export const caseKinds = cases
  .filter(({vanishing}) => vanishing.length > 0)
  .map(({name, text, vanishing}) => ({kind: `case: ${name}`, text, secrets: vanishing}));

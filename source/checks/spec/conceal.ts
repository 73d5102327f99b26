import type {SecretValue} from '../checks-file.ts';

/** Makes text fit to be shown: the names of variables in the place of their secret values. */
export type Conceal = (text: string) => string;

/** The forms in which a value may stand in a target or description: plain, in a URL, JSON, a shell word. */
function formsOf(value: string): Set<string> {
  return new Set([
    value,
    encodeURIComponent(value.toWellFormed()),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll("'", String.raw`'\''`),
  ]);
}

/** Puts the name of a variable in the place of its value. */
export function concealing(secrets: readonly SecretValue[]): Conceal {
  const longestFirst = [...secrets].sort((a, b) => b.value.length - a.value.length);
  return (text) => {
    let shown = text;
    for (const {name, value, isOfFile} of longestFirst)
      for (const form of formsOf(value))
        shown = shown.replaceAll(form, () => `\${${isOfFile ? '' : 'env.'}${name}}`);
    return shown;
  };
}

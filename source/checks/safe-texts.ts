import type {Check} from './checks-file.ts';
import {cleanse} from './cleanse.ts';

const longest = 2000;

/** Takes secrets and terminal escapes out of the checks' own texts, which go into every result. */
export async function withSafeTexts(
  checks: readonly Check[],
  secretValues: readonly string[],
): Promise<Check[]> {
  const texts = checks.flatMap(({name, target, fix = '', proves = ''}) => [
    name,
    target,
    fix,
    proves,
  ]);
  const clean = await cleanse(texts, secretValues, longest);
  const named = new Map<string, number>();
  return checks.map((check, index) => {
    const [said = '', target = '', fix, proves] = clean.slice(index * 4, index * 4 + 4);
    const times = (named.get(said) ?? 0) + 1;
    named.set(said, times);
    // Two names that differ in their secrets alone stay two.
    const name = times === 1 ? said : `${said} (${times})`;
    return Object.assign({}, check, {name, target}, fix && {fix}, proves && {proves});
  });
}

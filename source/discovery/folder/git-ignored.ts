import ignore, {type Ignore} from 'ignore';

interface Rules {
  /** The folder that they lie in: empty, or ending with `/`. */
  readonly base: string;
  readonly rules: Ignore;
}

/** The rules of a folder's `.gitignore` and of those above it, outermost first. */
export type IgnoreRules = readonly Rules[];

export function withRules(above: IgnoreRules, base: string, text: string): IgnoreRules {
  return [...above, {base, rules: ignore({allowRelativePaths: true}).add(text)}];
}

/** Whether git ignores a file, or a folder, whose name ends with `/`. The innermost word counts. */
export function isIgnored(rules: IgnoreRules, file: string): boolean {
  for (const {base, rules: own} of rules.toReversed()) {
    const {ignored, unignored} = own.test(file.slice(base.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}

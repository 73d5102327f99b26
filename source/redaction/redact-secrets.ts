import {findEncoded} from './engine/find.ts';
import {knownValueSpans} from './engine/known-values.ts';
import {withoutMarks} from './engine/marks.ts';
import {createScan} from './engine/scan.ts';
import {secretlintSpans} from './engine/secretlint-spans.ts';
import {joinSpans, replaceSpans, type Redaction, type Span} from './engine/spans.ts';
import {isPlaceholder} from './rules/placeholders.ts';
import {rules} from './rules/rules.ts';
import {unnamedKey} from './rules/unnamed.ts';

export interface RedactionOptions {
  /** Exact values to take out wherever they stand, also in base64; under 6 characters ignored. */
  readonly secretValues?: readonly string[] | undefined;
}

let scanner: ReturnType<typeof createScan> | undefined;

function scan(text: string): Span[] {
  scanner ??= createScan(rules);
  return scanner(text).filter(({start, end}) => !isPlaceholder(text.slice(start, end)));
}

/** Where in a text secrets stand, in the order of the text and apart from each other. */
export async function findSecrets(text: string, options: RedactionOptions = {}): Promise<Span[]> {
  const own = [
    ...knownValueSpans(text, options.secretValues ?? []),
    ...withoutMarks(text, findEncoded(text, {ofText: scan, ofRun: unnamedKey})),
  ];
  return joinSpans([...own, ...(await secretlintSpans(text, own))]);
}

/**
 * Puts `[redacted: kind]` in the place of every secret found: what the rules of this folder know, in
 * plain text and in base64, JSON, URLs and HTML; what secretlint's recommended rules know besides;
 * and the exact values given.
 */
export async function redactSecrets(
  text: string,
  options: RedactionOptions = {},
): Promise<Redaction> {
  return replaceSpans(text, await findSecrets(text, options));
}

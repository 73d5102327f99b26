import {assignmentSpans} from './assignments.ts';
import {knownValueSpans} from './known-values.ts';
import {secretlintSpans} from './secretlint-spans.ts';
import {joinSpans, replaceSpans, type Redaction, type Span} from './spans.ts';
import {shapeSpans} from './token-shapes.ts';

export interface RedactionOptions {
  /** Exact values to take out wherever they stand, also in base64; under 6 characters ignored. */
  readonly secretValues?: readonly string[] | undefined;
}

/** Where in a text secrets stand, in the order of the text and apart from each other. */
export async function findSecrets(text: string, options: RedactionOptions = {}): Promise<Span[]> {
  const own = [
    ...knownValueSpans(text, options.secretValues ?? []),
    ...shapeSpans(text),
    ...assignmentSpans(text),
  ];
  return joinSpans([...own, ...(await secretlintSpans(text, own))]);
}

/**
 * Puts `[redacted: kind]` in the place of every secret found: what secretlint's recommended rules
 * know, what they miss (JWT, Google and Azure keys, assignments, authorization headers, passwords in
 * URLs, private keys, hexadecimal keys, password hashes), and the exact values given.
 */
export async function redactSecrets(
  text: string,
  options: RedactionOptions = {},
): Promise<Redaction> {
  return replaceSpans(text, await findSecrets(text, options));
}

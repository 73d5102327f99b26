import {createInterface} from 'node:readline/promises';
import {Problem} from '../problem.ts';
import {hasTerminal} from './print.ts';
import {switches} from './switches.ts';

/** What a person is asked to agree to. */
export interface Agreement {
  /** All of it, with each of its characters, where it was not printed already. */
  readonly shown?: string;
  readonly question: string;
  /** Said where nobody can be asked: what to do instead. */
  readonly instead: string;
  /** Said where they do not agree. */
  readonly refused: string;
  /** Whether that was said before; default: as `--yes` says. */
  readonly isAgreed?: boolean;
}

/** Asks on the terminal, and gives what was typed. */
export async function askOnTerminal(question: string): Promise<string> {
  const reader = createInterface({input: process.stdin, output: process.stderr});
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** Whether an answer is the word yes; anything else is a no. */
export function isYes(answer: string): boolean {
  return answer.trim().toLowerCase() === 'yes';
}

/** Where nobody is to be asked though somebody could be: what would have been. */
export function notAsked(question: string): string {
  return switches().hasInput ? '' : `\nNot asked, as --no-input says: ${question.trim()}`;
}

/**
 * Shows something and asks for a yes, on standard error.
 *
 * @throws {Problem} where nobody can be asked, and for any answer but yes
 */
export async function requireAgreement(agreement: Agreement): Promise<void> {
  const {shown, question, instead, refused, isAgreed = switches().saysYes} = agreement;
  if (isAgreed) {
    if (shown !== undefined) process.stderr.write(`${shown}\n`);
    return;
  }
  if (!hasTerminal()) throw new Problem(`${shown ?? refused}${notAsked(question)}`, instead);
  if (shown !== undefined) process.stderr.write(`${shown}\n`);
  const answer = await askOnTerminal(`${question} Type yes: `);
  if (!isYes(answer)) throw new Problem(refused);
}

/**
 * {@link requireAgreement} to what a file from elsewhere would do, which `--yes` is none: whoever says yes to
 * all that is asked has not seen it.
 *
 * @throws {Problem} as above, and under `--yes`
 */
export async function requireTrustBy(agreement: Agreement): Promise<void> {
  const {shown, refused, instead} = agreement;
  if (switches().saysYes)
    throw new Problem(shown ?? refused, `${instead} --yes trusts no file from elsewhere.`);
  await requireAgreement(agreement);
}

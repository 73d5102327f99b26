import path from 'node:path';
import {sha256} from '../../documents/manifest.ts';
import {answerBounds, type Answer, type AnswerSignature} from '../../handoff/kits/answer-file.ts';
import {kitFormat} from '../../handoff/kits/kit-file.ts';
import {Problem} from '../../problem.ts';
import {readEvidence} from '../../store/evidence.ts';
import {placeArchive, writeBesideOthers} from '../archive/place-archive.ts';
import {signText} from '../archive/archive-signing.ts';
import type {Context} from '../context.ts';
import type {Received} from './received.ts';

/** How much of what one run showed goes into an answer, in characters: it is one small file. */
const mostShown = 200_000;

/** An answer as it was written. */
export interface WrittenAnswer {
  readonly done: 'Unchanged' | 'Written';
  readonly file: string;
  readonly digest: string;
  readonly answer: Answer;
  readonly isSigned: boolean;
}

/** The text that is hashed and signed: the answer without its signature. */
export function answerText(answer: unknown): string {
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

/** SHA-256 of an answer, by which it is known however it was signed. */
export function answerDigest(answer: unknown): string {
  return sha256(answerText(answer));
}

/** Names of all that runs have shown. */
function evidenceIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  return Object.entries(value).flatMap(([name, inner]) => {
    const stored = (inner as {readonly stored?: unknown} | null)?.stored;
    return name === 'evidence' && typeof stored === 'string' ? [stored] : evidenceIn(inner);
  });
}

async function shown(home: string, entries: Answer['entries']): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const name of [...new Set(evidenceIn(entries))].sort()) {
    const kept = await readEvidence(home, name);
    if (kept.state === 'kept' && kept.text.length <= mostShown) found.push([name, kept.text]);
  }
  return Object.fromEntries(found);
}

/** An answer as it is to be written. */
interface MadeAnswer {
  readonly text: string;
  readonly digest: string;
  readonly answer: Answer;
  readonly isSigned: boolean;
}

/**
 * All that was done with a kit as one text, bound to the kit.
 *
 * @param sign a private key of ssh or minisign
 * @throws {Problem} when nothing was done, or it cannot be signed.
 */
async function makeAnswer(
  {home, actor}: Context,
  {opened, receiving}: Received,
  sign: string | undefined,
): Promise<MadeAnswer> {
  const {kit, digest} = opened;
  const entries = [...receiving.entries];
  const last = entries.at(-1);
  if (!last)
    throw new Problem(
      'Nothing was answered to this kit yet.',
      'Run its checks, perform a demonstration, ask, or decide: handoff-wizard answer --help.',
    );
  const role = entries.findLast((entry) => entry.kind === 'decision')?.role;
  const answer: Answer = {
    what: 'answer to a handoff kit',
    format: kitFormat,
    handoff: kit.handoff,
    customer: kit.customer,
    system: kit.system,
    kit: digest,
    version: kit.version,
    name: actor,
    ...(role === undefined ? {} : {role}),
    // Of the last thing that was done, so that the same answer is the same file.
    givenAt: last.at,
    entries,
    evidence: await shown(home, entries),
  };
  const text = answerText(answer);
  if (text.length > answerBounds.octets)
    throw new Problem(
      `The answer would hold ${text.length} characters, more than one may.`,
      'Take back runs that showed much: handoff-wizard answer undo.',
    );
  const signature: AnswerSignature | undefined =
    sign === undefined ? undefined : await signText(text, path.resolve(sign));
  return {
    text: signature ? answerText({...answer, signature}) : text,
    digest: answerDigest(answer),
    answer,
    isSigned: signature !== undefined,
  };
}

export interface AnswerOrder {
  /** Absolute. */
  readonly file: string;
  /** What becomes of another content that lies there: it is left alone, written over, or written beside. */
  readonly onOther: 'refuse' | 'replace' | 'beside';
  /** A private key of ssh or minisign. */
  readonly sign?: string | undefined;
}

/**
 * Writes all that was done with a kit into one file, bound to the kit.
 *
 * @throws {Problem} when nothing was done, or it cannot be written or signed.
 */
export async function writeAnswer(
  context: Context,
  received: Received,
  {file, onOther, sign}: AnswerOrder,
): Promise<WrittenAnswer> {
  const {text, ...made} = await makeAnswer(context, received, sign);
  const write = async (to: string): Promise<WrittenAnswer> => {
    const done = await placeArchive(to, Buffer.from(text), onOther === 'replace', 'answer');
    return {done, file: to, ...made};
  };
  return onOther === 'beside' ? writeBesideOthers(file, write) : write(file);
}

import {readFile, stat} from 'node:fs/promises';
import {
  answerBounds,
  answerSchema,
  signatureSchema,
  type Answer,
} from '../../handoff/kits/answer-file.ts';
import {kitFormat} from '../../handoff/kits/kit-file.ts';
import {Problem} from '../../problem.ts';
import {checkSignature, type SignatureState} from '../archive/archive-signature.ts';
import {oneLine} from '../one-line.ts';
import {answerDigest, answerText} from './write-answer.ts';

/** An answer as it came, with what is known of who signed it. */
export interface ReadAnswer {
  readonly answer: Answer;
  /** SHA-256 of it without its signature. */
  readonly digest: string;
  readonly signature: SignatureState;
}

const again =
  'Ask whoever sent it for the file that "handoff-wizard answer" wrote. Nothing was taken.';

async function readText(file: string): Promise<string> {
  try {
    const {size} = await stat(file);
    if (size > answerBounds.octets)
      throw new Problem(
        `${file} was not read: it has ${size} bytes, and no answer has more than ${answerBounds.octets}.`,
        again,
      );
    return new TextDecoder('utf-8', {fatal: true}).decode(await readFile(file));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`${file} cannot be read: ${reason}.`, again, {cause: error});
  }
}

function parse(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new Problem(`${file} is no answer: it is no whole JSON.`, again, {cause: error});
  }
  throw new Problem(`${file} is no answer: it is no object of JSON.`, again);
}

function noAnswer(
  file: string,
  issues: readonly {path?: readonly PropertyKey[]; message: string}[],
) {
  const [issue] = issues;
  const where = (issue?.path ?? []).map(String).join('.') || 'the whole';
  return new Problem(
    `${file} is no answer that can be read: ${oneLine(where)}: ${oneLine(issue?.message ?? '')}.`,
    again,
  );
}

/**
 * Reads the file of an answer, and checks its signature where it has one. Nothing is written.
 *
 * @param signer a file with the public key of the one who must have signed it
 * @throws {Problem} when it is no answer, of a newer version, or not signed by whom it has to be.
 */
export async function readAnswer(file: string, signer?: string): Promise<ReadAnswer> {
  const {signature: signed, ...body} = parse(file, await readText(file));
  const {format} = body;
  if (typeof format === 'number' && format > kitFormat)
    throw new Problem(
      `${file} was written by a newer version of handoff-wizard (format ${format}, and this one reads ${kitFormat}).`,
      'Install the newer version, then import it.',
    );
  const {data: answer, error} = answerSchema.safeParse(body);
  if (!answer) throw noAnswer(file, error.issues);
  const read = signed === undefined ? undefined : signatureSchema.safeParse(signed);
  if (read && !read.data) throw noAnswer(file, [{path: ['signature'], message: 'it is none'}]);
  const bag = read?.data && {
    kind: read.data.kind,
    signature: Buffer.from(read.data.text),
    signed: Buffer.from(answerText(body)),
  };
  const signature = await checkSignature(bag, signer, 'answer');
  if (signature.state === 'bad') throw new Problem(`${file}: ${signature.words}`, again);
  return {answer, digest: answerDigest(body), signature};
}

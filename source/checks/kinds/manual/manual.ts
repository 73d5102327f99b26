import {z} from 'zod';
import {about} from './about.ts';
import {formatDuration} from '../../assertions/amounts.ts';
import {flagSubject} from '../../assertions/simple-subjects.ts';
import type {Attestation} from '../../check-result.ts';
import {filledText} from '../fields/check-fields.ts';
import {durationField} from '../fields/fields-duration.ts';
import type {Kind, Measurement} from '../kind.ts';

interface ManualSpec {
  readonly question?: string | undefined;
  readonly instruction?: string | undefined;
  /** Milliseconds. */
  readonly valid_for?: number | undefined;
}

const fields = {
  question: filledText.optional().describe('What a person is asked. Either this or `instruction`.'),
  instruction: filledText.optional().describe('What a person is to do and then to confirm.'),
  valid_for: durationField('14d')
    .optional()
    .describe('How long the word counts. Otherwise as long as the question stays the same.'),
};

const schema: z.ZodType<ManualSpec> = z.union([
  filledText.transform((question) => ({question})),
  z
    .strictObject(fields)
    .refine(
      ({question, instruction}) => (question === undefined) !== (instruction === undefined),
      'Say either what is asked (question) or what a person is to do and confirm (instruction).',
    ),
]);

function unknown(message: string): Measurement {
  return {values: {}, verdict: {outcome: 'unknown', message}};
}

/** The day and time in UTC, as far as a person wants to know it. */
function shownTime(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

function told({by, at, note, isMet}: Attestation): string {
  const word = isMet ? 'Attested' : 'Attested not to be so';
  return `${word} by ${by}, ${shownTime(new Date(at).toISOString())}${note ? `: ${note}` : '.'}`;
}

function judged(attestation: Attestation, validFor: number | undefined, now: Date): Measurement {
  const {by, at, isMet} = attestation;
  const time = Date.parse(at);
  if (Number.isNaN(time))
    return unknown(`The attestation by ${by} has no readable time. Attest it again.`);
  const age = now.getTime() - time;
  if (validFor !== undefined && age > validFor) {
    const limit = formatDuration(validFor);
    return unknown(`${told(attestation)} It counts for ${limit} only; attest it again.`);
  }
  const message = told(attestation);
  return {
    values: {attested: {value: isMet, remark: `(${message})`}},
    own: {subject: 'attested', message},
  };
}

/** `manual`: a person says whether it is so. Nothing is ever run for it. */
export const manualKind: Kind<ManualSpec> = {
  word: 'manual',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {attested: flagSubject},
  implied: {subject: 'attested', value: true},
  isEnoughAlone: true,
  target: ({question, instruction = ''}) => question ?? instruction,
  describe: ({question, instruction = ''}) =>
    `${question === undefined ? 'have a person do and confirm' : 'ask a person'}: ${question ?? instruction}`,
  async measure({valid_for: validFor}, {attestation, now}) {
    return Promise.resolve(
      attestation ? judged(attestation, validFor, now()) : unknown('Nobody has attested this yet.'),
    );
  },
};

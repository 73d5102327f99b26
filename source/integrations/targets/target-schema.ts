import {z} from 'zod';
import {timeField} from '../../checks/spec/schema-running.ts';
import {audiences} from '../../playbook/playbook.ts';
import {integrations} from '../registry.ts';

const filled = z.string().trim().min(1);

export const sendable = ['outcome', 'point', 'document'] as const;

/** As people write them: points and documents are several. */
const written = {outcome: 'outcome', points: 'point', documents: 'document'} as const;
const writtenWords = Object.keys(written) as (keyof typeof written)[];

export const sendsWords: ReadonlyMap<string, (typeof sendable)[number]> = new Map(
  Object.entries(written),
);

const commonFields = {
  name: filled.describe('Names it for people, and in the journal for good.'),
  audience: z.enum(audiences).optional().meta({
    usual: 'customer',
    description: 'Who reads there. Nothing internal goes to a customer.',
  }),
  sends: z.array(z.enum(writtenWords)).min(1).optional().meta({
    title: 'list of outcome, points, documents',
    description: 'What goes there.',
  }),
  for: z
    .union([filled.transform((one) => [one]), z.array(filled).min(1)], 'Write an id, or a list.')
    .optional()
    .meta({title: 'id or list of ids', description: 'The handoffs it is for. Otherwise all.'}),
  timeout: timeField('A timeout is a number with a unit (ms s m h), such as 30s.').optional().meta({
    usual: '30s',
    description: 'How long an answer may take.',
  }),
};

const kindFields = Object.fromEntries(
  [...integrations].map(([word, {schema}]) => [word, schema.optional()]),
);

export const targetSchema = z.strictObject({...kindFields, ...commonFields});

export const targetKeys: readonly string[] = [...Object.keys(commonFields), ...integrations.keys()];

export const targetsFileSchema = z.strictObject({targets: z.array(z.unknown()).min(1)});

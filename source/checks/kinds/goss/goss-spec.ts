import {z} from 'zod';
import {filledText, filePath} from '../fields/check-fields.ts';

export interface GossSpec {
  /** The gossfile. */
  readonly file: string;
  /** A file with variables for its templates. */
  readonly vars?: string | undefined;
  /** Variables that win over those of the file. */
  readonly vars_inline?: Readonly<Record<string, unknown>> | undefined;
  /** The program, where it is not on PATH. */
  readonly path?: string | undefined;
}

const fields = {
  file: filePath.describe('The gossfile.'),
  vars: filePath.optional().describe('A file with variables for its templates.'),
  vars_inline: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({title: 'map', description: 'Variables that go before those of the file.'}),
  path: filledText.optional().meta({usual: 'goss', description: 'The program.'}),
};

export const specKeys: readonly string[] = Object.keys(fields);

export const schema: z.ZodType<GossSpec> = z.union([
  filledText.transform((file) => ({file})),
  z.strictObject(fields),
]);

/**
 * How goss gets variables: by the environment, as what stands in a command line can be read by
 * everybody on the machine. What the environment has of them otherwise does not count.
 * @see https://goss.rocks/cli/
 */
export function variablesFor({
  vars = '',
  vars_inline: inline,
}: Partial<GossSpec>): Readonly<Record<string, string>> {
  return {
    GOSS_VARS: vars,
    GOSS_VARS_INLINE: inline === undefined ? '' : JSON.stringify(inline),
  };
}

import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {print} from '../print.ts';
import {printed} from './outputs/registry.ts';

/** The checks file, which people write. */
const checksFile = 'handoff.yaml';
/** The answer to a kit, which a person sends. */
const answerFile = 'answer.json';

/**
 * The JSON Schema, draft 2020-12, of what a command prints; nothing where there is none of that name. Readers
 * must allow for fields they do not know.
 */
export async function outputSchema(name: string): Promise<object | undefined> {
  const found = printed.find((one) => one.name === name);
  if (!found) return undefined;
  const {z} = await import('zod');
  const schema = z.toJSONSchema(await found.load(), {
    override({jsonSchema}) {
      // A reader of today accepts the answers of tomorrow.
      delete jsonSchema.additionalProperties;
    },
  });
  return {title: found.title, ...schema};
}

async function answerFileSchema(): Promise<object> {
  const {z} = await import('zod');
  const {answerSchema} = await import('../../handoff/kits/answer-file.ts');
  return {title: 'The answer to a kit', ...z.toJSONSchema(answerSchema)};
}

/**
 * Prints the JSON Schema of something that people or programs write or read.
 *
 * @throws {Problem} when there is no schema of that name.
 */
export async function schema(name: string): Promise<number> {
  const found =
    name === checksFile
      ? (await import('../../checks/schema/file-schema.ts')).checksFileJsonSchema()
      : name === answerFile
        ? await answerFileSchema()
        : await outputSchema(name);
  if (!found) {
    const names = [checksFile, answerFile, ...printed.map((one) => one.name)];
    const similar = nearest(name, names);
    throw new Problem(
      `There is no schema of "${name}".`,
      similar === undefined
        ? `There is one of: ${names.join(', ')}.`
        : `Did you mean "${similar}"?`,
    );
  }
  print(JSON.stringify(found, undefined, 2));
  return 0;
}

import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {printJson} from '../print.ts';

const schemas: Readonly<Record<string, () => Promise<object>>> = {
  'handoff.yaml': async () =>
    (await import('../../checks/schema/file-schema.ts')).checksFileJsonSchema(),
  'check-run': async () => (await import('../../checks/reporters/run-schema.ts')).runJsonSchema(),
};

/**
 * Prints the JSON Schema of something that people or programs write or read.
 *
 * @throws {Problem} when there is no schema of that name.
 */
export async function schema(name: string): Promise<number> {
  const make = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!make) {
    const names = Object.keys(schemas);
    const similar = nearest(name, names);
    throw new Problem(
      `There is no schema of "${name}".`,
      similar === undefined
        ? `There is one of: ${names.join(', ')}.`
        : `Did you mean "${similar}"?`,
    );
  }
  printJson(await make());
  return 0;
}

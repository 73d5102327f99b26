import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {expect, test} from 'vitest';
import {formatJson} from '../../../source/checks/reporters/json.ts';
import {runSchema} from '../../../source/checks/reporters/run-schema.ts';
import {outputSchema} from '../../../source/commands/schema/print-schema.ts';
import {createChecksFolder} from '../checks-folder.ts';

test('what a real run prints as JSON is exactly what its schema documents', async () => {
  await using folder = await createChecksFolder();
  const run = await folder.run(`system: Payments
checks:
  - name: Good
    command: echo well
    expect: {stdout: well}
    tags: [a]
    proves: x
  - name: Bad
    command: echo no; exit 3
    expect: {exit: 0}
    fix: Start it.
  - name: Changing
    command: "true"
    expect: {exit: 0}
    effect: changes
  - name: Missing
    command: [no-such-program-here]
    expect: {exit: 0}
  - name: Slow
    command: echo 5
    warn: {stdout: {below: 3}}
`);
  const printed: unknown = JSON.parse(formatJson(run));
  // Strict: a field that the schema does not name is an error here.
  expect(runSchema.safeParse(printed).error).toBeUndefined();
  const ajv = new Ajv.default({strict: true});
  addFormats.default(ajv);
  const validate = ajv.compile((await outputSchema('check-run')) ?? {});
  expect([validate(printed), validate.errors]).toEqual([true, null]);
  expect(validate({...(printed as object), results: [{}]})).toBe(false);
});

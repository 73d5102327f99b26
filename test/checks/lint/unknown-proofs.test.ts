import {afterAll, expect, test} from 'vitest';
import {findUnknownProofs, lintFile} from '../../../source/checks/lint/lint-file.ts';
import {createChecksFolder} from '../checks-folder.ts';

const folder = await createChecksFolder();

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const ids = ['check-health', 'restart-services'];

const main = `include: more.yaml
checks:
  - name: First
    proves: check-health
    tcp: 127.0.0.1:9
  - name: Second
    tcp: 127.0.0.1:9
    tags: [a]
    proves: chek-healt
`;

const more = 'checks:\n  - {name: Third, file: a, proves: far-away}\n';

test('an item that the playbook does not have is named where it stands, with the nearest one', async () => {
  await folder.write('more.yaml', more);
  const file = await folder.read(main);
  const found = await findUnknownProofs(file, {ids, isBuiltIn: false});
  expect(found.map(({check, position}) => [check, position.line])).toEqual([
    ['Second', 9],
    ['Third', 2],
  ]);
  expect(found[0]).toMatchObject({rule: 'unknown-proof', suggestion: 'check-health'});
  expect(found[0]?.message).toBe(
    'The playbook has no item "chek-healt", so a pass proves nothing of the handoff.',
  );
  expect(found[1]).not.toHaveProperty('suggestion');
  expect(found[1]?.message).toContain('"handoff-wizard playbook show" lists them.');
});

test('where no handoff says which playbook counts, it says that it is the built-in one', async () => {
  const [found] = await findUnknownProofs(await folder.read(main), {ids, isBuiltIn: true});
  expect(found?.message).toMatch(/^The built-in playbook has no item "chek-healt", and no handoff/);
});

test('lint tells it among the rest, and nothing of it where nobody knows what may be proven', async () => {
  const file = await folder.read(main);
  const rules = (found: Awaited<ReturnType<typeof lintFile>>) =>
    found.filter(({rule}) => rule === 'unknown-proof').map(({check}) => check);
  expect(rules(await lintFile(file, {ids, isBuiltIn: false}))).toEqual(['Second', 'Third']);
  expect(rules(await lintFile(file))).toEqual([]);
});

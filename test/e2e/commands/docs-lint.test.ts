import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

test.concurrent('docs lint gives 3 for what is required, and names the item', async () => {
  await using place = makePlace();
  await place.start();
  const {exitCode, stdout, stderr} = await place.run(['docs', 'lint']);
  expect({exitCode, stderr}).toEqual({exitCode: 3, stderr: ''});
  expect(stdout).toMatch(/^handoff-document: 0 % ready \(0 of \d+\), \d+ findings$/mu);
  expect(stdout).toMatch(/required {2}"Network" is not written yet\..* \[network\]$/mu);
  expect(stdout).toMatch(/^session-papers: \d+ % ready/mu);

  const json = await place.run(['docs', 'lint', '--json']);
  const {documents} = JSON.parse(json.stdout) as {
    documents: readonly {findings: readonly {place?: {item: string}}[]}[];
  };
  expect(documents[0]?.findings.map(({place: at}) => at?.item)).toContain('network');
});

test.concurrent('docs lint gives 4 when only warnings are left', async () => {
  await using place = makePlace();
  const playbook = await place.write(
    'mine.md',
    '---\nfinish: none\n---\n# Mine\n\n## Runbooks\n\n- Check health\n',
  );
  await place.run(['new', '--customer', 'Apex', '--system', 'Pay', '--playbook', playbook]);
  const {exitCode, stdout} = await place.run(['docs', 'lint']);
  expect(exitCode).toBe(4);
  expect(stdout).not.toContain('required');
});

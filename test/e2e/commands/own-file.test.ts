import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const file = `# Search

## Document information

Owned by the platform team.

## Architecture

Three nodes behind one proxy.

## Prepare

Be careful, it is live.

- [ ] Drain traffic

If the drain hangs, do this instead:

\`\`\`sh
kubectl delete pod -l app=search
\`\`\`

- [ ] Kill the pods

## Troubleshooting

Look at the logs:

\`\`\`sh
journalctl -u search
\`\`\`
`;

async function started() {
  const place = makePlace();
  await place.write('team.md', file);
  const names = ['--customer', 'Apex', '--system', 'Search', '--playbook', 'team.md'];
  await place.run(['new', ...names]);
  const read = async (name: string) => {
    await place.run(['docs', '--out', 'out', '--format', 'md']);
    return readFile(path.join(place.workspace, 'out', name), 'utf8');
  };
  return {place, read};
}

test.concurrent('what a file says of a part is in the handoff document once it is confirmed', async () => {
  const {place, read} = await started();
  await using _ = place;
  const before = await read('customer/handoff-document.md');
  expect(before).toContain('Not written yet: Architecture.');
  expect(before).not.toContain('Three nodes');
  expect(before).not.toContain('journalctl');
  await place.run(['item', 'read-document-information', 'done']);
  await place.run(['item', 'read-architecture', 'done']);
  await place.run(['item', 'troubleshooting', 'done']);
  const after = await read('customer/handoff-document.md');
  expect(after).toMatch(
    /## What was deployed\n\n### Architecture\n\nThree nodes behind one proxy\./u,
  );
  expect(after).toMatch(
    /### Troubleshooting\n\nLook at the logs:\n\n```sh\njournalctl -u search\n```/u,
  );
  expect(after).not.toContain('platform team');
  expect(after.split('Three nodes')).toHaveLength(2);
});

test.concurrent('a text between items stands above its item, and what introduces a step is left out', async () => {
  const {place, read} = await started();
  await using _ = place;
  const state = await read('internal/state-of-items.md');
  expect(state).toMatch(
    /\| Drain traffic [^\n]*\n\nIf the drain hangs, do this instead:\n\n```sh\nkubectl delete pod -l app=search\n```\n\n\| Item [^\n]*\n[^\n]*\n\| Kill the pods /u,
  );
  expect(state).not.toContain('Be careful');
});

test.concurrent('a checklist without a session is told as that, and no document waits for one', async () => {
  const {place, read} = await started();
  await using _ = place;
  const document = await read('customer/handoff-document.md');
  expect(document).not.toMatch(/session has not been held|Handoff session|## Session/u);
  expect(document).toContain('**Next for you:** Decide whether to accept the system');
  await expect(read('customer/session-papers.md')).rejects.toThrow('ENOENT');
  await expect(read('customer/session-summary.md')).rejects.toThrow('ENOENT');
});

test.concurrent('a part is not done because nobody has to write what it is made of', async () => {
  const {place} = await started();
  await using _ = place;
  const {stdout} = await place.run(['status']);
  expect(stdout).toContain('[ ] Who to contact');
  expect((await place.run(['item', 'finish.contact', 'done'])).exitCode).toBe(0);
});

test.concurrent('the receiver signs once required items are settled, and nothing else is asked', async () => {
  const {place} = await started();
  await using _ = place;
  const {stdout, exitCode} = await place.run(['gate', 'closing']);
  expect(exitCode).toBe(3);
  expect(stdout).toContain('The text of "Architecture" is not confirmed as read.');
  expect(stdout).toContain('"Drain traffic" is not settled.');
  const [asked] = stdout.split('Not asked:');
  expect(asked).not.toMatch(/Whom to call|not been held|transition/u);
});

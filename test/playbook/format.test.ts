import {expect, test} from 'vitest';
import {formatPlaybook} from '../../source/playbook/format.ts';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {fixturePath} from './fixtures.ts';

test('the text form shows counts, ids, the agenda, gotchas, links and notices', async () => {
  const text = formatPlaybook(await loadPlaybook(fixturePath('emoji-headings.md')));
  expect(text).toContain('\n  checklist: 7 checklist items (2 optional)\n');
  expect(text).toMatch(
    /\nADDED, AS THE FILE HAS NONE\n\n {2}People and risks {2}<finish\.people>\n/,
  );
  expect(text).toContain('\n    [ ] How to restore a table · optional  <how-to-restore-a-table>\n');
  expect(text).toContain('4 agenda blocks (60–80 min), 13 topics, announced as 60–90 min');
  expect(text).toContain(
    '    [ ] Tour · 30–40 min  <tour>\n        [ ] Logging in  <logging-in>\n',
  );
  expect(text).toContain('\nGOTCHAS\n\n  - Trusting one good run - look at five\n');
  expect(text).toContain('\n  - News: ../news/weekly.md\n');
  expect(text).toContain('\n  - line 48: Agenda says 60 to 90 min; its blocks add up to 60 to 80');
  expect(text).toMatch(
    /In all: 5 phases, 10 steps, 64 items \(5 optional\), \d+ lines read as fields and notes, 4 agenda blocks \(60–80 min\), 13 topics, 6 gotchas, 4 links, 6 steps added\.\n/,
  );
});

test('the text form shows due rules, ticks and commands', () => {
  const markdown = '---\ndue: {a-df-h: 1 business day after session}\n---\n- [x] a `df -h`\n';
  expect(formatPlaybook(parsePlaybook(markdown, 'x.md'))).toContain(
    '    [x] a df -h · due 1 business day after the session  <a-df-h>\n        runs: df -h\n',
  );
});

// Headings that are agendas, procedures and questions, and what decides which entries are work.
import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {agendaMinutes, allItems, stepsOf} from '../../source/playbook/walk.ts';
import {toldLines} from './told-lines.ts';

const told = (markdown: string) => toldLines(parsePlaybook(markdown, 'x.md'));
const screensOf = (markdown: string) =>
  stepsOf(parsePlaybook(markdown, 'x.md')).map(({step}) => step.screen);

test('headings with minutes are the blocks of an agenda, and their entries its topics', () => {
  const markdown =
    '# T\n\n## Session\n\n### Intro (10 min)\n\n- who we are\n\n### Tour (30 min)\n\n- the console\n- the logs\n';
  expect(screensOf(markdown)).toEqual(['agenda']);
  expect(told(markdown)).toEqual([
    '# Session',
    '[ ] Intro 10–10 min',
    '  [ ] who we are',
    '[ ] Tour 30–30 min',
    '  [ ] the console',
    '  [ ] the logs',
  ]);
  const [place] = stepsOf(parsePlaybook(markdown, 'x.md'));
  expect(place && agendaMinutes(place.step)).toEqual({min: 40, max: 40});
});

test.each([
  ['bullets with lengths', '- Intro (10 min)\n- Tour (30 min)'],
  ['starts alone', '- 9:00 Intro\n- 9:10 Tour\n- 9:40 End'],
  ['times in words', '1. 9.15 am – 9.25 am Intro\n2. 9.25 am – 9.55 am Tour'],
])('an agenda of %s', (_, list) => {
  const [place] = stepsOf(parsePlaybook(`# T\n\n${list}\n`, 'x.md'));
  expect(place?.step.screen).toBe('agenda');
  expect(place && agendaMinutes(place.step)).toEqual({min: 40, max: 40});
});

test('headings with commands are the lines of a procedure', () => {
  expect(
    told(
      '# T\n\n## Restart\n\n### Stop\n\nFirst.\n\n```sh\nstop it\n```\n\n### Start\n\n```sh\nstart it\n```\n',
    ),
  ).toEqual([
    '# Restart',
    '[ ] Stop',
    '  | First.',
    '  | ',
    '  | ```sh',
    '  | stop it',
    '  | ```',
    '  $ stop it',
    '[ ] Start',
    '  | ```sh',
    '  | start it',
    '  | ```',
    '  $ start it',
  ]);
});

test.each([
  ['a question as heading', '## Who answers for it?\n\n_Write here._'],
  ['a question below', '## Owner\n\nWhich team answers for it?'],
  ['room to write', '## Owner\n\nTBD'],
  ['a gap to fill', '## Owner\n\n<name of the team>'],
])('%s is a text to write', (_, section) => {
  expect(screensOf(`# T\n\n${section.replace('<', '\\<')}\n`)).toEqual(['text']);
});

test('in a template of headings alone, each without anything below is a text to write', () => {
  const markdown =
    '# Incident\n\n## Summary\n\n## Lessons\n\n### Good\n\n### Bad\n\n## Who was there?\n';
  expect(told(markdown)).toEqual([
    '# Summary',
    '[ ] Summary',
    '# Lessons',
    '[ ] Good',
    '[ ] Bad',
    '# Who was there?',
    '[ ] Who was there?',
  ]);
});

test('a question that is answered in the file is read', () => {
  expect(
    told('# T\n\n## Why on Sunday?\n\nBecause nobody works then.\n\n## Do\n\n- [ ] a\n'),
  ).toContain('(read) Read "Why on Sunday?"');
});

test('a note with an address in it asks nothing, and neither does one above other headings', () => {
  const markdown =
    '# T\n\n## A\n\n> See [it](https://x.example/w?v=1)\n\n## B\n\n> Who?\n\n### C\n\n- [ ] c\n';
  expect(told(markdown).filter((line) => line.startsWith('['))).toEqual(['[ ] c']);
});

test('a heading without anything below is no step, and a notice says so', () => {
  const {notices} = parsePlaybook('# T\n\n## A\n\n- [ ] a\n\n## B\n', 'x.md');
  expect(notices).toEqual([
    {message: 'Nothing stands below "B", so it is no step.', position: {line: 7, column: 1}},
  ]);
});

describe('what is work', () => {
  test('boxes alone, where there are as many as other entries', () => {
    expect(told('# T\n\n## A\n\n- [ ] a\n- [ ] b\n\n## B\n\n- note\n')).toEqual([
      '# A',
      '[ ] a',
      '[ ] b',
      '# B',
      'prose: - note',
      '(read) Read "B"',
    ]);
  });

  test('all entries of a section without boxes, where most entries have none', () => {
    expect(told('# T\n\n## A\n\n- [ ] a\n\n## B\n\n- b\n- c\n- d\n')).toEqual([
      '# A',
      '[ ] a',
      '# B',
      '[ ] b',
      '[ ] c',
      '[ ] d',
    ]);
  });

  test('what the front matter names, whatever the boxes', () => {
    const list = '# T\n\n## A\n\n- [ ] a\n- [ ] b\n- c\n\n## B\n\n- d\n';
    const lines = told(`---\nregisters: {c: contacts}\nsteps: {b: {screen: text}}\n---\n${list}`);
    expect(lines).toEqual(['# A', '[ ] a', '[ ] b', '[ ] c', '# B', '[ ] d']);
  });

  test('no legend and no list of references', () => {
    const markdown =
      '# T\n\n## Legend\n\n- red: now\n\n## A\n\n- a\n- b\n\n## Reading\n\n- [x](https://x.example)\n- [y](https://y.example)\n';
    const playbook = parsePlaybook(markdown, 'x.md');
    expect(playbook.context).toBe('## Legend\n\n- red: now');
    expect(toldLines(playbook).filter((line) => line.startsWith('['))).toEqual(['[ ] a', '[ ] b']);
  });
});

describe('the kind of a phase', () => {
  const kindsOf = (...titles: readonly string[]) =>
    parsePlaybook(
      `# T\n\n${titles.map((title) => `## ${title}\n\n### S\n\n- [ ] a\n`).join('\n')}`,
      'x.md',
    ).phases.map(({kind}) => kind);

  test.each([
    ['Vorbereitung', 'Go-live', 'Nachbereitung'],
    ['Avant la bascule', 'Pendant la bascule', 'Après'],
    ['Preparación', 'Durante la reunión', 'Seguimiento'],
    ['Antes', 'Durante', 'Depois'],
    ['Voorbereiding', 'Tijdens de sessie', 'Nazorg'],
    ['Preparazione', 'Messa in produzione', 'Dopo'],
    ['Pre-launch', 'Launch day', 'Early life support'],
    ['Pre-deployment', 'Deploy the release', 'Post-deployment'],
    ['Readiness', 'Cutover weekend', 'Hypercare'],
  ])('of %s, %s and %s', (...titles) => {
    expect(kindsOf(...titles)).toEqual(['preparation', 'session', 'post-handoff']);
  });

  test('that is in doubt is preparation, and a notice says so', () => {
    const {phases, notices} = parsePlaybook(
      '# T\n\n## Rollback\n\n### S\n\n- [ ] a\n\n## Meeting\n\n### S\n\n- [ ] b\n',
      'x.md',
    );
    expect(phases.map(({kind}) => kind)).toEqual(['preparation', 'session']);
    expect(notices).toMatchObject([{position: {line: 3}}]);
  });
});

test('who takes part is read, and no work', () => {
  const playbook = parsePlaybook('# T\n\n## Attendees\n\n- Kim\n- Sam\n\n## Do\n\n- One\n', 'x.md');
  expect(playbook.context).toContain('- Kim');
  expect(allItems(playbook).map(({item}) => item.text)).toEqual(['One']);
});

test('the text of a heading stands above the questions that the headings below it ask', () => {
  const playbook = parsePlaybook(
    '# T\n\n## P\n\n### Hours\n\n> When is it up?\n> Parts of it may sleep.\n\n#### Core\n\n(such as 3 to 1)\n\n#### Rest\n\n(such as 7 to 9)\n',
    'x.md',
  );
  const steps = stepsOf(playbook).map(({step}) => step);
  expect(steps.map(({title}) => title)).toEqual(['Hours']);
});

test('a runbook that begins with what it needs has no session between', () => {
  const titles = ['Prerequisites', 'Symptoms', 'Steps', 'Post-incident'];
  const body = titles.map((title) => `## ${title}\n\n### X\n\n- [ ] ${title}\n`).join('\n');
  expect(parsePlaybook(`# T\n\n${body}`, 'x.md').phases.map(({kind}) => kind)).toEqual([
    'preparation',
    'preparation',
    'preparation',
    'post-handoff',
  ]);
});

test.each([
  ['Agenda items', 'session'],
  ['Meeting notes', 'session'],
  ['Deployment day checklist', 'session'],
  ['事前準備', 'preparation'],
  ['上线后', 'post-handoff'],
])('%s is %s', (title, kind) => {
  const playbook = parsePlaybook(
    `# T\n\n## A\n\n### X\n\n- a\n\n## ${title}\n\n### Y\n\n- b\n`,
    'x.md',
  );
  expect(playbook.phases.at(-1)?.kind).toBe(kind);
});

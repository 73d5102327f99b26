import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {stepsOf} from '../../source/playbook/walk.ts';
import {readFixture} from './fixtures.ts';

function shape(markdown: string, file = 'team/list.md') {
  const {title, phases} = parsePlaybook(markdown, file);
  return {
    title,
    phases: phases.map((phase) => [
      phase.title,
      phase.kind,
      phase.steps.map((step) => `${step.title} ${step.items.length}`),
    ]),
  };
}

describe('the title', () => {
  test.each([
    ['the # heading', '# Move\n\n## Work\n- a', 'Move'],
    ['a first ## heading with nothing under it', '## Move\n\n## Work\n- a', 'Move'],
    ['the file name when the first ## heading has a list', '## Work\n- a\n\n## Empty\n', 'list'],
    ['the front matter before anything else', '---\ntitle: Set\n---\n# Move\n- a', 'Set'],
    ['the heading without emoji, anchor and colon', '# 🚚 Move: {#top}\n- a', 'Move'],
    ['a heading of emoji alone, as it is', '# 🚚\n- a', '🚚'],
    ['a heading with a keycap and a flag', '# 1️⃣ Move 🇪🇸\n- a', 'Move'],
    ['a heading with a trademark, kept', '# Acme® :truck:\n- a', 'Acme®'],
  ])('is %s', (_name, markdown, title) => {
    expect(parsePlaybook(markdown, 'team/list.md').title).toBe(title);
  });
});

describe('phases and steps', () => {
  test('a flat file is one phase whose sections are steps', () => {
    expect(shape(readFixture('flat.md'))).toEqual({
      title: 'Server move',
      phases: [['Server move', 'preparation', ['Access 2', 'Monitoring 2', 'Paperwork 2']]],
    });
  });

  test('a bare list is one phase with one step, named after the file', () => {
    expect(shape(readFixture('bare-list.md'))).toEqual({
      title: 'list',
      phases: [['list', 'preparation', ['list 3']]],
    });
  });

  test('sections named as session and aftermath are phases, although nothing is below them', () => {
    expect(shape(readFixture('foreign-front-matter.md')).phases).toEqual([
      ['Before', 'preparation', ['Before 1']],
      ['Session', 'session', ['Session 1']],
      ['After', 'post-handoff', ['After 1']],
    ]);
  });

  test('underlined headings count as headings', () => {
    expect(shape(readFixture('underlined-headings.md')).phases).toEqual([
      ['Preparation', 'preparation', ['Preparation 1']],
      ['Wrap-up', 'post-handoff', ['Wrap-up 1']],
    ]);
  });

  test('deeper headings are steps under the name of the heading above', () => {
    expect(shape(readFixture('deep-headings.md'), 'ops.md').phases).toEqual([
      [
        'ops',
        'preparation',
        ['Backups: Database 2', 'Backups: Files 1', 'Network 1', 'Network: Firewall 1'],
      ],
    ]);
  });

  test('with several # headings these are the phases', () => {
    expect(shape(readFixture('several-tops.md'))).toEqual({
      title: 'Moving house',
      phases: [
        ['Before the day', 'preparation', ['Before the day 1', 'Kitchen 1']],
        ['Follow-up', 'post-handoff', ['Follow-up 1']],
      ],
    });
  });

  test('entries before the first step go to a step with the name of the phase', () => {
    const markdown = '# T\n\n## Work\n\nWhy.\n\n- a\n\n### Part\n\n- b\n\n**Bold part:**\n- c';
    expect(shape(markdown).phases).toEqual([
      ['Work', 'preparation', ['Work 1', 'Part 1', 'Part: Bold part 1']],
    ]);
  });

  test('entries before the first phase go to a phase with the name of the playbook', () => {
    expect(shape('# T\n\n- a\n\n## Work\n\n### Part\n\n- b').phases).toEqual([
      ['T', 'preparation', ['T 1']],
      ['Work', 'preparation', ['Part 1']],
    ]);
  });

  test('a bold line is a step only where a list follows and nothing else is on the line', () => {
    const markdown =
      '## Work\n\n**Careful**\n\nNo list.\n\n***Both***\n- b\n\n**Do** this first:\n\n- a\n';
    const [phase] = parsePlaybook(markdown, 'x.md').phases;
    expect(phase?.introduction).toBe('**Careful**\n\nNo list.');
    expect(phase?.steps).toMatchObject([
      {
        title: 'Both',
        texts: [{kind: 'prose', markdown: '**Do** this first:', above: 'a'}],
        items: [{text: 'b'}, {text: 'a'}],
      },
    ]);
  });

  test('text of a phase and of a step introduces each, without comments and HTML', () => {
    const markdown =
      '## Work\n\nAbout <!-- x --> work.\n\n<!-- y -->\n\n### Part\n\n| a |\n| - |\n\n- b\n';
    const [phase] = parsePlaybook(markdown, 'x.md').phases;
    expect(phase?.introduction).toBe('About  work.');
    expect(phase?.steps[0]?.texts).toMatchObject([
      {kind: 'table', markdown: '| a |\n| - |', above: 'b'},
    ]);
  });

  test('a section with text alone is a step that somebody reads', () => {
    expect(shape('# T\n\n## Notes\n\nRead me.\n\n## Work\n\n- a').phases).toEqual([
      ['T', 'preparation', ['Notes 1', 'Work 1']],
    ]);
  });

  test.each([
    ['Pre-Handoff Checklist', 'preparation'],
    ['Handoff Preparation', 'preparation'],
    ['Preparing the session', 'preparation'],
    ['Handoff Document Template', 'preparation'],
    ['On-call rota', 'preparation'],
    ['Go-live list', 'preparation'],
    ['Kickoff meeting', 'session'],
    ['Customer call', 'session'],
    ['Post-handoff', 'post-handoff'],
    ['After the session', 'post-handoff'],
    ['Follow-up call', 'post-handoff'],
    ['Transition', 'post-handoff'],
    ['Wrap up', 'post-handoff'],
  ])('a phase called %s is %s', (title, kind) => {
    const markdown = `# T\n\n## ${title}\n\n### Step\n\n- a`;
    expect(parsePlaybook(markdown, 'x.md').phases[0]?.kind).toBe(kind);
  });
});

describe('sections read by their name', () => {
  const playbook = parsePlaybook(readFixture('special-sections.md'), 'special.md');

  test('context takes its section with what is below, whatever its emoji and case', () => {
    expect(playbook.context).toBe(
      'First paragraph.\n\n### Background\n\n| a | b |\n| - | - |\n\nMore words.',
    );
  });

  test('every entry below a gotchas heading is a gotcha, at any level', () => {
    expect(playbook.gotchas.map(({text}) => text)).toEqual(['first', 'nested', 'second']);
  });

  test('links come from a section whose entries are all links, addresses resolved', () => {
    expect(playbook.links.map(({text, url}) => [text, url])).toEqual([
      ['One', 'one.md'],
      ['Two with words', 'two.md'],
      ['https://example.com/three', 'https://example.com/three'],
    ]);
  });

  test('a links section with tasks or other entries stays a step', () => {
    expect(stepsOf(playbook).map(({step}) => step.title)).toEqual([
      'Work',
      'References',
      'Resources',
    ]);
  });

  test('links in a table are links, and the words beside them are context', () => {
    const markdown =
      '# T\n\n## Do\n\n- [ ] a\n\n## Resources\n\n| | Link |\n|-|-|\n| The form | [open](f.html) |\n';
    const {links, context} = parsePlaybook(markdown, 'x.md');
    expect(links.map(({url}) => url)).toEqual(['f.html']);
    expect(context).toContain('The form');
  });

  test('a legend of signs is read, whatever its signs', () => {
    const markdown = '# T\n\n## Legend\n\n- ☐ open\n- ☑ done\n\n## Do\n\n- a\n- b\n';
    const {phases, context} = parsePlaybook(markdown, 'x.md');
    expect(context).toBe('## Legend\n\n- ☐ open\n- ☑ done');
    expect(phases[0]?.steps[0]?.items).toHaveLength(2);
  });

  test('a context with a list is a step, and gotchas without a list are their paragraphs', () => {
    const other = parsePlaybook(readFixture('context-with-list.md'), 'x.md');
    expect(other.context).toBeUndefined();
    expect(stepsOf(other)[0]?.step).toMatchObject({
      title: 'Context',
      texts: [{kind: 'prose', markdown: 'Two sites:', above: 'north'}],
    });
    expect(other.gotchas.map(({text}) => text)).toEqual(['Never on a Friday.']);
  });
});

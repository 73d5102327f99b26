import {describe, expect, test} from 'vitest';
import {defaultGates} from '../../source/playbook/playbook.ts';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {PlaybookError} from '../../source/playbook/playbook-error.ts';
import {allItems, stepsOf} from '../../source/playbook/walk.ts';
import {readFixture} from './fixtures.ts';

const body = '# T\n\n## Work\n\n### Write down\n\n- send it\n- ask them\n\n### Prove\n\nRun it.\n';

function withSettings(settings: string, isStrict = false) {
  return parsePlaybook(`---\n${settings}\n---\n${body}`, 'plan.md', {isStrict});
}

function errorOf(settings: string): PlaybookError {
  try {
    withSettings(settings, true);
  } catch (error) {
    if (error instanceof PlaybookError) return error;
    throw error;
  }
  throw new Error('The playbook was accepted.');
}

describe('front matter', () => {
  test('sets kinds, screens and due rules', () => {
    const playbook = withSettings(
      'phases: {work: {kind: session}}\n' +
        'steps: {write-down: {screen: text}, prove: {screen: checks}}\n' +
        'due:\n  send-it: 24h after session\n  ask-them: 3 business days after session',
    );
    expect(playbook.phases[0]?.kind).toBe('session');
    expect(stepsOf(playbook).map(({step}) => step.screen)).toEqual(['text', 'checks']);
    expect(allItems(playbook).map(({item}) => item.due)).toEqual([
      {amount: 24, unit: 'hours', after: 'session'},
      {amount: 3, unit: 'business-days', after: 'session'},
    ]);
  });

  test('sets from which size on an item is asked, and names a size that there is none of', () => {
    const [send, ask] = allItems(withSettings('sizes: {send-it: service}'));
    expect([send?.item.askedFrom, ask?.item.askedFrom]).toEqual(['service', undefined]);
    expect(errorOf('sizes: {send-it: servise}').message).toContain('did you mean "service"?');
    expect(errorOf('sizes: {sent-it: service}').message).toContain('did you mean "send-it"?');
  });

  test.each([
    ['10 days after session', {amount: 10, unit: 'days', after: 'session'}],
    ['1 Business Day after the session', {amount: 1, unit: 'business-days', after: 'session'}],
    ['36 hours after session', {amount: 36, unit: 'hours', after: 'session'}],
    ['0 days after the transition', {amount: 0, unit: 'days', after: 'transition'}],
  ])('reads the rule "%s"', (rule, due) => {
    expect(allItems(withSettings(`due: {send-it: "${rule}"}`))[0]?.item.due).toEqual(due);
  });

  test('of other tools is passed over, and a known key of another shape is noticed', () => {
    const playbook = parsePlaybook(readFixture('foreign-front-matter.md'), 'x.md');
    expect(playbook.title).toBe('Go-live list');
    expect(playbook.notices).toEqual([
      {
        message: '"due" in the front matter names no ids, so it is not used.',
        position: {line: 5, column: 1},
      },
    ]);
  });

  test('sets registers and the thresholds of the gates; those left out are the defaults', () => {
    const playbook = withSettings(
      'registers: {send-it: contacts}\ngates: {prove: [ask-them], proof-days: 7}',
    );
    expect(allItems(playbook).map(({item}) => item.register)).toEqual([
      'contacts',
      undefined,
      undefined,
    ]);
    expect(playbook.gates).toEqual({...defaultGates, prove: ['ask-them'], proofDays: 7});
    expect(withSettings('due: {}').gates).toBeUndefined();
  });

  test('sets the part of the handoff document that an item belongs to', () => {
    const items = allItems(withSettings('parts: {ask-them: troubleshoot}'));
    expect(items.map(({item}) => item.part)).toEqual([undefined, 'troubleshoot', undefined]);
  });

  test.each([
    ['gates: {proof-day: 7}', 2, 9, 'did you mean "proof-days"?'],
    ['gates: {proof-days: soon}', 2, 21, 'needs a whole number'],
    ['gates: {prove: [ask-us]}', 2, 17, 'There is no item "ask-us"'],
    ['registers: {send-it: contact}', 2, 22, 'did you mean "contacts"?'],
    ['parts: {send-it: contacts}', 2, 18, '"contacts" is not a part; did you mean "contact"?'],
    ['parts: {send-us: contact}', 2, 9, 'There is no item "send-us"; did you mean "send-it"?'],
  ])('tells the place of a mistake in %s', (settings, line, column, words) => {
    const error = errorOf(settings);
    expect(error.message).toContain(words);
    expect(error.position).toEqual({line, column});
  });

  test.each([
    ['TOML front matter', '+++\ntitle = "x"\n+++\n- a'],
    ['a rule at the top', '---\n\nText: more\n\n---\n\n- a'],
    ['Markdown between two rules', '---\n- a\n---\n'],
    ['a rule that is never followed by another', '---\n- a\n'],
    ['empty front matter', '---\n---\n- a'],
    ['front matter with Windows line ends', '---\r\nx: 1\r\n---\r\n- a\r\n'],
  ])('%s does not keep the list from loading', (_name, markdown) => {
    expect(allItems(parsePlaybook(markdown, 'x.md')).map(({item}) => item.id)).toEqual(['a']);
  });

  test.each([
    ['due: b: c', 'plan.md:2:6: The front matter is not valid YAML: '],
    [
      'due: {}\na: 1\na: 2',
      'plan.md:4:1: The front matter is not valid YAML: Map keys must be unique',
    ],
    [
      'due:\n  send-itt: 24h after session',
      'plan.md:3:3: There is no item "send-itt"; did you mean "send-it"?',
    ],
    [
      'steps: {prov: {screen: text}}',
      'plan.md:2:9: There is no step "prov"; did you mean "prove"?',
    ],
    ['phases: {else: {kind: session}}', 'plan.md:2:10: There is no phase "else"; see the ids with'],
    [
      'steps: {prove: {screen: check}}',
      'plan.md:2:25: "check" is not a screen; did you mean "checks"?',
    ],
    [
      'phases: {work: {kind: party}}',
      'plan.md:2:23: "party" is not a kind; use one of preparation, session, post-handoff.',
    ],
    [
      'steps: {prove: {scren: text}}',
      'plan.md:2:17: "scren" is not known here; the key is "screen".',
    ],
    [
      'steps: {prove: text}',
      'plan.md:2:16: "prove" needs a screen; write it as prove: {screen: checklist}.',
    ],
    [
      'due: {send-it: tomorrow}',
      'plan.md:2:16: "tomorrow" is not a due rule; write it as "24h after session"',
    ],
    ['due: {send-it: 3 hours after transition}', 'plan.md:2:16: "3 hours after transition" is not'],
    [
      'due: {send-it: 5 constructor after session}',
      'plan.md:2:16: "5 constructor after session" is not',
    ],
  ])(
    '%j is refused with its place and a way out, where somebody looks how it is read',
    (settings, message) => {
      expect(errorOf(settings).message).toContain(message);
    },
  );

  test.each([
    ['due:\n  send-itt: 24h after session', 3, 'There is no item "send-itt"'],
    ['steps: {prove: {screen: check}}', 2, '"check" is not a screen; did you mean "checks"?'],
    ['gates: {proof-day: 7}', 2, '"proof-day" is not known in gates'],
    ['due: b: c', 2, 'The front matter is not valid YAML'],
  ])('%j keeps no handoff from starting, and is told with its line', (settings, line, words) => {
    const {notices, gates} = withSettings(settings);
    expect(notices).toMatchObject([{message: expect.stringContaining(words), position: {line}}]);
    expect(gates).toBeUndefined();
  });

  test.each([
    ['a: b: c', 2, 'The front matter is not read, since it is not valid YAML'],
    ['a: 1\na: 2', 3, 'Map keys must be unique'],
    ['steps:\n  build: {run: make}', 2, '"steps" in the front matter is of another tool'],
    ['steps:\n  - run: make', 2, '"steps" in the front matter names no ids'],
    ['phases: {one: {tasks: [a]}}', 2, '"phases" in the front matter is of another tool'],
  ])('%j of another tool is told with its line, and the list loads', (settings, line, words) => {
    const {notices, title} = withSettings(settings, true);
    expect(notices).toMatchObject([{message: expect.stringContaining(words), position: {line}}]);
    expect(title).toBe('T');
  });

  test('carries file and position apart from the message', () => {
    const {file, position} = errorOf('due: {nothing-like-it: 1h after session}');
    expect({file, position}).toEqual({file: 'plan.md', position: {line: 2, column: 7}});
  });
});

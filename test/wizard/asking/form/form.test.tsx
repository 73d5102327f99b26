import {expect, test} from 'vitest';
import {optional} from '../../../../source/handoff/registers/field.ts';
import {ctrl, keys, pasted} from '../../../harness/keys.ts';
import {bodyOf} from '../../in-frame.tsx';
import {footer} from '../open-ask.tsx';
import {openForm, type OpenForm} from './open-form.tsx';

const {enter, escape, tab, shiftTab, up, down, left, right, backspace} = keys;
const save = ctrl('s');

const drawn = (form: OpenForm) => bodyOf(form.screenText()).join('\n');

/** The label of the field that is being filled in. */
const current = (form: OpenForm) => /❯ ([A-Z][a-z ]*[a-z])/.exec(drawn(form))?.[1]?.split('  ')[0];

test('every field is drawn, and of the current one what belongs there', async () => {
  await using form = await openForm();
  expect(drawn(form)).toBe(
    [
      'Fill it in',
      '',
      '❯ Name',
      '             What it is called.',
      '  Owner      needed',
      '  Effect     –',
      '  Steps      –',
      '  Tested on  –',
    ].join('\n'),
  );
  expect(footer(form)).toContain('⏎ next field · Ctrl+S save · Esc leave');
});

test('Enter goes from field to field, and saves at the last', async () => {
  await using form = await openForm();
  await form.press('Restart', enter, 'Lee', enter, 'c', enter);
  expect(current(form)).toBe('Steps');
  await form.press('stop', enter, 'start', tab);
  expect(current(form)).toBe('Tested on');
  expect(footer(form)).toContain('⏎ save');
  await form.press('yesterday', enter);
  await form.settle();
  expect(form.saved).toEqual([
    {name: 'Restart', owner: 'Lee', effect: 'changes', steps: 'stop\nstart', tested: 'yesterday'},
  ]);
});

test('Tab, Shift+Tab and the arrows go round all fields and change none', async () => {
  await using form = await openForm();
  const seen: (string | undefined)[] = [];
  for (const key of [tab, down, tab, tab, tab, shiftTab, up, shiftTab]) {
    await form.press(key);
    seen.push(current(form));
  }
  expect(seen).toEqual([
    'Owner',
    'Effect',
    'Steps',
    'Tested on',
    'Name',
    'Tested on',
    'Steps',
    'Effect',
  ]);
  await form.press(escape);
  await form.settle();
  expect(form.said()).toBeUndefined();
});

test('Enter at a field that is wrong stays there and says why; Ctrl+S goes to the first one', async () => {
  await using form = await openForm();
  await form.press(enter);
  expect(drawn(form)).toContain('❯ Name\n             A name is needed.');
  await form.press('R');
  expect(drawn(form)).toContain('What it is called.');
  await form.press(tab, 'nobody', tab, 's');
  expect(drawn(form)).toMatch(/ {2}Owner +nobody\n +Somebody has to have it\./);
  await form.press(save);
  await form.settle();
  expect(drawn(form)).toMatch(/❯ Owner +nobody\n +Somebody has to have it\./);
  expect(form.saved).toEqual([]);
});

test('a mistake that only saving finds is said at its field, and goes with the next key', async () => {
  await using form = await openForm({
    outcome: ({name}) => name === 'taken' && {field: 'name', text: '"taken" is taken.'},
  });
  await form.press('taken', enter, 'Lee', save);
  await form.settle();
  expect(drawn(form)).toMatch(/❯ Name +taken\n +"taken" is taken\./);
  await form.press('!');
  expect(drawn(form)).not.toContain('is taken.');
});

test('what was not saved leaves the form as it is', async () => {
  let isRefused = true;
  await using form = await openForm({outcome: () => !isRefused});
  await form.press('Restart', enter, 'Lee', save);
  await form.settle();
  expect(drawn(form)).toMatch(/Restart[^]*❯ Owner +Lee/);
  isRefused = false;
  await form.press(save);
  await form.settle();
  expect(form.saved).toMatchObject([{name: 'Restart', owner: 'Lee'}]);
  expect(form.draft()).toBeUndefined();
});

test('a choice is changed by arrows, Space or its letter, and taken away by Backspace', async () => {
  await using form = await openForm({start: 'effect'});
  const chosen = () => /✔ (\w+)/.exec(drawn(form))?.[1];
  expect(drawn(form)).toContain('← → or a letter changes it.');
  const seen: (string | undefined)[] = [];
  for (const key of [right, right, right, right, left, backspace, ' ', 'c', 'c', 'x', left]) {
    await form.press(key);
    seen.push(chosen());
  }
  expect(seen).toEqual([
    'safe',
    'changes',
    'costly',
    'safe',
    'costly',
    undefined,
    'safe',
    'changes',
    'costly',
    'costly',
    'changes',
  ]);
});

test('a name is completed from those known, and → takes it', async () => {
  await using form = await openForm({start: 'owner'});
  expect(drawn(form)).toContain('Known: Mina Okafor, Miro Sanz, Lee Novak');
  await form.press('mi');
  expect(drawn(form)).toContain('→ takes Mina Okafor, Miro Sanz');
  await form.press('r', right);
  expect(drawn(form)).toMatch(/❯ Owner +Miro Sanz/);
  await form.press(ctrl('u'), 'Somebody else', tab);
  expect(drawn(form)).toMatch(/ {2}Owner +Somebody else/);
});

test('a day is said in words under what was typed, whichever way it was typed', async () => {
  await using form = await openForm({start: 'tested'});
  await form.press('mon');
  expect(drawn(form)).toMatch(/❯ Tested on {2}mon\n +Mon 23 Nov 2026, 2 days ago/);
});

test('in a text Enter begins a line, arrows leave it at its ends, and at rest it says how long it is', async () => {
  await using form = await openForm({start: 'steps'});
  expect(drawn(form)).toContain('Enter begins a new line; Tab goes on.');
  expect(footer(form)).not.toContain('⏎');
  await form.press('one', enter, 'two', enter, 'three', up, up, up);
  expect(current(form)).toBe('Effect');
  expect(drawn(form)).toContain('Steps      one (2 more lines)');
});

test('a field that does not apply wants a reason, and a change of mind loses neither text', async () => {
  await using form = await openForm({initial: {name: 'Restart', owner: 'Lee'}, start: 'steps'});
  await form.press('stop', ctrl('n'));
  expect(drawn(form)).toMatch(/❯ Steps +not applicable:\n[^]*At least 15\s+characters\./);
  expect(footer(form)).toContain('Ctrl+N applies');
  await form.press('no', enter);
  expect(drawn(form)).toContain('At least 15 letters, not 2.');
  await form.press(ctrl('n'));
  expect(drawn(form)).toMatch(/❯ Steps +stop/);
  await form.press(ctrl('n'), ' steps are needed', save);
  await form.settle();
  expect(form.saved).toMatchObject([{steps: 'not applicable: no steps are needed'}]);
});

test('Esc keeps what was typed as a draft, which is back when the form is opened again', async () => {
  await using form = await openForm();
  await form.press('Restart', tab, 'Lee', escape);
  await form.settle();
  expect(form.said()?.text).toBe('What you typed is kept as a draft; opening it again goes on.');
  expect(drawn(form)).toBe('');
  await using again = await openForm({draft: form.draft()});
  expect(drawn(again)).toMatch(/^It is back\n\n❯ Name +Restart\n[^]*Owner +Lee/);
  await again.press(' it', save);
  await again.settle();
  expect(again.saved).toMatchObject([{name: 'Restart it', owner: 'Lee'}]);
  expect(again.draft()).toBeUndefined();
});

test('Ctrl+G forgets what was typed, and it can be brought back', async () => {
  await using form = await openForm();
  await form.press('Restart', ctrl('g'));
  await form.settle();
  expect(form.draft()).toBeUndefined();
  expect(form.said()?.text).toBe('What was typed is gone. u brings it back.');
  await form.said()?.takeBack?.();
  await using again = await openForm({draft: form.draft()});
  expect(drawn(again)).toMatch(/❯ Name +Restart/);
});

test('a draft of other fields is not put back', async () => {
  await using form = await openForm();
  await form.press('Restart', escape);
  await form.settle();
  const others = [optional('customer', 'Customer', 'Who takes it over.')];
  await using other = await openForm({fields: others, draft: form.draft()});
  expect(drawn(other)).toContain('Fill it in');
  expect(drawn(other)).not.toContain('Restart');
});

test('all keys at once, with pastes, lose nothing, at 60×16 as well', async () => {
  await using form = await openForm({cols: 60, rows: 16});
  const steps = Array.from({length: 30}, (_, index) => `step ${index}`).join('\n');
  const typed = ['Restart it', enter, pasted('Lee\nNovak'), down, 'c', enter, pasted(steps), enter];
  await form.press(...typed, 'last', tab, '-3', save);
  await form.settle();
  expect(form.saved).toEqual([
    {
      name: 'Restart it',
      owner: 'Lee Novak',
      effect: 'changes',
      steps: `${steps}\nlast`,
      tested: '-3',
    },
  ]);
});

test('more fields than fit scroll with the one that is filled in, and none is lost', async () => {
  const many = Array.from({length: 30}, (_, index) =>
    optional(
      `field${index}`,
      `Field ${String.fromCharCode(97 + (index % 26))}${index}`,
      'Anything.',
    ),
  );
  await using form = await openForm({fields: many, cols: 60, rows: 16});
  expect(drawn(form)).toMatch(/↓ \d+ more$/);
  for (let index = 0; index < 30; index += 1) {
    const {label = ''} = many[index] ?? {};
    expect(drawn(form)).toContain(`❯ ${label}`);
    await form.press(`${index}`, tab);
  }
  expect(drawn(form)).toContain('❯ Field a0');
  await form.press(up);
  expect(drawn(form)).toMatch(/↑ \d+ more/);
  await form.press(save);
  await form.settle();
  expect(Object.values(form.saved[0] ?? {})).toEqual(many.map((_, index) => `${index}`));
});

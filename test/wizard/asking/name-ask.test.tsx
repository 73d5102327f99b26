import {expect, test} from 'vitest';
import {nameAsk} from '../../../source/wizard/asking/name-ask.ts';
import {keys} from '../../harness/keys.ts';
import {asked, openAsk} from './open-ask.tsx';

const {down, enter} = keys;
const names = [
  {name: 'Mina Okafor', detail: 'head of operations'},
  {name: 'Jordan Ruiz', detail: 'engineer'},
  {name: 'MINA OKAFOR', detail: 'shop'},
  {name: 'Lee Novak', detail: 'on call'},
];

const approver = (isNeeded: boolean) =>
  nameAsk({
    label: 'Approved by',
    hint: 'Who takes the risk.',
    names,
    isNeeded,
    problemWith: (name) =>
      name === 'Jordan Ruiz' ? 'Jordan Ruiz hands the system over.' : undefined,
  });

test('those who may be meant are offered once each, and nobody who would be refused', async () => {
  await using part = await openAsk((ask) => ask(approver(true)));
  expect(asked(part)).toContain('❯ Mina Okafor  head of operations\n  Lee Novak  on call');
  expect(asked(part)).not.toMatch(/Jordan|MINA/);
  await part.press(down, enter);
  expect(asked(part)).toContain('came to: "Lee Novak"');
});

test('who is not offered can be typed, and is refused with the reason', async () => {
  await using part = await openAsk((ask) => ask(approver(true)));
  await part.press('Jordan Ruiz', enter);
  expect(asked(part)).toContain('Jordan Ruiz hands the system over.');
  await part.press(keys.backspace.repeat(11), 'Eva Li', enter);
  expect(asked(part)).toContain('came to: "Eva Li"');
});

test('where nobody is known, a name that is needed has to be typed', async () => {
  const ask = nameAsk({label: 'Observer', hint: 'Who watched.', names: [], isNeeded: true});
  await using part = await openAsk((person) => person(ask));
  await part.press(enter);
  expect(asked(part)).toContain('Observer:\nA name is needed.');
});

test('where nobody has to be named, the empty field is an answer', async () => {
  await using part = await openAsk((ask) => ask(approver(false)));
  expect(asked(part)).not.toContain('❯');
  await part.press(enter);
  expect(asked(part)).toContain('came to: ""');
});

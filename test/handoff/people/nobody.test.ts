import {expect, it} from 'vitest';
import {isNobody} from '../../../source/handoff/people/nobody.ts';
import {isServiceAccount} from '../../../source/handoff/people/service-accounts.ts';

it.each([
  'n/a',
  'N.A.',
  'TBD',
  '???',
  '--',
  '...',
  'xxx',
  '12',
  '',
  'Somebody else',
  'me',
  'We',
  'I',
  'the team',
  'our support team',
  'The Customer',
  'the client',
  'support',
  'on-call',
  'Ops',
  'admin',
  'root',
  'Success Team',
  'IT department',
  'Service desk',
  'engineers',
  'everyone',
  'J.',
])('%j names nobody', (name) => {
  expect(isNobody(name)).toBe(true);
});

it.each([
  'Mina Okafor',
  'Lee',
  'Jo',
  'Li',
  '李',
  'Ng',
  'Itō',
  'Ivy Teamer',
  'Will',
  'May',
  'Hope Group-Ito',
  'An Nguyen',
  'The Anh Nguyen',
  'Al',
  'Usman',
  'Noneya',
  'Adminah',
  'Xi',
  'Ad Min',
  'Noah',
  'Ana',
  'Mina of the support team',
  'Bob',
  'Self-Jones',
  'Al Others',
])('%j names somebody', (name) => {
  expect(isNobody(name)).toBe(false);
});

it.each(['root', 'Ubuntu', 'ec2-user', 'jenkins', 'github-actions[bot]', 'svc-deploy', 'pi'])(
  '%j is an account',
  (name) => {
    expect(isServiceAccount(name)).toBe(true);
  },
);

it.each(['jweber', 'Jo Weber', 'Rootes', 'Ana', 'svenja'])('%j is a person', (name) => {
  expect(isServiceAccount(name)).toBe(false);
});

import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type Past} from './session-place.tsx';

function attendee(name: string, consent: string, email?: string): Past {
  const fields = {
    name,
    side: 'customer',
    role: 'operations',
    consent,
    ...(email === undefined ? {} : {email}),
  };
  return [60, {type: 'record/added', register: 'attendees', item: 'attendees', fields}];
}

test('a date is echoed while it is typed, and a mistake stays in the field with what is allowed', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('session-plan');
  await screen.waitFor(/❯ Date +not set yet/);
  await screen.press(keys.enter);
  await screen.waitFor('Date:');
  await screen.press('2099-03-29 02:30');
  await screen.waitFor(/02:30 does not exist on Sun 29 Mar 2099[^]*from\s+02:00\s+to\s+03:00/);
  await screen.press(keys.enter);
  await screen.waitFor('Date: 2099-03-29 02:30');
  await screen.press('\x7f'.repeat(5), '14:00');
  await screen.waitFor(/Sun 29 Mar 2099, 14:00, Europe\/Madrid, in \d+\s+days/);
  await screen.press(keys.enter);
  await screen.waitFor(/❯ Date +Sun 29 Mar 2099, 14:00/);
  expect(place.journal().at(-1)).toMatchObject({
    type: 'session/planned',
    startsAt: '2099-03-29T12:00:00.000Z',
    timeZone: 'Europe/Madrid',
    minutes: 80,
  });
});

test('a date that is still being typed is not scolded', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('session-plan');
  await screen.waitFor(/❯ Date +not set yet/);
  await screen.press(keys.enter);
  await screen.waitFor('Date:');
  for (const part of ['f', 'r', 'i', ' ', '1', '4', ':', '0']) {
    await screen.press(part);
    expect(screen.screenText().join('\n')).not.toMatch(/is no (?:day|time)/);
  }
  await screen.waitFor(/Fri .*, at what\s+time\?/);
  await screen.press('0');
  await screen.waitFor(/Fri .*, 14:00, Europe\/Madrid/);
  await screen.press('\x7f'.repeat(9), 'soon', keys.enter);
  await screen.waitFor(/"soon" is no day\./);
});

test('a session of half an hour is refused with the least that is allowed', async () => {
  await using place = await makeSessionPlace([
    [
      60,
      {
        type: 'session/planned',
        startsAt: '2099-03-04T13:00:00.000Z',
        timeZone: 'Europe/Madrid',
        minutes: 80,
      },
    ],
  ]);
  await using screen = await place.open('session-plan');
  await screen.waitFor(/Length +80 min/);
  await screen.press(keys.down, keys.enter);
  await screen.waitFor('Length: 80');
  await screen.press('\x7f\x7f', '30', keys.enter);
  await screen.waitFor(/Length: 30[^]*30 minutes are too few[^]*Type 60 or more/);
  await screen.press('\x7f\x7f', '66', keys.enter);
  await screen.waitFor(/Length +66 min[^]*Walkthrough +33 min, at least 30/);
  expect(place.journal().at(-1)).toMatchObject({type: 'session/planned', minutes: 66});
});

test.each([
  [['yes', 'yes'], 'Recording: allowed, all 2 agreed.'],
  [['yes', 'not asked'], 'Recording: notes only until Ben agrees.'],
  [['no', 'yes'], 'Recording: notes only. Ana said no.'],
])('with the consents %j it says "%s"', async (consents, words) => {
  const names = ['Ana', 'Ben'];
  await using place = await makeSessionPlace(
    consents.map((consent, index) => attendee(names[index] ?? '', consent)),
  );
  await using screen = await place.open('session-plan');
  const rows = await screen.waitFor(words);
  expect(rows.every((row) => row.length <= 75)).toBe(true);
});

test('the invitation is shown, scrolled and written into the folder of the documents', async () => {
  await using place = await makeSessionPlace([
    attendee('Ana', 'yes'),
    [
      60,
      {
        type: 'session/planned',
        startsAt: '2099-03-04T13:00:00.000Z',
        timeZone: 'Europe/Madrid',
        minutes: 75,
        place: 'Room 4',
      },
    ],
  ]);
  await using screen = await place.open('session-plan');
  await screen.waitFor(/❯ Date +Wed 4 Mar 2099/);
  await screen.press('i');
  await screen.waitFor(/Wed 4 Mar 2099, 14:00, Europe\/Madrid, 75 minutes\./);
  await screen.press(keys.pageDown);
  await screen.waitFor(/Ana, operations, customer/);
  await screen.press('p');
  await screen.waitFor('Folder: handoff-documents');
  await screen.press(keys.enter);
  await screen.waitFor(/Written\s+to/);
  const text = await readFile(
    path.join(place.home, 'handoff-documents', 'customer', 'invitation.md'),
    'utf8',
  );
  expect(text).toContain('Walkthrough, 37 minutes');
  expect(text).toContain('recorded only if everybody who takes part agrees');
});

test.each([
  ['', /who\s+invites,\s+is\s+not\s+known\.\s+Add\s+it\s+to\s+the\s+attendees\.\s+Written\s+to/],
  ['@example.com', /(?<!known\.[^]*)Written\s+to/],
])(
  'with addresses in "%s" the invitation is written, and what is missing is said',
  async (domain, said) => {
    const address = (name: string) => (domain === '' ? undefined : name + domain);
    await using place = await makeSessionPlace([
      attendee('Ana', 'yes', address('ana')),
      attendee('Ben', 'yes', address('ben')),
      [
        60,
        {
          type: 'session/planned',
          startsAt: '2099-03-04T13:00:00.000Z',
          timeZone: 'Europe/Madrid',
          minutes: 75,
          place: 'Room 4',
        },
      ],
    ]);
    await using screen = await place.open('session-plan');
    await screen.waitFor(/❯ Date +Wed 4 Mar 2099/);
    await screen.press('i');
    await screen.waitFor(/75 minutes\./);
    await screen.press('p');
    await screen.waitFor('Folder: handoff-documents');
    await screen.press(keys.enter);
    await screen.waitFor(said);
    const files = await readdir(path.join(place.home, 'handoff-documents', 'customer'));
    expect(files.includes('invitation.eml')).toBe(domain !== '');
  },
);

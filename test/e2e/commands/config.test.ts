import {chmod, readFile, writeFile} from 'node:fs/promises';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {
  settingFields,
  settingName,
  settingOf,
} from '../../../source/store/settings/setting-table.ts';
import {makePlace, type Place} from '../place.ts';

interface Printed {
  readonly name: string;
  readonly value?: unknown;
  readonly from: string;
  readonly by?: string;
}

async function get(
  place: Place,
  name: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Pick<Printed, 'value' | 'from' | 'by'>> {
  const {stdout} = await place.run(['config', 'get', name, '--json'], env);
  const {value, from, by} = JSON.parse(stdout) as Printed;
  return {from, ...(value === undefined ? {} : {value}), ...(by === undefined ? {} : {by})};
}

/** For each setting what may be typed, how it is kept, and another that its variable may say. */
const values: Readonly<
  Record<string, readonly [typed: readonly string[], kept: unknown, other: string, read: unknown]>
> = {
  name: [['  Jordan   Ruiz '], 'Jordan Ruiz', 'Ana Silva', 'Ana Silva'],
  editor: [['cat -u'], 'cat -u', 'ed', 'ed'],
  pager: [['cat'], 'cat', 'more', 'more'],
  theme: [['Dark'], 'dark', 'plain', 'plain'],
  'plain-signs': [['on'], true, '0', false],
  'screen-reader': [['yes'], true, 'off', false],
  'date-language': [['pt_br'], 'pt-BR', 'ja', 'ja'],
  weekend: [['Fri', 'sat'], ['friday', 'saturday'], 'none', []],
  holidays: [
    ['2026-12-25', '24 Dec 2026'],
    ['2026-12-24', '2026-12-25'],
    '2026-11-01, 2026-10-03',
    ['2026-10-03', '2026-11-01'],
  ],
  worked: [['2026-12-26'], ['2026-12-26'], 'none', []],
  playbook: [['built-in'], 'built-in', 'cutover', 'cutover'],
  playbooks: [['/tmp'], '/tmp', '/usr', '/usr'],
  templates: [['/tmp'], '/tmp', '/usr', '/usr'],
};

test('every setting is tried here', () => {
  expect(Object.keys(values)).toEqual(settingFields.map(settingName));
});

test.concurrent.each(Object.entries(values))(
  '%s is set, told with where it comes from, gives way to its variable, and goes back',
  async (name, [typed, kept, other, read]) => {
    await using place = makePlace();
    const usual = await get(place, name);
    expect(usual.from).toBe('default');
    const set = await place.run(['config', 'set', name, ...typed]);
    expect(set.exitCode, set.stderr).toBe(0);
    expect(await get(place, name)).toEqual({value: kept, from: 'settings'});
    const field = settingFields.find((one) => settingName(one) === name) ?? 'name';
    const {variable} = settingOf(field);
    expect(await get(place, name, {[variable]: other})).toEqual({
      value: read,
      from: 'environment',
      by: variable,
    });
    // What get prints can be typed back.
    const {stdout} = await place.run(['config', 'get', name]);
    await place.run(['config', 'set', name, '']);
    expect(await get(place, name)).toEqual(usual);
    await place.run(['config', 'set', name, stdout.trim()]);
    expect(await get(place, name)).toEqual({value: kept, from: 'settings'});
    await place.run(['config', 'unset', name]);
    expect(await get(place, name)).toEqual(usual);
    expect(JSON.parse(await readFile(`${place.home}/settings.json`, 'utf8'))).not.toHaveProperty(
      field,
    );
  },
);

test.concurrent('what all programs read yields to what is set, and is told by its name', async () => {
  await using place = makePlace();
  const env = {VISUAL: 'ed', EDITOR: 'true', PAGER: '', ACCESSIBLE: '1'};
  expect(await get(place, 'editor', env)).toEqual({value: 'ed', from: 'environment', by: 'VISUAL'});
  expect(await get(place, 'pager', env)).toEqual({value: 'cat', from: 'environment', by: 'PAGER'});
  expect(await get(place, 'screen-reader', env)).toMatchObject({value: true, by: 'ACCESSIBLE'});
  await place.run(['config', 'set', 'editor', 'cat']);
  await place.run(['config', 'set', 'screen-reader', 'off']);
  expect(await get(place, 'editor', env)).toEqual({value: 'cat', from: 'settings'});
  expect(await get(place, 'screen-reader', env)).toEqual({value: false, from: 'settings'});
  const {stdout} = await place.run(['config'], {...env, HANDOFF_WIZARD_THEME: 'light'});
  expect(stdout).toMatch(/^editor +cat +settings file$/mu);
  expect(stdout).toMatch(/^theme +light +environment variable HANDOFF_WIZARD_THEME$/mu);
  expect(stdout).toMatch(/^name +Jordan Ruiz +default: git$/mu);
});

test.concurrent('a variable that says what is no value is told by its name, and hides no other setting', async () => {
  await using place = makePlace();
  const env = {HANDOFF_WIZARD_THEME: 'mauve'};
  const list = await place.run(['config', 'list'], env);
  expect(list.exitCode).toBe(2);
  expect(list.stdout).toMatch(/^editor +vi/mu);
  expect(list.stderr).toBe(
    'HANDOFF_WIZARD_THEME is not as it should be: "mauve" is no theme.\nThere are dark, light, plain, and auto for the usual.\n',
  );
  await place.run(['config', 'set', 'theme', 'dark']);
  expect(await get(place, 'theme', {HANDOFF_WIZARD_THEME: 'auto'})).toMatchObject({
    from: 'environment',
  });
});

test.concurrent.each([
  ['a setting that there is not', ['them', 'dark'], 'Did you mean "theme"?'],
  ['no value', ['theme'], 'It takes dark, light or plain'],
  ['a theme that there is not', ['theme', 'mauve'], 'There are dark, light, plain'],
  ['neither on nor off', ['plain-signs', 'maybe'], 'It is on or off'],
  ['a language that there is not', ['date-language', 'klingon'], 'Name it as en-GB, de'],
  ['a program that is not there', ['editor', 'nosuch --wait'], 'no program "nosuch"'],
  ['what only a shell can do', ['pager', 'less | cat'], 'Put what it does into a script'],
  ['a folder that is not there', ['templates', '/nowhere'], 'There is no folder /nowhere'],
  ['a day nobody can read', ['holidays', '--add', '03/04/2026'], '2026-04-03 or 2026-03-04'],
  ['a day that is not', ['holidays', '2026-02-30'], 'February 2026 has 28 days'],
  ['a day that is not there', ['holidays', '--remove', '2026-01-01'], 'not among the days'],
  [
    'days that are named twice',
    ['holidays', '2026-12-24', '--add', '2026-12-25'],
    'one of the two',
  ],
  ['what is no list', ['theme', '--add', 'dark'], 'Set it whole'],
  ['no day of the week', ['weekend', 'fri', 'sab'], '"sab" is no day of the week'],
  ['two days in one', ['weekend', 't'], '"t" is no day of the week'],
  [
    'a week of days off',
    ['weekend', 'mon,tue,wed,thu,fri,sat,sun'],
    'no day left on which anybody',
  ],
])('config set refuses %s and changes nothing', async (_, args, words) => {
  await using place = makePlace();
  const {exitCode, stdout, stderr} = await place.run(['config', 'set', ...args]);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain(words);
  expect(await place.files(place.path)).not.toContain('store/settings.json');
});

test.concurrent('holidays are kept in order, and handoffs started from then on know them', async () => {
  await using place = makePlace();
  const added = await place.run(['config', 'set', 'holidays', '--add', '2026-12-25', '2026-12-24']);
  expect(added.stdout).toContain('2026-12-24  Thu 24 Dec 2026\n  2026-12-25  Fri 25 Dec 2026');
  await place.run(['config', 'set', 'holidays', '--remove', '2026-12-24']);
  expect(await get(place, 'holidays')).toEqual({value: ['2026-12-25'], from: 'settings'});
  const idle = await place.run(['config', 'set', 'worked', '2026-12-26', '2026-12-28']);
  expect(idle.stdout).toMatch(/Mon 28 Dec 2026, .*, is a business day anyway/u);
  expect(idle.stdout).not.toMatch(/Sat 26 Dec 2026, .* anyway/u);

  const {stdout} = await place.run(['new', '--customer', 'A', '--system', 'B', '--json']);
  const {id} = JSON.parse(stdout) as {id: string};
  const {journal} = await place.stored(id);
  expect(journal.map(({type}) => type)).toEqual(['handoff/created', 'calendar/set']);
  const variable = {HANDOFF_WIZARD_WEEKEND: 'fri sat'};
  await place.run(['new', '--customer', 'C', '--system', 'D'], variable);
  expect((await place.run(['status', 'c-d'])).stdout).toContain('Sunday to Thursday');
});

test.concurrent('a handoff has business days of its own, whatever the settings say', async () => {
  await using place = makePlace();
  const id = await place.start();
  const own = await place.run(['calendar', 'weekend', 'sun']);
  expect(own.stdout).toContain(
    `Weekend: Sunday. Business days are Monday to Saturday.\nHolidays: none.\nThey count for ${id}`,
  );
  await place.run(['calendar', 'holidays', '--add', '2026-12-25']);
  expect(JSON.parse((await place.run(['status', '--json'])).stdout)).toMatchObject({
    weekend: ['sunday'],
    holidays: ['2026-12-25'],
    worked: [],
    hasOwnCalendar: true,
  });
  expect((await place.run(['calendar'])).stdout).toContain('Fri 25 Dec 2026');
  expect(await get(place, 'weekend')).toEqual({value: ['saturday', 'sunday'], from: 'default'});
  for (const args of [['worked'], ['holidays', '--remove', '2026-01-01'], ['weekend', 'sab']]) {
    const {exitCode, stderr} = await place.run(['calendar', ...args]);
    expect(exitCode, stderr).toBe(2);
  }
});

test.concurrent('the name changes who acts', async () => {
  await using place = makePlace();
  expect((await place.run(['config', 'set', 'name', 'Jordan', 'Ruiz'])).stdout).toContain(
    'You act as Jordan Ruiz',
  );
  await place.start();
  await place.run(['item', 'network', 'done'], {HANDOFF_WIZARD_NAME: 'Ana Silva'});
  const {handoff} = await place.stored('apex-banking-payments-api');
  expect(handoff.items['network']?.changedBy).toBe('Ana Silva');
});

test.concurrent('settings that are broken are told and left as they are', async () => {
  await using place = makePlace();
  await place.run(['config', 'set', 'holidays', '2026-12-25']);
  const file = `${place.home}/settings.json`;
  const broken = '{"schema": 1, "trusted": [], "holidays": "Christmas"}';
  await writeFile(file, '{"schema": 1, "trusted": [], "weekend": ["never"]}');
  expect((await place.run(['config', 'set', 'weekend', 'fri'])).stderr).toContain('"weekend"');
  await writeFile(file, broken);
  const {exitCode, stderr} = await place.run(['config', 'set', 'holidays', '2026-12-26']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"holidays"');
  expect(await readFile(file, 'utf8')).toBe(broken);
});

test.concurrent('plain signs and theme are drawn as they are set', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['config', 'set', 'plain-signs', 'on']);
  await place.run(['config', 'set', 'name', 'Jordan Ruiz']);
  await using wizard = place.open(['resume']);
  const rows = await wizard.waitFor('> . Validate every success criterion');
  expect(rows.join('\n')).not.toMatch(/[✔○❯─]/);
});

test.concurrent('the screens are put into words where the setting says so', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['config', 'set', 'name', 'Jordan Ruiz']);
  await place.run(['config', 'set', 'screen-reader', 'on']);
  await using wizard = place.open(['resume']);
  expect(await wizard.waitFor(/selected,/u)).not.toEqual([]);
});

test.concurrent('dates are written in the language that is set, and never for programs', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['config', 'set', 'date-language', 'de']);
  await place.run(['item', 'set', 'network', '--due', '2031-05-01']);
  expect((await place.run(['status'])).stdout).toContain('due Do., 1. Mai 2031');
  const past = ['session', 'plan', '2020-01-02 14:00', '--minutes', '120'];
  expect((await place.run(past)).stderr).toContain('Do., 2. Jan. 2020');
  expect((await place.run([...past, '--json'])).stdout).toContain('Thu 2 Jan 2020');
  const out = path.join(place.path, 'set');
  await place.run(['docs', '--out', out, '--format', 'md']);
  const document = readFileSync(path.join(out, 'customer', 'handoff-document.md'), 'utf8');
  const month = new Intl.DateTimeFormat('de', {month: 'long', timeZone: 'UTC'}).format(new Date());
  expect(document).toMatch(new RegExp(String.raw`As of \d+\. ${month} \d{4}, `, 'u'));
});

test.concurrent('the folder of templates is the one that is set', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['config', 'set', 'templates', place.workspace]);
  const ejected = await place.run(['docs', 'eject', 'handoff-document', '--to', 'user']);
  expect(ejected.exitCode, ejected.stderr).toBe(0);
  expect(readdirSync(place.workspace)).toContain('handoff-document.md');
});

/** An editor that does to its file what a script says, and notes what it saw each time. */
async function editor(place: Place, lines: string): Promise<string> {
  const file = path.join(place.path, 'editor');
  const text = `#!/bin/sh\nfor file; do :; done\ncp "$file" "${place.path}/seen.$$"\n${lines}\n`;
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}

test.concurrent('config edit shows each setting, keeps what was changed, and gives back what is wrong', async () => {
  await using place = makePlace();
  await place.run(['config', 'set', 'theme', 'dark']);
  // First something wrong; the second time, in which it is told what, that is mended.
  const EDITOR = await editor(
    place,
    `if grep -q 'NOT TAKEN' "$file"; then sed -i 's/mauve/light/; s/^thme.*//' "$file"
else sed -i 's/^theme:.*/theme: mauve/; s/^holidays:.*/holidays: 2026-12-25/' "$file"; echo 'thme: x' >>"$file"; fi`,
  );
  await using terminal = place.open(['config', 'edit'], {env: {EDITOR}});
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(terminal.screen().join('\n')).toContain('theme: light');
  expect(await get(place, 'theme')).toEqual({value: 'light', from: 'settings'});
  expect(await get(place, 'holidays')).toEqual({value: ['2026-12-25'], from: 'settings'});
  const seen = readdirSync(place.path).filter((name) => name.startsWith('seen.'));
  const texts = seen.map((name) => readFileSync(path.join(place.path, name), 'utf8'));
  const second = texts.find((text) => text.includes('NOT TAKEN')) ?? '';
  expect(second).toContain('# NOT TAKEN: "mauve" is no theme. There are dark, light, plain');
  expect(second).toContain('# NOT TAKEN: There is no setting "thme". Did you mean "theme"?');
  for (const field of settingFields)
    expect(second).toMatch(new RegExp(`^${settingName(field)}:`, 'mu'));
  expect(await place.files(place.temporary)).toEqual([]);
});

test.concurrent('config edit loses nothing that was typed, where it stays wrong or cannot be kept', async () => {
  await using place = makePlace();
  await place.run(['config', 'set', 'theme', 'dark']);
  const EDITOR = await editor(
    place,
    `grep -q 'NOT TAKEN' "$file" || sed -i 's/^theme:.*/theme: mauve/; s/^worked:.*/worked: 2026-12-26/' "$file"`,
  );
  await using terminal = place.open(['config', 'edit'], {env: {EDITOR}});
  expect(await terminal.exited).toMatchObject({exitCode: 2});
  expect(terminal.screen().join('\n')).toContain('What you typed is kept in');
  const file = (await place.files(place.temporary)).find((name) => name.endsWith('settings.txt'));
  const typed = await readFile(path.join(place.temporary, file ?? ''), 'utf8');
  expect(typed).toContain('theme: mauve');
  expect(typed).toContain('worked: 2026-12-26');
  expect(await get(place, 'worked')).toMatchObject({from: 'default'});
});

test.concurrent('config edit changes nothing where nothing was changed, and needs a terminal', async () => {
  await using place = makePlace();
  const without = await place.run(['config', 'edit'], {EDITOR: 'true'});
  expect(without).toMatchObject({exitCode: 2, stdout: ''});
  await using terminal = place.open(['config', 'edit'], {env: {EDITOR: 'true'}, isNamed: false});
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(terminal.screen().join('\n')).toContain('Nothing was changed.');
  expect(await place.files(place.path)).not.toContain('store/settings.json');
});

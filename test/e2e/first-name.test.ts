import {expect, test} from 'vitest';
import {keys} from '../harness/keys.ts';
import {makePlace} from './place.ts';

const account = {GIT_CONFIG_VALUE_0: '', USER: 'root'};

async function nameIn(settings: {readonly stdout: string}): Promise<unknown> {
  return JSON.parse(settings.stdout);
}

test.concurrent('the first run asks for the name, offers that of git, and asks once', async () => {
  await using place = makePlace();
  const env = {GIT_CONFIG_VALUE_0: 'Jo Weber'};
  {
    await using wizard = place.open([], {isNamed: false, env});
    await wizard.waitFor(/Who are you\?[^]*Your name: Jo Weber[^]*As git has it/);
    wizard.write(keys.enter);
    await wizard.waitFor('❯ Start a handoff for this folder');
  }
  expect(await nameIn(await place.run(['config', 'get', 'name', '--json']))).toMatchObject({
    value: 'Jo Weber',
    from: 'settings',
  });
  await using again = place.open([], {isNamed: false});
  await again.waitFor('❯ Start a handoff for this folder');
});

test.concurrent('it settles for no account, and can be put off', async () => {
  await using place = makePlace();
  await using wizard = place.open([], {isNamed: false, env: account});
  await wizard.waitFor(/Your name:[^]*First and last name/);
  wizard.write(`root${keys.enter}`);
  await wizard.waitFor(/"root" names nobody/);
  wizard.write(keys.escape);
  await wizard.waitFor('❯ Start a handoff for this folder');
  expect(await nameIn(await place.run(['config', 'get', 'name', '--json']))).not.toMatchObject({
    from: 'settings',
  });
});

test.concurrent('what was entered before the name was said is theirs, also to take back', async () => {
  await using place = makePlace();
  const started = await place.run(['new', '--customer', 'Apex', '--system', 'Payments', '--json'], {
    GIT_CONFIG_VALUE_0: 'jweber',
  });
  const {id} = JSON.parse(started.stdout) as {id: string};
  await place.run(['item', 'network', 'done'], {GIT_CONFIG_VALUE_0: 'jweber'});
  await using wizard = place.open(['resume', id], {
    isNamed: false,
    env: {GIT_CONFIG_VALUE_0: 'jweber'},
  });
  await wizard.waitFor('Your name: jweber');
  wizard.write(`${'\u{7F}'.repeat(6)}Jo Weber${keys.enter}`);
  await wizard.waitFor('Readiness checklist');
  const {journal, handoff} = await place.stored(id);
  expect(journal.at(-1)).toMatchObject({
    type: 'person/renamed',
    actor: 'jweber',
    from: 'jweber',
    to: 'Jo Weber',
  });
  expect(handoff.createdBy).toBe('jweber');
});

test.concurrent('without a terminal and without a name it goes on, and says that nobody is named', async () => {
  await using place = makePlace();
  const env = {GIT_CONFIG_VALUE_0: 'root', PATH: '/nowhere'};
  const made = await place.run(['new', '--customer', 'Apex', '--system', 'Payments'], env);
  const {value: name, by} = JSON.parse(
    (await place.run(['config', 'get', 'name', '--json'], env)).stdout,
  ) as {value: string; by: string};
  expect(made.exitCode).toBe(0);
  expect(made.stderr).toBe(
    by === 'the name of an account'
      ? `Recorded under "${name}", the name of an account. Say who you are: handoff-wizard config set name "Jo Weber"\n`
      : '',
  );
});

test.concurrent('another name takes over earlier lines only where it is said that they are its own', async () => {
  await using place = makePlace();
  await place.run(['config', 'set', 'name', 'Jo Weber']);
  await place.run(['new', '--customer', 'Apex', '--system', 'Payments']);
  const other = await place.run(['config', 'set', 'name', 'Jo Lang']);
  expect(other.stdout).toContain(
    'What was entered as "Jo Weber" stays theirs. If that was you: handoff-wizard config set name "Jo Lang" --was "Jo Weber"',
  );
  expect((await place.stored('apex-payments')).journal.at(-1)?.type).toBe('handoff/created');
  const same = await place.run(['config', 'set', 'name', 'Jo Lang', '--was', 'Jo Weber']);
  expect(same.stdout).toContain('What was entered as "Jo Weber" is yours: apex-payments.');
  expect((await place.stored('apex-payments')).handoff.people).toMatchObject([
    {name: 'Jo Lang', alias: 'Jo Weber', by: 'Jo Weber'},
  ]);
});

test.concurrent.each(['root', 'the team', 'ubuntu', '???'])('nobody acts as %s', async (name) => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['config', 'set', 'name', name]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`"${name}" names nobody.`);
});

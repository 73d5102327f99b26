import {describe, expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';
import {wordsOf} from './change-calls.ts';

/** Runs commands one after the other; each has to go well. */
async function runAll(place: Place, ...lines: readonly string[]): Promise<string> {
  let last = '';
  for (const line of lines) {
    const {exitCode, stdout, stderr} = await place.run(wordsOf(line));
    expect(exitCode, `${line}: ${stderr}`).toBe(0);
    last = stdout;
  }
  return last;
}

const as = (name: string) => ({GIT_CONFIG_VALUE_0: name});

describe('undo and redo', () => {
  test.concurrent('say first what it is, and take back and put back just that', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(place, 'item network done', 'item set network --note "Ask Lee"');
    const note = async () => (await place.stored(id)).handoff.items['network']?.note;
    const dry = await place.run(['undo', '--dry-run']);
    expect(dry).toMatchObject({exitCode: 0, stdout: `${id}: nothing written\n`});
    expect(dry.stderr).toContain('Takes back: the note on "');
    expect(await note()).toBe('Ask Lee');
    expect((await place.run(['undo'])).stdout).toContain(`${id}: taken back the note on "`);
    expect(await note()).toBeUndefined();
    expect((await place.run(['redo'])).stdout).toContain(`${id}: put back the note on "`);
    expect(await note()).toBe('Ask Lee');
    expect((await place.stored(id)).handoff.items['network']?.status).toBe('done');
  });

  test.concurrent('a claim goes with a reason alone, and both stay on record', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(place, 'extend +20 --reason "The restore has to be shown again"');
    const bare = await place.run(['undo']);
    expect(bare).toMatchObject({exitCode: 2, stdout: ''});
    expect(bare.stderr).toContain('Say why with --reason; both stay on record.');
    await runAll(place, 'undo --reason "It was the wrong handoff"');
    const {extensions, corrections} = (await place.stored(id)).handoff;
    expect([extensions, corrections]).toMatchObject([[], [{reason: 'It was the wrong handoff'}]]);
  });

  test.concurrent('what others have built on goes only once that is agreed to', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(place, 'row add components "name=Orders API"');
    const theirs = await place.run(['row', 'set', 'orders api', 'version=2.4.1'], as('Lee Novak'));
    expect(theirs.exitCode, theirs.stderr).toBe(0);
    const refused = await place.run(['undo']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('Lee Novak has gone on from it since.');
    expect(refused.stderr).toContain('Agree to it with --along');
    await runAll(place, 'undo --along');
    expect((await place.stored(id)).handoff.records).toEqual([]);
    const nobody = await place.run(['undo'], as('Nora Lind'));
    expect(nobody.exitCode).toBe(2);
    expect(nobody.stderr).toContain('There is nothing of yours to take back.');
  });
});

describe('log', () => {
  test.concurrent('tells who did what where, by day, and what was taken back', async () => {
    await using place = makePlace();
    await place.startWithoutGates();
    await runAll(place, 'item network done', 'undo', 'session start');
    await place.run(['session', 'note', 'They know the host'], as('Lee Novak'));
    const whole = await runAll(place, 'log');
    expect(whole).toMatch(
      /^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]+ \d{4}\n {2}\d\d:\d\d {2}Jordan Ruiz {2}the start/u,
    );
    expect(whole).toMatch(/Jordan Ruiz {2}[^\n]+: "[^\n]+" done \(taken back\)\n/u);
    expect(whole).toMatch(/took back: "[^\n]+" done\n/u);
    expect(whole).toMatch(/Lee Novak {4}Agenda: the note\n/u);
    const hers = await runAll(place, 'log --person novak');
    expect(hers.trim().split('\n')).toHaveLength(2);
    expect(await runAll(place, 'log --since tomorrow')).toBe('Nothing was done that fits.\n');
    const unread = await place.run(['log', '--since', 'someday']);
    expect(unread).toMatchObject({exitCode: 2, stdout: ''});
  });
});

describe('what is done at its source', () => {
  test.concurrent('a risk that is closed says so in its row, and opens again with it', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(
      place,
      'row add risks "name=The disk fills up" severity=3 "workaround=Delete old logs" "owner=Lee Novak" due=+10 state=open',
      'session start',
      'session end',
    );
    const state = async () => (await place.stored(id)).handoff.records[0]?.fields['state'];
    await runAll(place, 'open-point close "disk fills" "A bigger disk is in"');
    expect(await state()).toBe('closed');
    await runAll(place, 'open-point reopen "disk fills"');
    expect(await state()).toBe('open');
    expect(await runAll(place, 'open-point list')).toContain('The disk fills up');
  });

  test.concurrent('a question gets its answer, and is no open point any more', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(place, 'session start', 'session ask "Who rotates the log?"');
    await runAll(place, 'open-point close rotates "logrotate does"');
    const [asked] = (await place.stored(id)).handoff.session.notes;
    expect(asked).toMatchObject({kind: 'question', answer: 'logrotate does'});
    expect(await runAll(place, 'open-point list')).toBe('Nothing is open.\n');
  });

  test.concurrent('an action has its owner and its day at once, in one write', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(
      place,
      'session start',
      'session action "Send the dashboards" --owner "Lee Novak" --due +3',
    );
    const {journal, handoff} = await place.stored(id);
    const [note] = handoff.session.notes;
    expect(handoff.followUps[`action ${note?.id}`]).toMatchObject({owner: 'Lee Novak'});
    expect(journal.at(-2)?.with).toBe(journal.at(-1)?.id);
  });
});

describe('what the system can tell', () => {
  test.concurrent('a waiver has the words of the gate and its end, and opens the gate by one', async () => {
    await using place = makePlace();
    const id = await place.start();
    const missing = async () =>
      (JSON.parse(await gateOf(place)) as {missing: {id: string; text: string}[]}).missing;
    const [first] = await missing();
    const count = (await missing()).length;
    const reason = 'The customer has agreed to do this on their own side';
    const args = [
      'waive',
      'session',
      first?.id ?? '',
      '--reason',
      reason,
      '--approver',
      'Mina Okafor',
    ];
    const {exitCode, stderr} = await place.run(args);
    expect(exitCode, stderr).toBe(0);
    const [waiver] = (await place.stored(id)).handoff.gateWaivers;
    expect(waiver).toMatchObject({text: first?.text, reason, approver: 'Mina Okafor'});
    expect(waiver?.expires).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(await missing()).toHaveLength(count - 1);
    const again = await place.run(args);
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('"handoff-wizard gate session" lists what is missing.');
  });

  test.concurrent('who signs is known with their role, and conditions become open points', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(
      place,
      'row add approvers "name=Mina Okafor" "role=head of operations"',
      'session start',
      'session end',
      'sign "mina okafor" accepted-with-conditions --condition "The restore is shown" --condition "The rota is set" --how mail',
    );
    const {signOffs} = (await place.stored(id)).handoff;
    expect(signOffs).toMatchObject([
      {
        role: 'head of operations',
        conditions: ['The restore is shown', 'The rota is set'],
        how: 'mail',
      },
    ]);
    expect(await runAll(place, 'open-point list')).toMatch(
      /The restore is shown[^]*The rota is set/u,
    );
    const unknown = await place.run(['sign', 'Nora Lind', 'accepted']);
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toContain('Nothing says what the person is.');
  });

  test.concurrent('a table that several items keep asks which, and a row knows the only one', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    const several = await place.run(wordsOf('row add runbooks name=Look'));
    expect(several.exitCode).toBe(2);
    expect(several.stderr).toContain('Name the one that is meant with --item.');
    await runAll(
      place,
      'row add contacts "name=Lee Novak" tested=yesterday --na "hours=Nobody knows them yet"',
    );
    const [row] = (await place.stored(id)).handoff.records;
    expect(row).toMatchObject({
      item: 'escalation-contacts',
      fields: {
        tested: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u) as string,
        hours: {notApplicable: 'Nobody knows them yet'},
      },
    });
  });
});

describe('runbooks', () => {
  const look = 'row add runbooks --item view-logs name=Look "commands=pwd" effect=safe expected=/';

  test.concurrent('are shown whole before they run, and run only once that is agreed to', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(place, look);
    const shown = await runAll(place, 'runbook run Look --dry-run');
    expect(shown).toContain('    pwd\n');
    const refused = await place.run(['runbook', 'run', 'Look']);
    expect(refused).toMatchObject({exitCode: 2, stdout: ''});
    expect(refused.stderr).toContain('Nothing was run. Read it, then run again with --yes.');
    expect((await place.stored(id)).handoff.proofs).toEqual([]);
    await runAll(place, 'runbook run Look --yes');
    expect((await place.stored(id)).handoff.proofs).toMatchObject([
      {isMet: true, kind: 'measured'},
    ]);
  });

  test.concurrent('one that fails is kept as a try, with 3', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(
      place,
      'row add runbooks --item view-logs name=Look commands=false effect=safe expected=/',
    );
    const {exitCode, stdout} = await place.run(['runbook', 'run', 'Look', '--yes']);
    expect({exitCode, stdout}).toEqual({
      exitCode: 3,
      stdout: `${id}: kept as a try, not proven – Look\n`,
    });
    const byHand = await place.run([
      'runbook',
      'prove',
      'Look',
      '--saw',
      'It stayed dark',
      '--failed',
    ]);
    expect(byHand.exitCode).toBe(3);
    expect((await place.stored(id)).handoff.proofs).toMatchObject([
      {isMet: false},
      {isMet: false, kind: 'attested'},
    ]);
  });

  test.concurrent('what has to show that all is well is run after a changing one', async () => {
    await using place = makePlace();
    const id = await place.startWithoutGates();
    await runAll(
      place,
      look,
      'row add runbooks --item restart-services name=Restart "commands=echo done" effect=changes expected=done verify=Look',
      'runbook run Restart --yes --changes',
    );
    const {proofs} = (await place.stored(id)).handoff;
    expect(proofs.map(({isMet}) => isMet)).toEqual([true, true]);
    expect(proofs.at(-1)?.verified).toBeDefined();
  });
});

async function gateOf(place: Place): Promise<string> {
  return (await place.run(['gate', 'session', '--json'])).stdout;
}

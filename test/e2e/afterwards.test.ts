import {expect, test} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {dayIn} from '../../source/handoff/time/schedule.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import {keys} from '../harness/keys.ts';
import type {Wizard} from '../harness/wizard.tsx';
import {engineer, makePlace, type Place} from './place.ts';

/** A handoff of this place to which `changes` have happened. */
async function startWith(place: Place, changes: readonly Change[]): Promise<string> {
  const id = await place.startWithoutGates();
  await appendChanges({home: place.home, id, actor: engineer, decide: () => changes});
  return id;
}

/** Opens the handoff on the step of an item. */
async function openOn(place: Place, query: string, title: string): Promise<Wizard> {
  const wizard = await place.openHere(['resume'], {cols: 120, rows: 40});
  await wizard.waitFor('? all keys');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(query);
  await wizard.waitFor(query);
  wizard.write(keys.enter);
  await wizard.waitFor(new RegExp(`^ {3}.* ${title} `, 'm'));
  return wizard;
}

function row(
  register: 'attendees' | 'approvers' | 'transition',
  fields: Readonly<Record<string, string>>,
): Change {
  const item = {attendees: 'attendees', approvers: 'approvers', transition: 'transition-period'};
  return {type: 'record/added', register, item: item[register], fields};
}

const held: readonly Change[] = [{type: 'session/started'}, {type: 'session/ended'}];

test.concurrent('a task is performed by the receiver while the engineer watches, and help becomes open points', async () => {
  await using place = makePlace();
  const id = await startWith(place, [
    ...held,
    row('attendees', {name: 'Mina Okafor', side: 'customer', role: 'operations'}),
  ]);
  await using wizard = await openOn(place, 'find an error', 'Demonstrations');
  await wizard.waitFor(/❯ ○ Find an error in the logs +never performed/);
  wizard.write(' ');
  await wizard.waitFor('cannot be done yet. It was never performed.');
  wizard.write('s');
  await wizard.waitFor(/Performed by:[^]*❯ Mina Okafor {2}operations/);
  wizard.write(`${engineer}${keys.enter}`);
  await wizard.waitFor('hands the system over. Somebody who takes it over');
  wizard.write(`\u0015Sam Reyes${keys.enter}`);
  await wizard.waitFor(`Watched by: ${engineer}`);
  wizard.write(keys.enter);
  await wizard.waitFor(
    /▶ Find an error in the logs +0:0\d[^]*Sam Reyes performs it[^]*watches and/,
  );
  wizard.write('s');
  await wizard.waitFor('A demonstration is going on.');
  wizard.write('2');
  await wizard.waitFor('They had to be told:');
  wizard.write(keys.enter);
  await wizard.waitFor('Say it in a few words');
  wizard.write(`Where the log lies${keys.enter}`);
  await wizard.waitFor(/◐ Find an error in the logs +prompted, repeat it/);

  const status = JSON.parse((await place.run(['status', id, '--json'])).stdout) as object;
  expect(status).toMatchObject({
    demonstrations: [
      {
        performer: 'Sam Reyes',
        observer: engineer,
        result: 'prompted',
        remark: 'Where the log lies',
      },
    ],
  });
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`close every open${keys.enter}`);
  await wizard.waitFor('Have "Find an error in the logs" performed unaided at a check-in');
  await wizard.waitFor('Change the runbook of "Find an error in the logs": Where the log lies');
});

test.concurrent('open points are owned, dated and closed, and the last one settles the item', async () => {
  await using place = makePlace();
  const id = await startWith(place, [
    ...held.slice(0, -1),
    {type: 'session/noted', kind: 'question', text: 'Who rotates the log?'},
    {type: 'session/noted', kind: 'action', text: 'Send the dashboards'},
    ...held.slice(-1),
  ]);
  await using wizard = await openOn(place, 'close every open', 'Open points');
  await wizard.waitFor(/❯ ○ Close every open point/);
  wizard.write('g');
  await wizard.waitFor(/❯ ○ Answer: Who rotates the log\?[^]*○ Send the dashboards/);
  wizard.write('d');
  await wizard.waitFor('Due: ');
  wizard.write(`\u00152020-01-01${keys.enter}`);
  await wizard.waitFor('is in the past');
  wizard.write(`\u0015+30${keys.enter}`);
  await wizard.waitFor(/Due .*in 30 days/);
  wizard.write('o');
  await wizard.waitFor('Owner: ');
  wizard.write(`\u0015Lee${keys.enter}`);
  await wizard.waitFor(/question · Lee|Lee · question/);
  wizard.write('c');
  await wizard.waitFor(/Answer:\n/);
  wizard.write(`We do.${keys.enter}`);
  await wizard.waitFor(/❯ ○ Send the dashboards/);
  wizard.write(`c`);
  await wizard.waitFor('Outcome:');
  wizard.write(`Sent.${keys.enter}`);
  await wizard.waitFor(/none open[^]*Nothing is open[^]*Closed \(1\)[^]*closed: Sent\./);
  await wizard.waitFor('✔ Close every open point');

  const status = JSON.parse((await place.run(['status', id, '--json'])).stdout) as {
    duties: {kind: string}[];
  };
  expect(status.duties.filter(({kind}) => kind === 'follow-up')).toEqual([]);
  expect(status).toMatchObject({session: {notes: [{answer: 'We do.'}, {}]}});
});

test.concurrent('a check-in is logged with the day of today, and the transition is extended with a reason', async () => {
  await using place = makePlace();
  const today = dayIn('UTC', new Date().toISOString());
  const id = await startWith(place, [
    row('transition', {name: 'Jordan', deputy: 'Lee', ends: today}),
    ...held,
  ]);
  await using wizard = await openOn(place, 'hold the first', 'Transition');
  await wizard.waitFor(/Ends [^]*today[^]*owner Jordan · deputy Lee/);
  await wizard.waitFor(/○ Check-in 1 of 1[^]*Exit criteria/);
  wizard.write('a');
  await wizard.waitFor(/Add a contact with the customer[^]*❯ With/);
  await wizard.waitFor(new RegExp(`On +${today}`));
  wizard.write(`Mina${keys.enter}`);
  await wizard.waitFor('❯ On');
  wizard.write('\u0013');
  await wizard.waitFor(/✔ Check-in 1 of 1[^]*held today with Mina/);

  wizard.write('x');
  await wizard.waitFor('Extend until:');
  wizard.write(`${today}${keys.enter}`);
  await wizard.waitFor('It lasts until');
  wizard.write(`\u0015+7${keys.enter}`);
  await wizard.waitFor('Because:');
  wizard.write(`The restore is repeated${keys.enter}`);
  await wizard.waitFor(/in 7 days[^]*Extended: The restore is repeated[^]*Check-in 2 of 2/);

  const {journal} = await place.stored(id);
  expect(journal.at(-1)).toMatchObject({
    type: 'transition/extended',
    reason: 'The restore is repeated',
  });
  expect((await place.run(['list'])).stdout).toMatch(/due /);
});

test.concurrent('sign-off offers the named approvers and asks before anybody else decides', async () => {
  await using place = makePlace();
  const approver = row('approvers', {name: 'Mina Okafor', role: 'head of operations'});
  const id = await startWith(place, [...held, approver]);
  await using wizard = await openOn(place, "receiver's sign-off", 'Sign-off');
  wizard.write('s');
  await wizard.waitFor(/Who decides:[^]*❯ Mina Okafor {2}head of operations/);
  wizard.write(`${engineer}${keys.enter}`);
  await wizard.waitFor('cannot accept it as well');
  wizard.write(`\u0015Ola Berg${keys.enter}`);
  await wizard.waitFor(/Ola Berg is not among the named approvers[^]*❯ No, name somebody else/);
  wizard.write(keys.enter);
  await wizard.waitFor('Who decides: Ola Berg');
  wizard.write('\u0015');
  await wizard.waitFor('❯ Mina Okafor');
  wizard.write(keys.enter);
  await wizard.waitFor('❯ accepts');
  wizard.write(keys.down);
  await wizard.waitFor('❯ accepts with conditions');
  wizard.write(keys.enter);
  await wizard.waitFor('Condition 1:');
  wizard.write(keys.enter);
  await wizard.waitFor('At least one condition is needed.');
  wizard.write(`Move the DNS zone; until then call Jordan${keys.enter}`);
  await wizard.waitFor('Condition 2:');
  wizard.write(`Rotate the keys${keys.enter}`);
  await wizard.waitFor(/2\. Rotate the keys[^]*Condition 3:/);
  wizard.write(keys.enter);
  await wizard.waitFor(/accepts with conditions[^]*2\. Rotate the keys[^]*Record it:/);
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor('What is left to keep');
  wizard.write(keys.escape);
  await wizard.waitFor(
    /✔ Mina Okafor, head of operations[^]*1\. Move the DNS zone; until then call Jordan[^]*2\. Rotate the keys/,
  );

  const {journal} = await place.stored(id);
  expect(journal.find(({type}) => type === 'sign-off/recorded')).toMatchObject({
    name: 'Mina Okafor',
    role: 'head of operations',
    decision: 'accepted-with-conditions',
    conditions: ['Move the DNS zone; until then call Jordan', 'Rotate the keys'],
  });
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`close every open${keys.enter}`);
  await wizard.waitFor(
    /Condition of Mina Okafor: Move the DNS zone; until then call Jordan[^]*Rotate the keys/,
  );
});

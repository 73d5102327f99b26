/** How a command is called, and the commands that have to go before it where it is not held back by gates. */
export interface Call {
  readonly call: readonly string[];
  readonly before?: readonly (readonly string[])[];
  /** The rules refuse it where nothing was prepared. */
  readonly isRefused?: true;
}

/** The words of a line as a shell has them. */
export function wordsOf(line: string): readonly string[] {
  return (line.match(/(?:"[^"]*"|[^\s"])+/gu) ?? []).map((word) => word.replaceAll('"', ''));
}

function call(line: string, ...before: readonly string[]): Call {
  return {call: wordsOf(line), before: before.map(wordsOf)};
}

/** The words of a call where it is made: NOW is the instant then, after all that went before. */
export function wordsNow({call: words}: Call): readonly string[] {
  const now = new Date().toISOString();
  return words.map((word) => (word === 'NOW' ? now : word));
}

const started = 'session start';
const row = 'row add components "name=Orders API"';
const question = 'session ask "Who rotates the log?"';
const performed = 'demonstration start restart-a-service --by "Mina Okafor"';
const action = 'session action "Send the dashboards"';
const asked = 'row add teach-back "name=What shows that it runs?" answer=active';
const runbook =
  'row add runbooks name=Restart effect=safe "commands=systemctl restart pay" expected=active --item restart-services';
const closed = 'open-point close "send the dashboards" Sent';

/** A call of each command that is made of its data, in a handoff without gates. */
export const changeCalls: Readonly<Record<string, Call>> = {
  'check-in add': call('check-in add "name=Mina Okafor" "did=Restarted it twice"'),
  'demonstration end': call(
    'demonstration end prompted --remark "Stop it first"',
    started,
    performed,
  ),
  'demonstration start': call(performed, started),
  'draft leave': call('draft leave "row components api"', 'discover . --take "row components db"'),
  extend: call('extend +20 --reason "The restore has to be shown again"'),
  'item set': call(
    'item set network --owner "Lee Novak" --due +3 --note "Ask Lee" --evidence https://wiki/net --text "One flow." --audience customer',
  ),
  'open-point close': call(closed, started, action),
  'open-point reopen': call('open-point reopen "send the dashboards"', started, action, closed),
  'open-point set': call(
    'open-point set "rotates the log" --owner "Lee Novak" --due +5 --audience internal --reason "Their budget"',
    started,
    question,
  ),
  'person add': call('person add "Mina Okafor" --side customer'),
  'person rename': call('person rename "Jordan Ruiz" "Jordan Ruiz-Vega"'),
  'row add': call(row),
  'row remove': call('row remove "orders api"', row),
  'row set': call('row set "orders api" version=2.4.1 --audience internal', row),
  'session action': call(`${action} --owner "Lee Novak" --due +3`, started),
  'session address': call(
    'session address "know the host" customer',
    started,
    'session note "They know the host"',
  ),
  'session answer': call('session answer "rotates the log" "logrotate does"', started, question),
  'session ask': call(question, started),
  'session block': call('session block next', started),
  'session break': call('session break NOW NOW', started),
  'session correct': call(
    'session correct --minutes walkthrough=0 --reason "It was left out"',
    started,
    'session end',
  ),
  'session driver': call('session driver customer', started),
  'session end': call('session end', started),
  'session move': call(
    'session move 2 --from reserve',
    'session plan "+3 14:00" --minutes 120',
    started,
  ),
  'session note': call('session note "They know the host"', started),
  'session pause': call('session pause', started),
  'session plan': call('session plan "+3 14:00" --minutes 120 --place "Room 3"'),
  'session resume': call('session resume', started, 'session pause'),
  'session start': call(started),
  sign: call('sign "Mina Okafor" accepted --role "head of operations"'),
  'teach-back answer': call(
    'teach-back answer "what shows that" "Health says ok" --by "Mina Okafor"',
    asked,
  ),
  'teach-back ask': call(
    'teach-back ask "what shows that" with-help --by "Mina Okafor" --remark "Where to look"',
    asked,
  ),
  'teach-back draft': call('teach-back draft', runbook),
  waive: {
    ...call('waive session plan --reason "They plan it on their side" --approver "Mina Okafor"'),
    isRefused: true,
  },
};

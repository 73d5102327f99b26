import type {FieldValues} from '../handoff/model/handoff-record.ts';

const author = 'Jordan Ruiz';

/** The runbooks of the sample, by item. Their commands work on the sample's own service. */
export function runbooks(): Readonly<Record<string, readonly FieldValues[]>> {
  return {
    'check-health': [
      {
        name: 'Check health',
        trigger: 'An alert, or a report that orders fail.',
        effect: 'safe',
        commands: 'sh orders health',
        expected: '"status":"ok"\n"version":"2.4.1"',
        verification: 'The answer comes within half a second.',
        rollback: {notApplicable: 'Looking at health changes nothing.'},
        escalation: 'Lee Novak, on call',
        author,
      },
    ],
    'restart-services': [
      {
        name: 'Restart the orders service',
        trigger: 'Health does not answer, or not with ok.',
        effect: 'changes',
        preconditions: 'No till is in the middle of an order.',
        commands: 'sh orders restart\nsh orders health',
        expected: '"status":"restarted"\n/"uptime":[0-5]\\b/',
        verification: 'Health says ok, and the uptime begins anew.',
        rollback: {notApplicable: 'A restart changes no data, so nothing is to be undone.'},
        escalation: 'Lee Novak, on call',
        author,
      },
    ],
    'view-logs': [
      {
        name: 'Look for errors in the log',
        trigger: 'An order is missing, or health is slow.',
        effect: 'safe',
        commands: 'tail -n 5 logs/orders.log',
        expected: '/^\\S+ (INFO|WARN|ERROR) /m',
        verification: 'The newest line is younger than a minute.',
        rollback: {notApplicable: 'Reading the log changes nothing.'},
        escalation: 'Lee Novak, on call',
        author,
      },
    ],
    'back-up-and-restore': [
      {
        name: 'Back up and restore the orders',
        trigger: 'Every month as an exercise, or when orders are lost.',
        effect: 'changes',
        preconditions: 'Enough room for a second copy of data/.',
        commands: [
          'mkdir -p backups',
          'cp data/orders.json backups/orders.json',
          'rm data/orders.json',
          'cp backups/orders.json data/orders.json',
          'cmp backups/orders.json data/orders.json',
          'sh orders list',
        ].join('\n'),
        expected: 'A-1001\nA-1003',
        verification: 'The list has as many orders as before.',
        rollback: 'Copy data/orders.json from the backup of the night before.',
        escalation: 'Lee Novak, then Jordan Ruiz',
        author,
      },
    ],
    'common-issues': [
      {
        name: 'Tills ask for what is not there',
        trigger: 'A till reports 404 on an order.',
        effect: 'safe',
        commands: 'grep -c " 404$" logs/orders.log || true',
        expected: '/^\\d+$/m',
        verification: 'The count no longer grows once the till is updated.',
        rollback: {notApplicable: 'Counting lines changes nothing.'},
        escalation: 'Tills team of the shop',
        author,
      },
    ],
    escalation: [
      {
        name: 'Escalate an incident',
        trigger: 'Severity 1, or a runbook did not help.',
        effect: 'safe',
        commands: {notApplicable: 'It is a phone call; nothing is typed.'},
        expected: 'The desk gives the number of the incident.',
        verification: 'Lee Novak calls back within 15 minutes.',
        rollback: {notApplicable: 'Tell the desk that it was a false alarm.'},
        author,
      },
    ],
  };
}

import type {FieldValues} from '../handoff/model/handoff-record.ts';

const author = 'Jordan Ruiz';

/**
 * The runbooks of the sample, its common issues and its way to escalate, by item. The commands work on
 * the sample's own service.
 */
export function runbooks(
  day: (days: number) => string,
): Readonly<Record<string, readonly FieldValues[]>> {
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
        name: 'A till reports 404 on an order',
        cause: 'The till still has an order that was taken back.',
        action: 'Update the till; until then the count of 404 in logs/orders.log grows.',
        severity: '3',
        escalation: 'Tills team of the shop',
      },
    ],
    escalation: [
      {
        name: 'Severity 1, or a runbook did not help',
        whom: 'Lee Novak',
        channel: '+34 600 000 002',
        response: '15 min',
        next: 'Jordan Ruiz, after 15 min',
        tell: 'What is seen, since when, and what was tried.',
        tested: day(-4),
      },
    ],
  };
}

import type {FieldValues} from '../handoff/model/handoff-record.ts';

const restoreSteps = `1. Look at the orders that there are
   $ sh orders list
   See:
   - A-1001
   - A-1003
   If not: step 4
2. Make a backup
   Change: the backup of before is overwritten
   Caution: only while step 1 shows all orders; else the last good backup is lost
   $ mkdir -p backups
   $ cp data/orders.json backups/orders.json
3. Look whether the backup is whole
   $ cmp data/orders.json backups/orders.json && wc -c backups/orders.json
   See: /^ *[1-9]\\d* backups/m
   If not: call Lee Novak
4. Restore the orders
   Change: orders of the time since the backup are lost
   Caution: no till may be in the middle of an order
   $ rm -f data/orders.json
   $ cp backups/orders.json data/orders.json
5. Look at the orders again
   $ sh orders list
   See:
   - A-1001
   - A-1003
   Then: the end
   If not: step 6
6. Look whether the service reads them
   $ sh orders health
   See: "status":"ok"
   Then: call Lee Novak
   If not: runbook "Restart the orders service"`;

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
        commands: 'sh orders restart',
        expected: '"status":"restarted"',
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
        steps: restoreSteps,
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

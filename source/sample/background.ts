import type {FieldValues} from '../handoff/model/handoff-record.ts';

type Rows = Readonly<Record<string, readonly FieldValues[]>>;

/** What the sample was promised, why it is as it is, and what it keeps. */
function agreed(day: (days: number) => string): Rows {
  return {
    'agreed-targets': [
      {
        name: 'Orders are answered while the shops are open',
        target: 'health says ok within half a second',
        check: 'Service is healthy',
      },
      {
        name: 'The shop operates it without the vendor',
        target: 'each runbook performed unaided, a restore among them',
        result: 'two of the shop’s operators followed all of them',
        date: day(-4),
      },
    ],
    'decisions-and-constraints': [
      {
        name: 'Orders lie in a file, in no database',
        why: 'One shop, a few hundred orders a day, and nobody to run a database.',
        rejected: 'PostgreSQL: one more thing to update and to back up.',
        date: day(-40),
        by: 'Mina Okafor',
      },
    ],
    data: [
      {
        name: 'Orders',
        place: 'data/orders.json, with a copy in backups/',
        retention: '10 years, by law; nothing deletes them',
        rpo: '24 h',
        rto: '1 h',
        restore: 'Back up and restore the orders',
      },
    ],
    'next-review': [{name: 'This document and its runbooks', date: day(90), who: 'Lee Novak'}],
    glossary: [
      {name: 'Till', meaning: 'A cash desk of a shop, with the software that sends orders.'},
      {name: 'Heartbeat', meaning: 'The line that the service logs each second while it lives.'},
    ],
    'contracts-licences-and-warranties': [
      {
        name: 'Warranty of the host',
        with: 'Hardware dealer of the shop, order 7734',
        ends: day(200),
        owner: 'Mina Okafor',
        covers: 'Parts within two business days.',
      },
    ],
  };
}

/** How the sample is watched and looked after. */
function watched(day: (days: number) => string): Rows {
  return {
    monitoring: [
      {
        name: 'Health of the service',
        watched: 'watched',
        alert: 'orders: health is not ok',
        threshold: 'no ok for 2 min',
        receiver: 'on-call rota of the shop, by telephone',
        runbook: 'Check health',
        falseAlarm: 'On Sundays at 04:00, while the host restarts.',
      },
      {
        name: 'Size of the log',
        watched: 'not watched',
        runbook: 'Look for errors in the log',
        instead: 'Health answers slowly.',
      },
    ],
    'recovery-scenarios': [
      {
        name: 'The host is lost',
        impact: 'Tills queue their orders for one hour, then refuse new ones.',
        action: 'Set up the spare host, start the service there, restore the orders.',
        runbook: 'Back up and restore the orders',
        time: '2 h',
      },
    ],
    'capacity-limits': [
      {
        name: 'Disk of the log',
        limit: '2 GB',
        today: '0.3 GB, grows by 50 MB a week',
        beyond: 'Health answers slowly, then orders fail.',
        action: 'Rotate the log from 1.5 GB on.',
      },
    ],
    'recurring-maintenance': [
      {
        name: 'Try a restore',
        rhythm: 'monthly',
        owner: 'Mina Okafor',
        next: day(26),
        runbook: 'Back up and restore the orders',
      },
    ],
  };
}

/** The rows of the tables that are only offered, by item. */
export function background(day: (days: number) => string): Rows {
  return {...agreed(day), ...watched(day)};
}

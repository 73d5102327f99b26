import type {FieldValues} from '../handoff/model/handoff-record.ts';
import {addDays} from '../handoff/time/schedule.ts';
import {background} from './background.ts';
import {runbooks} from './runbooks.ts';

type Rows = Readonly<Record<string, readonly FieldValues[]>>;

/** What runs in the sample, and what it hangs on. */
function deployed(port: number, day: (days: number) => string): Rows {
  return {
    'architecture-overview': [
      {
        name: 'Orders service',
        version: '2.4.1',
        place: `this machine, port ${port}`,
        purpose: 'Takes and lists the orders of the shop.',
        calls: 'Data folder, Log',
      },
      {
        name: 'Data folder',
        version: {notApplicable: 'A plain folder has no version of its own.'},
        place: 'data/ in the workspace',
        purpose: 'Keeps the orders.',
      },
      {
        name: 'Log',
        version: {notApplicable: 'A plain file has no version of its own.'},
        place: 'logs/orders.log in the workspace',
        purpose: 'One line per request and a heartbeat.',
      },
    ],
    configuration: [
      {
        name: 'port',
        value: String(port),
        usual: '8080',
        why: 'Chosen free at the start, so that several can run.',
        source: 'the start of the service',
      },
      {
        name: 'heartbeat',
        value: '1 s',
        usual: '60 s',
        why: 'A sample should be seen to live.',
        source: 'the start of the service',
      },
    ],
    'dependencies-and-integrations': [
      {
        name: 'Tills',
        direction: 'it calls us',
        failure: 'Tills queue their orders for one hour, then refuse new ones.',
        purpose: 'Send orders and print receipts.',
        contact: 'Tills team of the shop',
      },
    ],
    'access-and-credentials': [
      {
        name: 'Operator',
        use: 'Restart, read the log, restore the data.',
        grant: 'Host account by the shop’s IT desk, with one’s own key.',
        secret: 'Each operator’s own key; nothing is shared.',
      },
      {
        name: 'Emergency account',
        use: 'Everything on the host.',
        grant: 'Two people of the on-call rota open the vault together.',
        secret: 'vault, path orders/break-glass',
      },
      {
        name: 'Jordan Ruiz, vendor',
        use: 'The same as an operator, during the transition.',
        grant: 'Host account by the shop’s IT desk.',
        secret: 'Jordan’s own key.',
        ends: day(14),
      },
    ],
    network: [
      {from: 'Tills', to: `orders service`, port: `${port}, HTTP`, purpose: 'Orders and health'},
    ],
  };
}

/** How people of the sample learn the system. */
function training(): Rows {
  return {
    'architecture-diagrams': [
      {
        name: 'The way of an order',
        kind: 'diagram',
        content: 'Tills → Orders service → data folder. The log lies beside it.',
        audience: 'Operators',
      },
    ],
    'key-workflows': [
      {
        name: 'From till to receipt',
        kind: 'workflow',
        content: 'A till sends an order, the service stores it, the till prints a receipt.',
        audience: 'Operators',
      },
    ],
    'common-tasks': [
      {
        name: 'The routine',
        kind: 'task',
        content: 'Daily: look at health. Weekly: rotate the log. Monthly: try a restore.',
        audience: 'Operators',
        demonstration: 'Check health',
      },
    ],
    'troubleshooting-guide': [
      {
        name: 'Where to start',
        kind: 'troubleshooting',
        content:
          'Start with health. If it is fine, follow one order through the log by its number.',
        audience: 'On-call',
        demonstration: 'Find an error in the logs',
      },
    ],
    'known-issues-and-frequent-questions': [
      {
        name: 'Why is the order list not sorted?',
        kind: 'frequent question',
        content: 'It comes as the tills sent it. Sort at the till until version 2.5.',
      },
    ],
    'teach-back': [
      {
        name: 'Orders stop coming in. What do you look at first?',
        answer: 'Health, then the log of the last minutes, before anything is restarted.',
        runbook: 'Check health',
      },
      {
        name: 'A restore has failed half way. What do you do?',
        answer: 'Nothing more by hand: call the vendor with the name of the backup.',
        runbook: 'Back up and restore the orders',
      },
    ],
  };
}

/** What the sample's customer may expect. */
function support(day: (days: number) => string): Rows {
  const desk = 'Support desk, +34 600 000 001';
  return {
    'severities-and-response-times': [
      {name: '1', meaning: 'Nobody can order.', response: '30 min', channel: desk, hours: 'always'},
      {
        name: '2',
        meaning: 'A till cannot order.',
        response: '4 h',
        channel: 'desk@corner-shop.example',
        hours: 'business days 8–18 h, Madrid',
      },
      {
        name: '3',
        meaning: 'It works, but not as it should.',
        response: '2 business days',
        channel: 'desk@corner-shop.example',
        hours: 'business days 8–18 h, Madrid',
      },
    ],
    'out-of-scope': [
      {name: 'The tills themselves', instead: 'Tills team of the shop'},
      {name: 'The shop’s network', instead: 'IT desk of the shop'},
    ],
    'escalation-contacts': [
      {
        name: 'Lee Novak',
        level: 'severity 1, first call',
        channel: '+34 600 000 002',
        response: '15 min',
        hours: 'always, by rota',
        tested: day(-4),
      },
      {
        name: 'Jordan Ruiz',
        level: 'severity 1, second call',
        channel: '+34 600 000 003',
        response: '30 min',
        hours: 'until the transition ends',
        tested: day(-3),
      },
    ],
    'transition-period': [
      {
        name: 'Jordan Ruiz',
        deputy: 'Sam Ito',
        ends: day(14),
        channel: '#orders-handoff, or +34 600 000 003',
      },
    ],
    'the-customers-acknowledgement': [
      {name: 'Mina Okafor', date: day(-3), how: 'By e-mail, subject "Support model agreed".'},
    ],
  };
}

/** Who takes over in the sample, and what could go wrong for them. */
function people(day: (days: number) => string): Rows {
  return {
    duties: [
      {name: 'On-call', outgoing: 'Jordan Ruiz', incoming: 'Lee Novak', deputy: 'Mina Okafor'},
      {name: 'Backups', outgoing: 'Jordan Ruiz', incoming: 'Mina Okafor', from: day(1)},
      {name: 'Rotating the log', outgoing: 'Jordan Ruiz', incoming: 'Lee Novak', from: day(1)},
    ],
    approvers: [{name: 'Mina Okafor', role: 'head of shop operations', deputy: 'Lee Novak'}],
    attendees: [
      {
        name: 'Mina Okafor',
        side: 'customer',
        role: 'head of shop operations',
        email: 'mina@corner-shop.example',
        consent: 'yes',
      },
      {
        name: 'Lee Novak',
        side: 'customer',
        role: 'on call',
        email: 'lee@corner-shop.example',
        consent: 'yes',
      },
      {
        name: 'Jordan Ruiz',
        side: 'vendor',
        role: 'engineer',
        email: 'jordan@field.example',
        consent: 'yes',
      },
    ],
    'accounts-domains-certificates-alerts-and-jobs': [
      {
        name: 'Health alert to our chat',
        kind: 'alert receiver',
        owner: 'Lee Novak',
        moves: 'on-call rota of the shop',
        ends: day(7),
        state: 'moved',
      },
      {
        name: 'Host account of Jordan Ruiz',
        kind: 'account',
        owner: 'Mina Okafor',
        moves: 'closed',
        ends: day(14),
        state: 'tied',
      },
    ],
    'risks-and-issues': [
      {
        name: 'The order list is not sorted',
        severity: '3',
        workaround: 'Sort at the till.',
        owner: 'Jordan Ruiz',
        due: day(30),
        state: 'accepted',
      },
      {
        name: 'The log grows without bound',
        severity: '2',
        workaround: 'Rotate it by hand each week.',
        owner: 'Lee Novak',
        due: day(10),
        state: 'open',
      },
    ],
  };
}

/**
 * The tables that the sample's engineer has filled in, by item of the built-in playbook.
 *
 * @param today `YYYY-MM-DD`; the dates lie round it
 */
export function sampleRecords(port: number, today: string): Rows {
  const day = (days: number) => addDays(today, days);
  return {
    ...deployed(port, day),
    ...runbooks(day),
    ...training(),
    ...support(day),
    ...people(day),
    ...background(day),
  };
}

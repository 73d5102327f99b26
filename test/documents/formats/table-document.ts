/** What a table must show on one line each, however narrow its column is. */
export const wholeValues = [
  '+49 30 1234-5678',
  '+1 (555) 010-9999',
  '2026-11-20 14:00 UTC',
  'pay-db-01.apex.example:5432',
  '10.120.4.17/24',
  '1,250.50',
  '99.95 %',
];

const contacts = [
  ['Name', 'Role', 'Phone', 'Mail', 'Address', 'Tested', 'Figure', 'Share'],
  [
    'Joan Ruiz-Picasso',
    'Operations lead who decides about restarts, failovers and everything that costs money',
    '+49 30 1234-5678',
    'joan.ruiz@apex.example',
    'pay-db-01.apex.example:5432',
    '2026-11-20 14:00 UTC',
    '1,250.50',
    '99.95 %',
  ],
  [
    'Anna Świątek',
    'Deputy',
    '+1 (555) 010-9999',
    'a@b.example',
    '10.120.4.17/24',
    '2026-11-20',
    '7',
    '–',
  ],
];

const columns = Array.from({length: 40}, (_, index) => index);

const many = [
  columns.map((index) => `Column ${index}`),
  ...['first', 'second', 'third'].map((row) =>
    columns.map((index) => (index % 9 === 0 ? `${row}-${index}.apex.example` : `${row} ${index}`)),
  ),
];

const long = (rows: number) => [
  ['Number', 'Text', 'State'],
  ...Array.from({length: rows}, (_, index) => [
    `N-${index}`,
    `The entry ${index} of many, with a sentence to read`,
    index % 2 === 0 ? 'done' : 'open',
  ]),
];

export const scripts = {
  Hebrew: 'שלום עולם וברכה',
  Arabic: 'مرحبا بالعالم الكبير',
  Greek: 'Αθήνα Πάτρα',
  Cyrillic: 'Київ Львів',
  Signs: '☐ ✔ → ⚠ 🚀 🔥 👍 😀',
  Chinese: '漢字',
  Thai: 'ภาษาไทย',
};

export const longWord = 'x'.repeat(10_000);

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Tables that are hard to set: wide, long, with long words, several lines and every script. */
export const tableDocument = (rows: number): string => `# Tables

| This document | Details |
| --- | --- |
| System | Orders |

## Contacts

${tableOf(contacts)}

## Lines

| Step | Who |
| --- | --- |
| stop<br>start<br/>look | Ana<br>Ben |
| <b>bold</b>, H<sub>2</sub>O, <code>kubectl get pods</code> | <b onclick="x()">not</b> <script>x</script> |

## Scripts

${tableOf([['Script', 'Text'], ...Object.entries(scripts), ['Long', longWord]])}

## Forty columns

${tableOf(many)}

## Many rows

${tableOf(long(rows))}
`;

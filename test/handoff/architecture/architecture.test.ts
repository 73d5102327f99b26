import {describe, expect, it} from 'vitest';
import {architectureOf} from '../../../source/handoff/architecture/architecture.ts';
import {
  partNames,
  tellArchitecture,
} from '../../../source/handoff/architecture/tell-architecture.ts';
import {described} from '../../fixtures/architectures.ts';

type Rows = Parameters<typeof described>[0];

/** The calls as `from > to`, by the fields that say so. */
function calls(rows: Rows): Record<string, string> {
  const {parts, calls} = architectureOf(described(rows));
  const nameOf = partNames(parts);
  const name = (id: string) => parts.filter((part) => part.id === id).map(nameOf)[0];
  return Object.fromEntries(
    calls.map(({from, to, said}) => [
      `${name(from)} > ${name(to)}`,
      said.map(({register, field}) => `${register}.${field}`).join(' '),
    ]),
  );
}

const gaps = (rows: Rows) => architectureOf(described(rows)).gaps;

describe('who calls whom', () => {
  it('is what components call and flows connect, with the fields that say so', () => {
    expect(
      calls({
        components: [{name: 'API', calls: 'database; Card payments\nDatabase'}, {name: 'Database'}],
        dependencies: {'Card payments': 'we call it', Tills: 'it calls us'},
        flows: [
          {from: 'Tills', to: 'API, api.example.com', port: '443, HTTPS'},
          {from: 'api', to: 'Database (db.example.com)', port: '5432'},
        ],
      }),
    ).toEqual({
      'API > Database': 'components.calls components.calls flows.to',
      'API > Card payments': 'components.calls',
      'Tills > API': 'flows.to',
    });
  });

  it('is guessed from no dependency, also where there is one component only', () => {
    const rows = {
      components: [{name: 'API'}],
      dependencies: {Tills: 'it calls us', Mail: 'we call it', Ledger: 'both', Fax: ''},
    };
    expect(calls(rows)).toEqual({});
    expect(gaps(rows)).toEqual([
      '"Tills" calls the system: which part of it is not said.',
      'The system calls "Mail": which part of it does is not said.',
      '"Ledger" calls the system: which part of it is not said.',
      'The system calls "Ledger": which part of it does is not said.',
      'Who calls whom between the system and "Fax" is not said.',
    ]);
  });

  it('takes a dependency as told once a call of a part bears it out, each way by itself', () => {
    expect(
      gaps({
        components: [{name: 'API', calls: 'Ledger'}],
        dependencies: {Ledger: 'both', Fax: ''},
        flows: [{from: 'API', to: 'Fax'}],
      }),
    ).toEqual(['"Ledger" calls the system: which part of it is not said.']);
  });

  it('makes no part of a name that nothing describes, and says so', () => {
    const rows = {
      components: [{name: 'API', calls: 'Ghost'}],
      flows: [
        {from: 'Internet', to: 'Payments', port: '443'},
        {from: 'API', to: 'ntp.example.com'},
      ],
    };
    expect(architectureOf(described(rows)).parts.map(({name}) => name)).toEqual(['API']);
    expect(calls(rows)).toEqual({});
    expect(gaps(rows)).toEqual([
      '"API" calls "Ghost" (described nowhere).',
      '"Internet" (described nowhere) calls "Payments" (which part of it is not said).',
      '"API" calls "ntp.example.com" (described nowhere).',
    ]);
  });

  it('tells two of one name apart by their place, and calls none where it is not said', () => {
    const workers = [
      {name: 'Worker', place: 'shop-1'},
      {name: 'Worker', place: 'shop-2, port 80'},
    ];
    expect(calls({components: [{name: 'API', calls: 'Worker (shop-2)'}, ...workers]})).toEqual({
      'API > Worker (shop-2, port 80)': 'components.calls',
    });
    const rows = {components: [{name: 'API', calls: 'Worker'}, ...workers]};
    expect(calls(rows)).toEqual({});
    expect(gaps(rows)).toEqual(['"API" calls "Worker" (which of the 2 is not said).']);
    expect(tellArchitecture(architectureOf(described(rows)))).toEqual([
      'API.',
      'Worker (shop-1).',
      'Worker (shop-2, port 80).',
    ]);
  });

  it('takes a component that has a row among the dependencies for one thing', () => {
    const rows = {components: [{name: 'Mail'}], dependencies: {mail: 'we call it'}};
    expect(architectureOf(described(rows)).parts).toHaveLength(1);
  });

  it('is nothing without components', () => {
    const nothing = {parts: [], calls: [], gaps: []};
    expect(architectureOf(described({dependencies: {Mail: 'we call it'}}))).toEqual(nothing);
  });
});

describe('the host of a place', () => {
  it.each([
    ['shop-1, port 8080', 'shop-1'],
    ['shop-1:8080', 'shop-1'],
    ['this machine port 80', 'this machine'],
    ['shop-1, /srv/data', 'shop-1'],
    ['node-1, node-2', 'node-1, node-2'],
    ['cluster prod, namespace pay', 'cluster prod, namespace pay'],
    ['fe80::1', 'fe80::1'],
    ['', ''],
  ])('of "%s" is "%s"', (place, host) => {
    const {parts} = architectureOf(described({components: [{name: 'API', place}]}));
    expect(parts[0]?.host).toBe(host);
  });
});

import type {DraftFields, Finding} from '../discovered.ts';
import {check, row, runbook} from '../findings.ts';
import {productMark} from '../formats/known-products.ts';
import {typedCommand} from '../../checks/kinds/typed-command.ts';
import {unitRunbooks} from '../unit-runbooks.ts';
import {programFile, reached, type Asking, type Detail} from './product-detail.ts';
import type {Listening} from './reading/listening.ts';

/** What is known of a service once all were asked. */
export interface Known extends Asking {
  readonly detail: Detail;
  /** The version of its program, or of what runs it. */
  readonly version: string | undefined;
  readonly calls: readonly string[];
  /** By port, the day on which its certificate ends. */
  readonly ends: ReadonlyMap<number, string>;
  readonly source: string;
  /** Of who listens where. */
  readonly portSource: string;
}

function fromWords({scope, address}: Listening): string {
  if (scope === 'loopback') return 'the host itself';
  return scope === 'any' ? 'whoever reaches the host' : `whoever reaches ${address} of the host`;
}

function onceByPort(all: readonly Listening[]): Listening[] {
  const wide = {any: 0, specific: 1, loopback: 2};
  const sorted = all.toSorted((a, b) => a.port - b.port || wide[a.scope] - wide[b.scope]);
  return [...Map.groupBy(sorted, ({port, protocol}) => `${port} ${protocol}`).values()].flatMap(
    ([first]) => (first ? [first] : []),
  );
}

function placeOf({service, where, files}: Known): string {
  const {process, listening} = service;
  const started = process.unit === undefined ? 'process' : `systemd service ${process.unit},`;
  const ports = onceByPort(listening).map(
    ({port, protocol, address, scope}) =>
      `port ${scope === 'any' ? '' : `${address.includes(':') ? `[${address}]` : address}:`}${port}${protocol === 'UDP' ? ' UDP' : ''}`,
  );
  const program = programFile(service, files?.executable);
  return [`${started} ${program} as ${process.user}${where}`, ...ports].join('; ');
}

function componentRow(known: Known): Finding {
  const {service, where, version, detail, calls, source} = known;
  const {known: {product, runtime} = {}} = service;
  const words = [
    product && `${product.name}, ${product.role}`,
    runtime && `runs on ${runtime}${version === undefined ? '' : ` ${version}`}`,
  ].filter((one) => one !== undefined);
  return row(
    'components',
    `${service.name}${where}`,
    {
      name: service.name,
      version: (runtime === undefined ? (detail.version ?? version) : undefined) ?? 'unknown',
      place: placeOf(known),
      purpose: words.join('; '),
      calls: calls.join(', '),
    },
    source,
    product ? {is: [productMark(product)]} : {},
  );
}

function flowRows({service, where, ends, portSource}: Known): Finding[] {
  return onceByPort(service.listening).map((one) =>
    row(
      'flows',
      `${service.name}${where} ${one.port}/${one.protocol}`,
      {
        from: fromWords(one),
        to: `${service.name}${where}`,
        port: `${one.port}, ${one.protocol}`,
        certificate: ends.get(one.port),
      },
      portSource,
    ),
  );
}

function portChecks({service, where, host, ends, portSource}: Known): Finding[] {
  const {name, known, program} = service;
  return onceByPort(service.listening).flatMap((one) => {
    const {port, protocol} = one;
    const said = `${name} answers on port ${port}`;
    const listens = {number: port, protocol: protocol === 'UDP' ? 'udp' : 'tcp'};
    const make = (fields: DraftFields & {readonly name: string}) => check(fields, portSource);
    if (host.on !== undefined)
      return [make({name: `${name} listens on port ${port}${where}`, port: listens, on: host.on})];
    const held = make({
      name: `${name} listens on port ${port} as it is to`,
      port: listens,
      expect: {scope: one.scope, program: {contains: program}},
    });
    if (protocol === 'UDP') return [held];
    const isWeb = known?.isWeb === true && !ends.has(port);
    // What a proxy answers with is mostly said by what stands behind it, which has its own checks.
    const status = known?.product?.role === 'proxy' ? {at_least: 100} : {below: 500};
    const url = `http://${reached(one)}:${port}/`;
    return [
      held,
      make({name: said, tcp: `${reached(one)}:${port}`}),
      ...(isWeb
        ? [
            make({
              name: `${name} answers requests on port ${port}`,
              http: url,
              expect: {status},
            }),
          ]
        : []),
    ];
  });
}

/** A process is known by its name, and what an interpreter runs by its command line. */
function runsCheck({service, host, where, source}: Known): Finding[] {
  const {name, process, program, known} = service;
  const on = host.on === undefined ? {} : {on: host.on};
  if (process.unit !== undefined) {
    const said = `${name} runs and comes back${where}`;
    return [
      check(
        {name: said, service: process.unit, expect: {running: true, enabled: true}, ...on},
        source,
      ),
    ];
  }
  const script = known?.runtime === undefined ? undefined : process.words.slice(0, 2).join(' ');
  const pattern = script?.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const wanted = pattern === undefined ? program : {pattern: `/${pattern}/`};
  return [check({name: `${name} runs${where}`, process: wanted, ...on}, source)];
}

const badLine = String.raw`/\b(?:FATAL|PANIC|CRITICAL|emerg|alert|crit)\b/`;

function keptChecks({service: {name}, detail, files, host, where, source}: Known): Finding[] {
  const on = host.on === undefined ? {} : {on: host.on};
  const logs = [...new Set([...(detail.logs ?? []), ...(files?.logs ?? [])])];
  const isWithinReach = host.on === undefined;
  return [
    ...logs.flatMap((log) => [
      row(
        'monitoring',
        `log ${log}${where}`,
        {name: `Log ${log} of ${name}${where}`, dashboard: log},
        source,
      ),
      ...(/access/.test(log)
        ? []
        : [
            check(
              {
                name: `No disaster in ${log}${where}`,
                log: {path: log},
                expect: {forbid: badLine},
                ...on,
              },
              source,
            ),
          ]),
      runbook(
        {
          name: `Read ${log}${where}`,
          commands: typedCommand(['tail', '-n', '100', log]),
          effect: 'safe',
        },
        source,
      ),
    ]),
    ...(detail.config === undefined || !isWithinReach
      ? []
      : [check({name: `The configuration of ${name} is there`, file: detail.config}, source)]),
    ...(detail.data === undefined
      ? []
      : [
          row(
            'data',
            `${name}${where}`,
            {name: `Data of ${name}${where}`, place: detail.data},
            source,
          ),
          ...(isWithinReach
            ? [
                check(
                  {
                    name: `The data of ${name} are there`,
                    file: detail.data,
                    expect: {type: 'directory'},
                  },
                  source,
                ),
                check(
                  {
                    name: `The data of ${name} have room`,
                    disk: detail.data,
                    expect: {free_percent: {at_least: 5}},
                    warn: {used_percent: {below: 90}},
                  },
                  source,
                ),
              ]
            : []),
        ]),
  ];
}

/** All that is drafted of one service. */
export function serviceDrafts(known: Known): Finding[] {
  const {unit} = known.service.process;
  return [
    componentRow(known),
    ...flowRows(known),
    ...portChecks(known),
    ...runsCheck(known),
    ...keptChecks(known),
    ...(known.detail.findings ?? []),
    ...(unit === undefined
      ? []
      : unitRunbooks(known.service.name, unit, known.where, known.source)),
  ];
}

import type {Words} from '../asked-host.ts';
import type {Finding} from '../../discovered.ts';
import {at, check, row, runbook, setting} from '../../findings.ts';
import {versionIn} from '../known-programs.ts';
import {absolute, reached, type Asking, type Detail, type Detailer} from '../product-detail.ts';
import {typedCommand} from '../../../checks/kinds/typed-command.ts';

interface ConfigLine {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** Lines of `postgresql.conf` that are not commented, as the server reads them. */
function readConfig(text: string): ConfigLine[] {
  return text.split('\n').flatMap((line, index) => {
    const {name, quoted, bare} =
      /^\s*(?<name>[\w.]+)\s*(?:=|\s)\s*(?:'(?<quoted>(?:''|[^'])*)'|(?<bare>[^\s#]+))/.exec(line)
        ?.groups ?? {};
    if (name === undefined) return [];
    return [{name, value: quoted?.replaceAll("''", "'") ?? bare ?? '', line: index + 1}];
  });
}

function optionsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const joined = words.join(' ');
  return new Map(
    [...joined.matchAll(/(?:-c ?|--)(?<name>[\w.-]+)=(?<value>\S*)/g)].map(({groups}) => [
      (groups?.['name'] ?? '').replaceAll('-', '_'),
      groups?.['value'] ?? '',
    ]),
  );
}

/** How the databases are saved and brought back, each by itself. */
function dumps(
  databases: readonly string[],
  tool: (program: string) => string,
  reach: readonly string[],
  {service: {name}, where}: Asking,
  source: string,
): Finding[] {
  return databases.flatMap((database) => {
    const file = `./${database.replaceAll(/[^\w.-]/g, '_')}.dump`;
    const dump = [tool('pg_dump'), ...reach, '-d', database, '-Fc', '-f', file];
    const look = [tool('pg_restore'), '--list', file];
    const strictly = ['--clean', '--if-exists', '--exit-on-error'];
    const bring = [tool('pg_restore'), ...reach, '-d', database, ...strictly, file];
    return [
      runbook(
        {
          name: `Back up ${database} of ${name}${where}`,
          commands: `${typedCommand(dump)}\n${typedCommand(look)}`,
          effect: 'safe',
          verification: 'The list of what the dump holds names each table.',
        },
        source,
      ),
      runbook(
        {
          name: `Restore ${database} of ${name}${where}`,
          commands: typedCommand(bring),
          effect: 'changes',
          verification: `${typedCommand([tool('psql'), ...reach, '-d', database, '-c', String.raw`\dt+`])} lists the tables.`,
        },
        source,
      ),
    ];
  });
}

/** PostgreSQL: its data, what its configuration sets, its databases, and how these are saved. */
export const detailPostgres: Detailer = async (asking): Promise<Detail> => {
  const {service, files, host, where} = asking;
  const {name, process, listening} = service;
  const program = files?.executable ?? 'postgres';
  const tool = (one: string) => program.replace(/[^/]*$/, one);
  const options = optionsOf(process.words);
  const place = process.words[process.words.indexOf('-D') + 1] ?? '';
  const data = process.words.includes('-D') ? absolute(place, files?.folder) : files?.folder;
  const config = options.get('config_file') ?? (data && `${data}/postgresql.conf`);
  const [first] = listening;
  const reach = first
    ? ['-w', '-h', reached(first), '-p', String(first.port), '-U', 'postgres']
    : [];
  const list = 'select datname from pg_database where not datistemplate';
  const ask: Words = [tool('psql'), ...reach, '-d', 'postgres', '-Atc', list];
  const [version, read, databases] = await host.ask([
    [program, '--version'],
    ['cat', config ?? '/etc/postgresql/postgresql.conf'],
    ...(first ? [ask] : []),
  ]);
  const lines = read?.isGood ? readConfig(read.text) : [];
  const valueOf = (key: string) =>
    options.get(key) ?? lines.findLast((line) => line.name === key)?.value;
  const named = (databases?.isGood ? databases.text.split('\n') : []).filter((one) => one !== '');
  // The one that each server has is saved only where there is no other.
  const own = named.filter((one) => one !== 'postgres');
  const ready = [
    tool('pg_isready'),
    ...(first ? ['-h', reached(first), '-p', String(first.port)] : []),
  ];
  const source = databases?.source ?? version?.source ?? at(config ?? 'postgresql.conf');
  const certificate =
    valueOf('ssl') === 'on' ? (valueOf('ssl_cert_file') ?? 'server.crt') : undefined;
  const certificateFile = certificate === undefined ? undefined : absolute(certificate, data);
  const logFolder =
    valueOf('logging_collector') === 'on' ? (valueOf('log_directory') ?? 'log') : undefined;
  return {
    version: versionIn(version?.text ?? ''),
    data,
    config: read?.isGood ? config : undefined,
    certificates:
      certificateFile === undefined
        ? []
        : [{file: certificateFile, source, ports: listening.map(({port}) => port)}],
    findings: [
      ...lines.map(({name: key, value, line}) =>
        setting(
          {name: key, value, place: config ?? 'postgresql.conf', owner: name},
          at(config ?? 'postgresql.conf', line),
        ),
      ),
      ...own.map((database) =>
        row(
          'data',
          `${name} ${database}`,
          {
            name: database,
            place: `database of ${name}${where}${first ? `, port ${first.port}` : ''}`,
          },
          source,
        ),
      ),
      ...(logFolder === undefined
        ? []
        : [
            row(
              'monitoring',
              `log folder of ${name}`,
              {name: `Log of ${name}${where}`, dashboard: absolute(logFolder, data)},
              at(config ?? 'postgresql.conf'),
            ),
          ]),
      check(
        {
          name: `${name} takes connections${where}`,
          command: ready,
          expect: {exit: 0},
          ...(host.on === undefined ? {} : {on: host.on}),
        },
        version?.source ?? source,
      ),
      runbook(
        {
          name: `See whether ${name} takes connections${where}`,
          commands: typedCommand(ready),
          effect: 'safe',
        },
        source,
      ),
      ...dumps(own.length > 0 ? own : named, tool, reach, asking, source),
    ],
  };
};

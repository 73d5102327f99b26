import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, check, row, runbook} from '../../findings.ts';
import {isElsewhere} from '../../formats/named-hosts.ts';
import {apacheSays, caddySays, haproxySays} from './line-says.ts';
import {nginxSays, readIncluded} from './nginx-says.ts';
import {readWithIncludes} from './includes.ts';
import {saysNothing, together, type Placed, type ProxySays} from './site.ts';

type Program = 'nginx' | 'haproxy' | 'caddy' | 'apache';

const kinds: readonly (readonly [name: RegExp, program: Program])[] = [
  [/(?:^|\/)haproxy(?:[._-][\w-]+)?\.cfg$/, 'haproxy'],
  [
    /(?:^|\/)(?:Caddyfile(?:[._-][\w-]+)?|[\w-]+\.(?:caddy|caddyfile))$|(?:^|\/)caddy\/(?:.*\/)?[\w.-]+\.conf$/,
    'caddy',
  ],
  [/(?:^|\/)(?:httpd|apache2?)\.conf$|(?:^|\/)(?:apache2?|httpd)\/.*\.conf$/, 'apache'],
  [
    /(?:^|\/)nginx[\w.-]*\.conf$|(?:^|\/)nginx\/(?:.*\/)?(?:[\w.-]+\.conf|sites-(?:enabled|available)\/[\w.-]+)$/,
    'nginx',
  ],
];

/** Folders of nginx's that other programs have too. */
const shared = /(?:^|\/)(?:conf\.d\/[\w.-]+\.conf|sites-(?:enabled|available)\/[\w.-]+)$/;

const products: Readonly<Record<Program, string>> = {
  nginx: 'nginx',
  haproxy: 'HAProxy',
  caddy: 'Caddy',
  apache: 'Apache',
};

function programOf(file: string): Program | undefined {
  return kinds.find(([name]) => name.test(file))?.[1] ?? (shared.test(file) ? 'nginx' : undefined);
}

const mains: Readonly<Record<Program, RegExp | undefined>> = {
  nginx: /^nginx\.conf$/,
  apache: /^(?:httpd|apache2)\.conf$/,
  caddy: /^Caddyfile$/,
  haproxy: undefined,
};

/** The file that a program starts with: this one, or one that it lies beside or below. */
function mainOf(file: string, program: Program, folder: Folder): string | undefined {
  if (mains[program]?.test(path.posix.basename(file)) === true) return file;
  return folder.files.find(
    (one) =>
      mains[program]?.test(path.posix.basename(one)) === true &&
      (path.posix.dirname(one) === '.' || file.startsWith(`${path.posix.dirname(one)}/`)),
  );
}

/** What a file and those that it includes say. */
async function readAll(file: string, program: Program, folder: Folder): Promise<Told> {
  if (program === 'nginx') {
    const read = await readIncluded(file, folder);
    return {files: read.map((one) => one.file), says: nginxSays(read)};
  }
  const read = await readWithIncludes(file, program, folder);
  const says = {haproxy: haproxySays, caddy: caddySays, apache: apacheSays}[program];
  return {
    files: read.map((one) => one.file),
    says: together(read.map((one) => says(one.text, one.file))),
  };
}

interface Told {
  readonly files: readonly string[];
  readonly says: ProxySays;
}

/** What a file says, or nothing where another one has it or nobody reads it. */
async function saysOf(file: string, program: Program, folder: Folder): Promise<ProxySays> {
  const main = mainOf(file, program, folder);
  if (main !== undefined && main !== file) {
    const {files} = await readAll(main, program, folder);
    if (!files.includes(file)) folder.leave(file, `${main} does not include it`);
    return saysNothing;
  }
  if (main === undefined && /\/(?:sites|conf|mods)-available\//.test(file)) {
    folder.leave(file, 'it is not enabled');
    return saysNothing;
  }
  if (main === undefined && !kinds.some(([name]) => name.test(file))) return saysNothing;
  return (await readAll(file, program, folder)).says;
}

function once(all: readonly Placed[]): Placed[] {
  return [...Map.groupBy(all, ({text}) => text).values()].flatMap(([first]) => first ?? []);
}

function drafts(program: Program, says: ProxySays, file: string, isContained: boolean): Finding[] {
  const names = [...new Set(says.names)];
  const upstreams = once(says.upstreams);
  const mark = `product:${products[program]}`;
  const component = row(
    'components',
    program,
    {
      name: program,
      place: `configured by ${file}`,
      purpose: `${products[program]}, proxy${names.length > 0 ? ` for ${names.join(', ')}` : ''}`,
      calls: upstreams.map(({text}) => text).join(', '),
    },
    at(file),
    isContained ? {of: mark} : {is: [mark]},
  );
  return [
    component,
    ...(isContained ? [] : once(says.ports)).flatMap(({text: port, file: place, line}) => [
      row(
        'flows',
        `${program} ${port}/TCP`,
        {
          from: 'whoever reaches the host',
          to: program,
          port: `${port}, TCP`,
          purpose: names.join(', '),
        },
        at(place, line),
      ),
      check(
        {name: `${program} answers on port ${port}`, tcp: `127.0.0.1:${port}`},
        at(place, line),
      ),
    ]),
    ...upstreams.flatMap(({text, file: place, line}) => {
      const [, host = text, port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
      const isOther = isElsewhere(host) && !host.startsWith('127.');
      return [
        ...(port === undefined
          ? []
          : [
              row(
                'flows',
                `${program} to ${text}`,
                {from: program, to: host, port: `${port}, TCP`},
                at(place, line),
              ),
            ]),
        ...(isOther
          ? [
              row(
                'dependencies',
                host,
                {
                  name: host,
                  direction: 'we call it',
                  purpose: `${program} passes requests on to it`,
                },
                at(place, line),
              ),
            ]
          : []),
      ];
    }),
    ...once(says.certificates).flatMap(({text, file: place, line}) => [
      row(
        'contracts',
        `certificate ${text}`,
        {name: `Certificate ${text}`, covers: names.join(', ')},
        at(place, line),
      ),
      ...(text.startsWith('/') && !isContained
        ? [
            check(
              {
                name: `The certificate ${text} has time left`,
                tls: {file: text},
                expect: {days_left: {at_least: 14}},
                warn: {valid: true},
              },
              at(place, line),
            ),
          ]
        : []),
    ]),
    ...once(says.logs).flatMap(({text, file: place, line}) => [
      row(
        'monitoring',
        `log ${text}`,
        {name: `Log ${text} of ${program}`, dashboard: text},
        at(place, line),
      ),
      ...(isContained || !text.startsWith('/')
        ? []
        : [
            runbook(
              {name: `Read ${text}`, commands: `tail -n 100 ${text}`, effect: 'safe'},
              at(place, line),
            ),
          ]),
    ]),
  ];
}

/** Web servers and proxies: where they listen, what they pass on to, their certificates and logs. */
export const proxies: Discoverer = {
  name: 'proxies',
  looksAt: 'configuration of nginx, HAProxy, Caddy and Apache, with what it includes',
  wants: (file) => programOf(file) !== undefined,
  async discover(file, folder) {
    const program = programOf(file);
    if (program === undefined) return [];
    const says = await saysOf(file, program, folder);
    if (Object.values(says).every((part) => part.length === 0)) return [];
    const isContained = folder.files.some((one) => /compose[^/]*\.ya?ml$|Dockerfile/.test(one));
    return drafts(program, says, file, isContained);
  },
};

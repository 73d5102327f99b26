import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, check, row, runbook} from '../../findings.ts';
import {isElsewhere} from '../../formats/named-hosts.ts';
import {apacheSays, caddySays, haproxySays} from './line-says.ts';
import {nginxSays, readIncluded} from './nginx-says.ts';
import {saysNothing, type Placed, type ProxySays} from './site.ts';

type Program = 'nginx' | 'haproxy' | 'caddy' | 'apache';

const kinds: readonly (readonly [name: RegExp, program: Program])[] = [
  [/(?:^|\/)haproxy(?:[._-][\w-]+)?\.cfg$/, 'haproxy'],
  [/(?:^|\/)(?:Caddyfile|[\w-]+\.caddy)$/, 'caddy'],
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

/** The `nginx.conf` that a file lies beside or below. */
function mainOf(file: string, folder: Folder): string | undefined {
  return folder.files.find(
    (one) =>
      path.posix.basename(one) === 'nginx.conf' &&
      (path.posix.dirname(one) === '.' || file.startsWith(`${path.posix.dirname(one)}/`)),
  );
}

/** What a file says, or nothing where another one has it or nobody reads it. */
async function saysOf(file: string, program: Program, folder: Folder): Promise<ProxySays> {
  if (/\/(?:sites|conf|mods)-available\//.test(file) && program === 'apache') {
    folder.leave(file, 'it is not enabled');
    return saysNothing;
  }
  if (program !== 'nginx') {
    const text = (await folder.read(file)) ?? '';
    const says = {haproxy: haproxySays, caddy: caddySays, apache: apacheSays}[program];
    return says(text, file);
  }
  const main = mainOf(file, folder);
  if (main !== undefined && main !== file) {
    const read = await readIncluded(main, folder);
    if (!read.some((one) => one.file === file)) folder.leave(file, `${main} does not include it`);
    return saysNothing;
  }
  if (main === undefined && !kinds.some(([name]) => name.test(file))) return saysNothing;
  if (main === undefined && file.includes('sites-available/')) {
    folder.leave(file, 'it is not enabled');
    return saysNothing;
  }
  return nginxSays(await readIncluded(file, folder));
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

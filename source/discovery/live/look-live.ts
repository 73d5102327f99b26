import {readSshPrefix} from '../../checks/process/ssh-prefix.ts';
import type {AskedCommand, FileProblem, Finding} from '../discovered.ts';
import {row} from '../findings.ts';
import {certificateEnds} from './certificate-ends.ts';
import {programFile, type Asking, type Detail, type Detailer} from './product-detail.ts';
import {createHost, type Host, type HostOptions} from './asked-host.ts';
import {versionIn} from './known-programs.ts';
import type {LiveService} from './live-service.ts';
import {detailNginx} from './products/nginx-live.ts';
import {detailPostgres} from './products/postgres-live.ts';
import {detailRedis} from './products/redis-live.ts';
import {serviceDrafts} from './service-drafts.ts';
import {survey, type Survey} from './survey.ts';

export interface LiveLook {
  /** What the host is called where a prefix leads there; nothing for this machine. */
  readonly place?: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly FileProblem[];
  readonly commands: readonly AskedCommand[];
  /** Programs of which not everything was heard: what they said before is not known to be gone. */
  readonly unread: readonly string[];
}

const nothing: Detail = {};

const detailers: Readonly<Record<string, Detailer>> = {
  nginx: detailNginx,
  postgres: detailPostgres,
  'redis-server': detailRedis,
};

async function versionOf({service, files, host}: Asking): Promise<string | undefined> {
  const {known, program} = service;
  if (!known || Object.hasOwn(detailers, program)) return undefined;
  const [said] = await host.ask([[programFile(service, files?.executable), ...known.version]]);
  return said && versionIn(`${said.text}\n${said.stderr}`);
}

/** What a service is connected to, by the name of the service that listens there. */
function callsOf(service: LiveService, {connected, services}: Survey): string[] {
  const own = connected.filter(({pids}) => pids.some((pid) => service.pids.has(pid)));
  return services
    .filter((other) => other !== service)
    .filter(({listening}) =>
      own.some((to) =>
        listening.some(
          ({port, address, scope}) =>
            port === to.port && (scope === 'any' || address === to.address),
        ),
      ),
    )
    .map(({name}) => name);
}

/** An address that a configuration passes requests on to, by the name of the service there. */
function nameOf(target: string, {services}: Survey): string {
  const port = Number(/^(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)$/.exec(target)?.[1] ?? 0);
  const found = services.find(({listening}) => listening.some((one) => one.port === port));
  return found?.name ?? target;
}

/** What a service calls elsewhere, as its open connections show it. */
function flowsOut(service: LiveService, found: Survey, where: string): Finding[] {
  const served = new Set(service.listening.map(({port}) => port));
  const own = found.connected.filter(
    ({pids, localPort, address}) =>
      pids.some((pid) => service.pids.has(pid)) &&
      !served.has(localPort) &&
      !address.startsWith('127.') &&
      address !== '::1',
  );
  return [...Map.groupBy(own, ({address, port}) => `${address} ${port}`).values()].flatMap(([to]) =>
    to
      ? [
          row(
            'flows',
            `${service.name}${where} to ${to.address}:${to.port}`,
            {from: `${service.name}${where}`, to: to.address, port: `${to.port}, TCP`},
            found.portSource,
          ),
        ]
      : [],
  );
}

async function lookAtServices(found: Survey, host: Host, where: string): Promise<Finding[]> {
  const asked = await Promise.all(
    found.services.map(async (service) => {
      const asking = {service, host, where, files: found.files.get(service.process.pid)};
      const [detail, version] = await Promise.all([
        detailers[service.program]?.(asking) ?? nothing,
        versionOf(asking),
      ]);
      return {...asking, detail, version};
    }),
  );
  const named = asked.flatMap(({detail}) => detail.certificates ?? []);
  const {findings, byPort} = await certificateEnds(named, host, where);
  const drafts = asked.flatMap((one) => {
    const told = (one.detail.calls ?? []).map((target) => nameOf(target, found));
    const known = {
      ...one,
      calls: [...new Set([...told, ...callsOf(one.service, found)])],
      ends: new Map(
        [...byPort].filter(([port]) => one.service.listening.some((l) => l.port === port)),
      ),
      source: found.processSource,
      portSource: found.portSource,
    };
    return [...serviceDrafts(known), ...flowsOut(one.service, found, where)];
  });
  return [...drafts, ...findings];
}

/**
 * Looks at what runs on a host, by commands that only read, each within a time. What is not there or
 * not permitted is told, and the rest goes on.
 */
export async function lookLive(options: HostOptions): Promise<LiveLook> {
  const host = createHost(options);
  const {on} = options;
  const place = on && (readSshPrefix(on)?.destination ?? on.at(-1));
  const where = place === undefined ? '' : ` on ${place}`;
  try {
    const found = await survey(host, where);
    const nobody = found.listening.filter(({pids}) => pids.length === 0);
    if (nobody.length > 0)
      host.tell({
        file: found.portSource,
        message: `Whose these ports are, this user may not see: ${[...new Set(nobody.map(({port}) => port))].join(', ')}.`,
      });
    const findings = [...(await lookAtServices(found, host, where)), ...found.findings];
    return {
      ...(place === undefined ? {} : {place}),
      findings,
      problems: host.problems,
      commands: host.asked,
      unread: host.unread(),
    };
  } finally {
    await host.close();
  }
}

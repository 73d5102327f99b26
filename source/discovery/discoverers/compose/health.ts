import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import {at, check} from '../../findings.ts';
import type {Port} from './ports.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

function dialled({address}: Port): string {
  return address === undefined ? '127.0.0.1' : address.includes(':') ? `[${address}]` : address;
}

function isOne(port: string | undefined): port is string {
  return port !== undefined && /^\d+$/.test(port);
}

const local =
  /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?<port>\d+))?(?<path>\/[^\s"'|;&)]*)?/i;

/** The address that a health check asks in the container, as it is reached from the host. */
function fromHost(words: readonly string[], {ports}: Service): string | undefined {
  const line = words.join(' ');
  const found = local.exec(line);
  if (!found) return undefined;
  const isSecure = found[0].toLowerCase().startsWith('https');
  const {port = isSecure ? '443' : '80', path: route = '/'} = found.groups ?? {};
  const way = ports.find(({target, protocol}) => target === port && protocol === 'TCP');
  if (!way || !isOne(way.published) || isSecure) return undefined;
  return `http://${dialled(way)}:${way.published}${route}`;
}

function healthCheck(service: Service, project: Project): Finding[] {
  const {health} = service;
  if (!health) return [];
  const {words, file, line} = health;
  const name = `${service.name} is healthy`;
  const source = at(file, line);
  const url = fromHost(words, service);
  if (url !== undefined) return [check({name, http: url}, source)];
  const files = project.files.flatMap((file) => ['-f', file]);
  const run = ['docker', 'compose', ...files, 'exec', '-T', service.name, ...words];
  const command = project.folder === '' ? run : {run, cwd: project.folder};
  return [check({name, command, expect: {exit: 0}}, source)];
}

function portChecks({name, ports}: Service, {folder}: Project): Finding[] {
  return ports.flatMap((port) => {
    const {published, protocol, file, line} = port;
    if (!isOne(published) || protocol === 'SCTP') return [];
    const of = folder === '' ? name : `${name} (${path.posix.basename(folder)})`;
    const number = Number(published);
    if (number < 1 || number > 65_535) return [];
    const said = `${of} answers on port ${published}${port.address === undefined ? '' : ` of ${port.address}`}`;
    return protocol === 'TCP'
      ? [check({name: said, tcp: `${dialled(port)}:${published}`}, at(file, line))]
      : [
          check(
            {name: `${of} listens on port ${published}, UDP`, port: {number, protocol: 'udp'}},
            at(file, line),
          ),
        ];
  });
}

/** Checks of what runs all the time. */
export function healthChecks(services: readonly Service[], project: Project): Finding[] {
  return services
    .filter(({off, isOnce}) => off === undefined && !isOnce)
    .flatMap((service) => [...portChecks(service, project), ...healthCheck(service, project)]);
}

import type {Finding} from '../../discovered.ts';
import {at, row} from '../../findings.ts';
import {mapOf, textOf, listOf} from '../../yaml/yaml-node.ts';
import {about} from './components.ts';
import {isElsewhere} from '../../formats/named-hosts.ts';
import {connectionsOf} from './connections.ts';
import {asMap} from './merge.ts';
import type {Port} from './ports.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

const loopback = /^(?:127\.|::1$|localhost$)/;

function fromWords({address}: Port): string {
  if (address === undefined) return 'whoever reaches the host';
  return loopback.test(address) ? 'the host itself' : `whoever reaches ${address} of the host`;
}

/** Whether a service says of itself that it listens on a port. */
function listensOn({node}: Service, target: string, {text}: Project): boolean {
  const exposed = listOf(mapOf(node).get('expose')).map((one) => text(one)?.text.split('/')[0]);
  const told = [...mapOf(asMap(mapOf(node).get('environment')))]
    .filter(([name]) => /PORT$/i.test(name))
    .map(([, value]) => text(value)?.text);
  const labels = [...mapOf(asMap(mapOf(node).get('labels')))]
    .filter(([name]) => /\.port$/i.test(name))
    .map(([, value]) => text(value)?.text);
  return [...exposed, ...told, ...labels].includes(target);
}

/** Whom a published port is for: services on the network of this one have theirs published by it. */
function receiverOf(service: Service, port: Port, services: readonly Service[], project: Project) {
  const guests = services.filter(({network}) => network === service.name);
  const own = guests.filter((guest) => listensOn(guest, port.target, project));
  const [guest] = own;
  if (own.length === 1 && guest) return {to: guest.name, through: service.name};
  const all = [service, ...guests].map(({name}) => name).join(' or ');
  return {to: service.name, for: guests.length > 0 ? all : undefined};
}

function publishedRow(
  service: Service,
  port: Port,
  services: readonly Service[],
  project: Project,
): Finding {
  const {address = '*', published = 'free', target, protocol, name} = port;
  const receiver = receiverOf(service, port, services, project);
  const where = published === target ? undefined : `${target} in the container`;
  const purpose = [
    name,
    where,
    receiver.through === undefined ? undefined : `published by ${receiver.through}`,
    receiver.for === undefined ? undefined : `for ${receiver.for}, which share a network`,
    service.off === undefined ? undefined : `off by default: ${service.off}`,
  ].filter((word) => word !== undefined);
  const mark = `${about(project, service.name)} ${address}:${published}>${target}/${protocol}`;
  const fields = {
    from: fromWords(port),
    to: receiver.to,
    port: `${port.published ?? 'any free one'}, ${protocol}`,
    purpose: purpose.join('; '),
  };
  return row('flows', mark, fields, at(port.file, port.line));
}

/** What comes in by published ports, and what goes to the hosts that an environment names with a port. */
export function flowRows(services: readonly Service[], project: Project): Finding[] {
  const names = new Set(services.map(({name}) => name));
  return services.flatMap((service) => {
    const published = service.ports.map((port) => publishedRow(service, port, services, project));
    const called = connectionsOf(service, project).flatMap(({host, port, variable, node}) =>
      port === undefined || host === service.name || !(names.has(host) || isElsewhere(host))
        ? []
        : [
            row(
              'flows',
              `${about(project, service.name)} to ${host}:${port}`,
              {from: service.name, to: host, port: `${port}, TCP`, purpose: `as ${variable} says`},
              at(node.file, node.line),
            ),
          ],
    );
    return [...published, ...called];
  });
}

/** Other systems that the services are told to call. */
export function dependencyRows(services: readonly Service[], project: Project): Finding[] {
  const names = new Set(services.map(({name}) => name));
  return services.flatMap((service) => {
    const extra = [...mapOf(asMap(mapOf(service.node).get('extra_hosts')))].map(
      ([entry, node]) => ({
        host: entry.split(':')[0] ?? '',
        variable: `extra_hosts, ${textOf(node) ?? entry.slice(entry.indexOf(':') + 1)}`,
        node,
      }),
    );
    return [...connectionsOf(service, project), ...extra]
      .filter(({host}) => !names.has(host) && isElsewhere(host) && host !== 'host.docker.internal')
      .map(({host, variable, node}) =>
        row(
          'dependencies',
          host,
          {name: host, direction: 'we call it', purpose: `${variable} of ${service.name}`},
          at(node.file, node.line),
        ),
      );
  });
}

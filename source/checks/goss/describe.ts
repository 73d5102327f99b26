import {type GossSpec, flagOption, textOption, textsOption} from './resources/resource.ts';
import {type ResourceWord} from './resources/resource-types.ts';

function describeHttp(spec: GossSpec): string {
  const headers = textsOption(spec, 'request-headers');
  const body = textOption(spec, 'request-body');
  const user = textOption(spec, 'username');
  return [
    `${textOption(spec, 'method') ?? 'GET'} ${spec.name}`,
    ...(headers.length === 0 ? [] : [`with ${headers.join(', ')}`]),
    ...(user === undefined ? [] : [`as the user ${user}`]),
    ...(body === undefined ? [] : [`sending ${body}`]),
    ...(flagOption(spec, 'no-follow-redirects') ? ['without following redirects'] : []),
    ...(flagOption(spec, 'allow-insecure') ? ['without verifying its certificate'] : []),
  ].join(' ');
}

const actions: Readonly<Record<ResourceWord, (spec: GossSpec) => string>> = {
  command: ({name}) => `run ${name}`,
  http: describeHttp,
  addr: ({name}) => `connect to ${name}`,
  dns: (spec) => {
    const server = textOption(spec, 'server');
    return `look up ${spec.name}${server === undefined ? '' : ` at the name server ${server}`}`;
  },
  package: ({name}) => `ask the package manager about ${name}`,
  service: ({name}) => `ask the service manager about the service ${name}`,
  file: ({name}) => `look at the file ${name}`,
  process: ({name}) => `look for a running process ${name}`,
  user: ({name}) => `look for the user ${name} in /etc/passwd`,
  group: ({name}) => `look for the group ${name} in /etc/group`,
  port: ({name}) => `look in /proc/net for who listens on ${name}`,
  'kernel-param': ({name}) => `read the kernel parameter ${name}`,
  mount: ({name}) => `look at the mount ${name}`,
  interface: ({name}) => `look at the network interface ${name}`,
  matching: ({name}) => `look at the content ${name} of the gossfile`,
  registry: ({name}) => `look at ${name} in the registry of Windows`,
};

/** Exactly what would be done, for a person who decides whether to trust it. */
export function describeResource(spec: GossSpec): string {
  return actions[spec.type](spec);
}

import type {Check} from '../../checks/checks-file.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import type {Quoting} from '../quoting.ts';
import {command} from './command-resource.ts';
import {file, log, process, service} from './host-resources.ts';
import {dns, http, tcp} from './network-resources.ts';
import type {Resource, Writer} from './resource.ts';

const writers: Readonly<Record<string, Writer>> = {
  command,
  http,
  tcp,
  dns,
  file,
  process,
  service,
  log,
};

const reasons: Readonly<Record<string, string>> = {
  tls: 'goss does not look at certificates',
  disk: 'goss knows how full a mount point is, not the file system of a path',
  host: 'goss does not look at memory, load or clock',
  port: 'goss looks at IPv4 and IPv6 apart, and does not know who listens',
  goss: 'it is a gossfile already: hand that over',
  nagios: 'goss does not read what monitoring plugins say',
};

/**
 * A check as an entry of a gossfile; what it warns of is not in it.
 * @throws NotCarriedError
 */
export function gossResources(check: Check, quoting: Quoting): Resource {
  const write = Object.hasOwn(writers, check.kind) ? writers[check.kind] : undefined;
  if (!write)
    throw new NotCarriedError(reasons[check.kind] ?? `goss has nothing like ${check.kind}`);
  const claims = check.claims.filter(({level}) => level === 'expect');
  if (claims.length === 0) throw new NotCarriedError('it only warns, and goss has no warnings');
  return write(check, claims, quoting);
}

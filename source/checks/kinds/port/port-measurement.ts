import {Buffer} from 'node:buffer';
import {unseen} from '../../assertions/unseen.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import type {Measurement} from '../kind.ts';
import {isContainerProxy, type Listener} from './listener.ts';
import type {PortSpec} from './port-spec.ts';
import {canonicalAddress, isCovering, scopeOf, scopes} from './socket-address.ts';

/** `TCP port 5432`. */
export function portWords({number, protocol = 'tcp'}: PortSpec): string {
  return `${protocol.toUpperCase()} port ${number}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function line({address, user, holders}: Listener, {number, protocol = 'tcp'}: PortSpec): string {
  const where = address.includes(':') ? `[${address}]:${number}` : `${address}:${number}`;
  const who = holders.map(({program, pid}) => `${program} (${pid})`).join(', ');
  return `${protocol} ${where}\tuser ${user ?? 'not seen'}\tprogram ${who || 'not seen'}\n`;
}

/** Whether a listener is one that is asked for. Undefined: it cannot be told. */
function isAsked({address, isDual}: Listener, asked: string | undefined): boolean | undefined {
  return asked === undefined || (isCovering(address, asked) ?? isDual);
}

const unseenProgram =
  'who holds it is not seen: run the check as root on the host, unless it is the kernel or a container beside';

function nothing(all: readonly Listener[], spec: PortSpec): Measurement {
  const others = unique(all.map(({address}) => address));
  const elsewhere = others.length === 0 ? '' : `; it is open on ${others.join(', ')}`;
  const place = spec.address === undefined ? '' : ` at ${spec.address}`;
  const remark = `(nothing listens on ${portWords(spec)}${place}${elsewhere})`;
  return {values: {listening: {value: false, remark}}};
}

/** What is to be seen of a port, of all that listens on it. */
export function measuredPort(all: readonly Listener[], spec: PortSpec): Measurement {
  const found = all.filter((one) => isAsked(one, spec.address) === true);
  const evidence = keepOutput();
  evidence.push(Buffer.from(all.map((one) => line(one, spec)).join('')));
  const output = evidence.output();
  if (found.length === 0) {
    if (!all.some((one) => isAsked(one, spec.address) === undefined)) return nothing(all, spec);
    const reason = `it listens on ::, and whether that takes ${spec.address ?? ''} too cannot be seen: look with a tcp check`;
    const untold = unseen(reason);
    const names = ['listening', 'address', 'scope', 'program', 'user'];
    return {values: Object.fromEntries(names.map((one) => [one, untold])), output};
  }
  const reached = new Set(found.map(({address}) => scopeOf(address)));
  const widest = scopes.find((one) => reached.has(one));
  const programs = unique(found.flatMap(({holders}) => holders.map(({program}) => program)));
  const users = found.map(({user}) => user);
  const proxy = programs.find(isContainerProxy);
  return {
    values: {
      listening: {value: true},
      address: {values: unique(found.map(({address}) => address)), fold: canonicalAddress},
      scope: {value: widest ?? 'any'},
      program: found.some(({holders}) => holders.length === 0)
        ? unseen(unseenProgram)
        : {values: programs},
      user: users.every((user) => user !== undefined)
        ? {values: unique(users)}
        : unseen('this user may not see whose it is: run the check as root'),
    },
    output,
    ...(proxy === undefined
      ? {}
      : {remark: `${proxy} publishes it for a container; what answers behind is not seen`}),
  };
}

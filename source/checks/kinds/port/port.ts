import {listSubject} from '../../assertions/list-subject.ts';
import {choiceSubject, flagSubject} from '../../assertions/simple-subjects.ts';
import type {Kind, MeasureContext} from '../kind.ts';
import {about} from './about.ts';
import {listenersByLsof} from './listeners-by-lsof.ts';
import {listenersInProc} from './listeners-in-proc.ts';
import type {Listeners} from './listener.ts';
import {measuredPort, portWords} from './port-measurement.ts';
import {portKeys, portSchema, type PortSpec} from './port-spec.ts';
import {scopes} from './socket-address.ts';

async function find(
  {number, protocol = 'tcp'}: PortSpec,
  context: MeasureContext,
): Promise<Listeners> {
  const found = await listenersInProc(number, protocol, context);
  return found ?? listenersByLsof(number, protocol, context);
}

/** `port`: looks what listens on a port of the host, without connecting to it. */
export const portKind: Kind<PortSpec> = {
  word: 'port',
  about,
  schema: portSchema,
  keys: portKeys,
  subjects: {
    listening: flagSubject,
    address: listSubject,
    scope: choiceSubject(scopes),
    program: listSubject,
    user: listSubject,
  },
  implied: {subject: 'listening', value: true},
  isEnoughAlone: true,
  target: (spec) => (spec.address === undefined ? '' : `${spec.address} `) + portWords(spec),
  describe: (spec) =>
    `look what listens on ${portWords(spec)}${spec.address === undefined ? '' : ` at ${spec.address}`}`,
  canRunOn: () => true,
  async measure(spec, context) {
    const found = await find(spec, context);
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    if ('hindrance' in found) {
      const message = `It cannot be told what listens on ${portWords(spec)}: ${found.hindrance}.`;
      return {values: {}, verdict: {outcome: 'unknown', message}};
    }
    return measuredPort(found.listeners, spec);
  },
};

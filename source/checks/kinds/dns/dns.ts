import {Buffer} from 'node:buffer';
import {lookup, Resolver} from 'node:dns/promises';
import {isIP} from 'node:net';
import {about} from './about.ts';
import {amount} from '../../assertions/amounts.ts';
import {listSubject} from '../../assertions/list-subject.ts';
import {durationSubject, flagSubject, countSubject} from '../../assertions/simple-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {ask, foldName} from './dns-answers.ts';
import {hostsAddresses} from './hosts-file.ts';
import {dnsKeys, dnsSchema, type DnsSpec} from './dns-spec.ts';
import {shownHostAndPort} from '../fields/host-and-port.ts';
import type {Kind, Measurement} from '../kind.ts';
import {networkReason} from '../network-errors.ts';
import {untilAborted} from '../until-aborted.ts';

/** How long one attempt waits for an answer, in milliseconds, and how many there are. */
const patience = {timeout: 2000, tries: 2};

function serverOf({server}: DnsSpec): string {
  return server ? `the name server ${shownHostAndPort(server)}` : "this machine's name servers";
}

async function addressOf(host: string): Promise<string> {
  return isIP(host) ? host : (await lookup(host)).address;
}

/** What a person is told who finds a name with every other program, but not here. */
async function hostsRemark({name, type, server}: DnsSpec): Promise<string> {
  const addresses = server || !['A', 'AAAA'].includes(type) ? [] : await hostsAddresses(name);
  return addresses.length === 0
    ? ''
    : `; it stands only in the hosts file of this machine, as ${addresses.join(', ')}, and a dns check asks name servers alone`;
}

async function query(spec: DnsSpec, resolver: Resolver): Promise<Measurement> {
  if (spec.server) {
    const {host, port} = spec.server;
    try {
      resolver.setServers([shownHostAndPort({host: await addressOf(host), port})]);
    } catch (error) {
      const message = `The name server ${host} cannot be asked: ${networkReason(error)}.`;
      return {values: {}, verdict: {outcome: 'fail', message}};
    }
  }
  const started = performance.now();
  const answer = await ask(resolver, spec);
  const latency = amount(performance.now() - started, 'duration');
  if (answer.type === 'no-answer' || answer.type === 'error') {
    const asked = spec.server ? '' : ` (${resolver.getServers().join(', ')})`;
    const verb = answer.type === 'error' ? 'gave an error' : 'did not answer';
    const message = `T${serverOf(spec).slice(1)}${asked} ${verb} about ${spec.name}: ${answer.reason}.`;
    // Without a server of its own the check is about the name, of which nothing was heard.
    const isHeard = spec.server !== undefined || answer.type === 'error';
    return {values: {}, verdict: {outcome: isHeard ? 'fail' : 'unknown', message}};
  }
  const answers = answer.type === 'answers' ? answer.answers.toSorted() : [];
  const remark =
    answer.type === 'nothing' ? `(${answer.reason}${await hostsRemark(spec)})` : undefined;
  const evidence = keepOutput();
  const lines = remark === undefined ? answers : [remark];
  const head = `${spec.type} ${spec.name}, asked ${serverOf(spec)}:`;
  evidence.push(Buffer.from([head, ...lines, ''].join('\n')));
  return {
    values: {
      resolves: {value: answers.length > 0, remark},
      answers: {values: answers, remark, fold: spec.type === 'TXT' ? undefined : foldName},
      count: {value: answers.length, remark},
      latency: {value: latency},
    },
    output: evidence.output(),
  };
}

/** `dns`: asks a name server, this machine's or another, and looks at the answers. */
export const dnsKind: Kind<DnsSpec> = {
  word: 'dns',
  about,
  schema: dnsSchema,
  keys: dnsKeys,
  subjects: {
    resolves: flagSubject,
    answers: listSubject,
    count: countSubject,
    latency: durationSubject,
  },
  implied: {subject: 'resolves', value: true},
  isEnoughAlone: true,
  target: ({name, type, server}) =>
    `${type} ${name}${server ? ` at ${shownHostAndPort(server)}` : ''}`,
  describe: (spec) => `ask ${serverOf(spec)} for the ${spec.type} records of ${spec.name}`,
  async measure(spec, {signal}) {
    const resolver = new Resolver(patience);
    const measurement = await untilAborted(query(spec, resolver), signal);
    if (measurement === undefined) {
      resolver.cancel();
      return {values: {}, isCutShort: true};
    }
    return measurement;
  },
};

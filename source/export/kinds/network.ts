import {isIP} from 'node:net';
import {domainToASCII} from 'node:url';
import type {Assertion} from '../../checks/assertions/assertion.ts';
import {foldName} from '../../checks/kinds/dns/dns-answers.ts';
import type {DnsSpec} from '../../checks/kinds/dns/dns-spec.ts';
import type {TcpSpec} from '../../checks/kinds/tcp/tcp.ts';
import type {TlsSpec} from '../../checks/kinds/tls/tls-spec.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {conditionFor} from '../shell-subjects.ts';
import {flag, number, text, type KindWriter} from './kind-writer.ts';

export const writeTcp: KindWriter = ({spec, claims}, {quoting: {word}}) => {
  const {host, port, send} = spec as TcpSpec;
  const isListening = claims.some(({subject}) => subject === 'banner') || send !== undefined;
  if (isListening && claims.some(({subject}) => subject === 'latency'))
    throw new NotCarriedError('the latency of a connection on which something is sent or heard');
  const where = `${word(host)} ${word(String(port))}`;
  return {
    libraries: ['tcp'],
    lines: [
      isListening ? `listen ${where} ${word(send ?? '')} || return 0` : `tcp ${where} || return 0`,
    ],
    places: {
      connect: flag('_connect'),
      latency: number('_latency', 'duration'),
      banner: text('banner'),
    },
    numbers: isListening ? [] : [{label: 'latency', variable: '_latency', unit: 'ms'}],
  };
};

/** A name as it is written in certificates. */
function certificateName(name: string, hasReference: boolean): string {
  const plain = name.replace(/\.$/, '');
  return isIP(name) || hasReference ? plain : domainToASCII(plain) || plain;
}

export const writeTls: KindWriter = ({spec}, {quoting}) => {
  const tls = spec as TlsSpec;
  const {word, hasReference} = quoting;
  const from = (file: string) => (file.startsWith('/') ? word(file) : `"$_here"/${word(file)}`);
  const name = tls.server_name ?? ('file' in tls ? '' : tls.host);
  const wanted = word(name === '' ? '' : certificateName(name, hasReference(name)));
  const ca = tls.ca === undefined ? "''" : from(tls.ca);
  const line =
    'file' in tls
      ? `tls_file ${from(tls.file)} ${wanted} ${ca}`
      : `tls ${word(tls.host)} ${word(String(tls.port))} ${wanted} ${ca} ${tls.starttls ?? ''}`;
  return {
    libraries: ['tls'],
    lines: [`${line.trimEnd()} || return 0`],
    unseen: {name_matches: '_no_name', protocol: '_no_protocol'},
    places: {
      valid: flag('_valid'),
      days_left: number('_days_left'),
      expires: text('expires'),
      name_matches: flag('_name_matches'),
      trusted: flag('_trusted'),
      protocol: text('protocol'),
      subject: text('subject'),
      issuer: text('issuer'),
      names: {type: 'list', file: 'lower', fold: 'lowered', isCaseless: true},
    },
    numbers: [{label: 'days_left', variable: '_days_left', unit: ''}],
  };
};

/** The same statement with names written as the script finds them. */
export function foldedStatement(assertion: Assertion, fold: (text: string) => string): Assertion {
  switch (assertion.type) {
    case 'contains':
      return {type: 'contains', part: fold(String(assertion.part))};
    case 'consists':
      return {type: 'consists', of: assertion.of.map(fold)};
    case 'equals':
      return {type: 'equals', value: fold(String(assertion.value))};
    case 'not':
    case 'each':
    case 'some':
      return {type: assertion.type, of: foldedStatement(assertion.of, fold)};
    case 'all':
    case 'any':
      return {type: assertion.type, of: assertion.of.map((one) => foldedStatement(one, fold))};
    default:
      return assertion;
  }
}

export const writeDns: KindWriter = ({spec}, writer) => {
  const {name, type, server} = spec as DnsSpec;
  const {word, hasReference} = writer.quoting;
  const isText = type === 'TXT';
  // oxlint-disable-next-line no-control-regex
  const isPlain = hasReference(name) || /^[\u0000-\u007F]*$/.test(name);
  const asked = server ? ` ${word(server.host)} ${word(String(server.port))}` : '';
  const fold = (one: string) => (isText || hasReference(one) ? one : foldName(one));
  const answers = isText
    ? ({type: 'list', file: 'answers'} as const)
    : ({type: 'list', file: 'answers', fold: 'folded', isCaseless: true} as const);
  return {
    libraries: ['dns'],
    lines: [`dns ${word(isPlain ? name : domainToASCII(name))} ${type}${asked} || return 0`],
    places: {
      resolves: flag('_resolves'),
      count: number('_count'),
      latency: number('_latency', 'duration'),
    },
    conditionsOf: ({subject, statement}) =>
      subject === 'answers'
        ? [
            {
              condition: conditionFor(
                foldedStatement(statement as Assertion, fold),
                answers,
                writer,
              ),
              shown: {file: 'answers'},
            },
          ]
        : undefined,
    numbers: [{label: 'latency', variable: '_latency', unit: 'ms'}],
  };
};

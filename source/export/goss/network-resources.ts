import path from 'node:path';
import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {DnsSpec} from '../../checks/kinds/dns/dns-spec.ts';
import {shownHostAndPort} from '../../checks/kinds/fields/host-and-port.ts';
import {isCredential} from '../../checks/kinds/http/credentials.ts';
import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import {hostHeader} from '../../checks/kinds/http/way.ts';
import type {TcpSpec} from '../../checks/kinds/tcp/tcp.ts';
import {flagValue, numberMatcher, textPatterns} from './matchers.ts';
import {attributesOf, refuse, type Writer} from './resource.ts';

/** What of the way to a server goss has no word for. */
function refuseWay(spec: HttpSpec): void {
  const {ca, cert, key, passphrase, server_name: serverName, proxy, socket, redirects} = spec;
  const address = new URL(spec.url);
  const host = hostHeader(spec);
  const names = Object.keys(spec.headers).map((name) => name.toLowerCase());
  const isTold = names.some(
    (name) => !/^(?:authorization|cookie)$/.test(name) && isCredential(name),
  );
  if (address.username !== '' || address.password !== '') refuse('a user in a URL');
  if (socket !== undefined) refuse('a unix socket');
  if (serverName !== undefined) refuse('a server name of its own');
  if (host !== undefined && address.protocol === 'https:' && host !== address.host)
    refuse('the header Host to TLS, which asks for the name of the URL');
  if (proxy === 'none') refuse('that no proxy is asked: unset those of the environment');
  if (passphrase !== undefined) refuse('what a key is locked with');
  if (ca !== undefined && ca.length > 1) refuse('more than one file of authorities');
  if (cert !== undefined && key === undefined) refuse('a certificate with its key in one file');
  if (redirects === 'follow' && (cert !== undefined || isTold))
    refuse(
      'that only the server that is asked may learn who asks; with "redirects: manual" it can',
    );
}

export const http: Writer = ({spec, timeout, folder}, claims, quoting) => {
  const {url, method, headers, body, redirects, ca, cert, key, insecure, basic, bearer, proxy} =
    spec as HttpSpec;
  refuseWay(spec as HttpSpec);
  const attributes = attributesOf(claims, {
    status(statement, found) {
      found['status'] = numberMatcher(statement);
    },
    body(statement, found) {
      found['body'] = textPatterns(statement, quoting);
    },
  });
  const sent = [
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(bearer === undefined ? [] : [`Authorization: Bearer ${bearer}`]),
  ];
  const file = (name: string, place: string | undefined) =>
    place === undefined ? {} : {[name]: path.resolve(folder, place)};
  return {
    section: 'http',
    key: url,
    idField: 'url',
    attributes: {
      status: {ge: 0},
      ...attributes,
      ...(method === 'GET' ? {} : {method}),
      ...(sent.length === 0 ? {} : {'request-headers': sent}),
      ...(body === undefined ? {} : {'request-body': body}),
      ...(redirects === 'manual' ? {'no-follow-redirects': true} : {}),
      ...(basic ? {username: basic.user, password: basic.password} : {}),
      ...file('ca-file', ca?.[0]),
      ...file('cert-file', cert),
      ...file('key-file', key),
      ...(proxy === undefined ? {} : {proxy: proxy.includes('://') ? proxy : `http://${proxy}`}),
      ...(insecure === true ? {'allow-insecure': true} : {}),
      timeout: Math.round(timeout),
    },
  };
};

export const tcp: Writer = ({spec, timeout}, claims) => {
  const {host, port, send} = spec as TcpSpec;
  if (send !== undefined) refuse('what is sent over a connection');
  const attributes = attributesOf(claims, {
    connect(statement, found) {
      found['reachable'] = flagValue(statement);
    },
  });
  const key = `tcp://${shownHostAndPort({host, port})}`;
  return {
    section: 'addr',
    key,
    idField: 'address',
    attributes: {...attributes, timeout: Math.round(timeout)},
  };
};

function dnsAnswers(statement: Assertion): unknown {
  switch (statement.type) {
    case 'consists':
      return {'consist-of': statement.of};
    case 'contains':
      return [String(statement.part)];
    case 'all':
      return statement.of.flatMap((one) =>
        one.type === 'contains' ? String(one.part) : refuse('this of the answers'),
      );
    default:
      return refuse('this of the answers');
  }
}

export const dns: Writer = ({spec, timeout}, claims) => {
  const {name, type, server} = spec as DnsSpec;
  if (type !== 'A' && type !== 'AAAA')
    refuse(`${type} records without knowing how it writes the answers`);
  if (!server)
    refuse(
      `${type} records of this machine's own name server: it asks the host, with its hosts file`,
    );
  const attributes = attributesOf(claims, {
    resolves(statement, found) {
      found['resolvable'] = flagValue(statement);
    },
    answers(statement, found) {
      found['resolvable'] ??= true;
      found['addrs'] = dnsAnswers(statement);
    },
  });
  return {
    section: 'dns',
    key: `${type}:${name}`,
    idField: 'resolve',
    attributes: {...attributes, server: shownHostAndPort(server), timeout: Math.round(timeout)},
  };
};

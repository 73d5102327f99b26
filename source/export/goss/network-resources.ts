import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {DnsSpec} from '../../checks/kinds/dns/dns-spec.ts';
import {shownHostAndPort} from '../../checks/kinds/fields/host-and-port.ts';
import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import type {TcpSpec} from '../../checks/kinds/tcp/tcp.ts';
import {flagValue, numberMatcher, textPatterns} from './matchers.ts';
import {attributesOf, refuse, type Writer} from './resource.ts';

export const http: Writer = ({spec, timeout}, claims, quoting) => {
  const {url, method, headers, body, redirects} = spec as HttpSpec;
  const address = new URL(url);
  if (address.username !== '' || address.password !== '') refuse('a user in a URL');
  const attributes = attributesOf(claims, {
    status(statement, found) {
      found['status'] = numberMatcher(statement);
    },
    body(statement, found) {
      found['body'] = textPatterns(statement, quoting);
    },
  });
  const sent = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
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

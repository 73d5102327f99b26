import {Buffer} from 'node:buffer';
import {amount} from '../../assertions/amounts.ts';
import {jsonSubject} from '../../assertions/json-subject.ts';
import {durationSubject, numberSubject} from '../../assertions/simple-subjects.ts';
import {headerSubject, textSubject} from '../../assertions/text-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {httpKeys, httpSchema, type HttpSpec} from './http-spec.ts';
import {SlowPatternError} from '../../assertions/slow-pattern.ts';
import {isEncoding, type Encoding} from '../../text/encoding.ts';
import {createTextReader} from '../../text/text-reader.ts';
import type {Kind, MeasureContext, Measurement} from '../kind.ts';
import {networkReason} from '../network-errors.ts';

/** The address without its user and password, which fetch refuses, and these as a header. */
function addressed(spec: HttpSpec): {readonly url: URL; readonly headers: Headers} {
  const url = new URL(spec.url);
  // Own connections: a check must neither profit nor suffer from one that an earlier check left open.
  const headers = new Headers({
    'user-agent': 'handoff-wizard',
    connection: 'close',
    ...spec.headers,
  });
  if (url.username !== '' || url.password !== '') {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
    url.username = '';
    url.password = '';
  }
  return {url, headers};
}

function shownUrl(text: string): string {
  const url = new URL(text);
  if (url.username === '' && url.password === '') return text;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The charset that an answer says it is written in, where it is a known one. */
function charsetOf(type: string | null): Encoding | undefined {
  const label = /charset\s*=\s*"?(?<label>[^\s;"]+)/i.exec(type ?? '')?.groups?.['label'];
  return label !== undefined && isEncoding(label) ? label.toLowerCase() : undefined;
}

async function request(
  spec: HttpSpec,
  {signal, claims}: Pick<MeasureContext, 'signal' | 'claims'>,
): Promise<Measurement> {
  const {url, headers} = addressed(spec);
  const started = performance.now();
  const response = await fetch(url, {
    method: spec.method,
    headers,
    redirect: spec.redirects,
    signal,
    ...(spec.body === undefined ? {} : {body: spec.body}),
  });
  const latency = performance.now() - started;
  const all = keepOutput();
  const encoding = charsetOf(response.headers.get('content-type'));
  const text = createTextReader({claims, subjects: ['body', 'json'], encoding, isRaw: true});
  const known = {
    status: {value: response.status},
    latency: {value: amount(latency, 'duration')},
    header: new Map(response.headers),
  };
  try {
    for await (const chunk of response.body ?? []) {
      all.push(chunk);
      text.push(chunk);
    }
  } catch (error) {
    return {
      values: known,
      code: response.status,
      output: all.output(),
      ...(signal.aborted
        ? {isCutShort: true}
        : {verdict: {outcome: 'fail', message: `The answer broke off: ${networkReason(error)}.`}}),
    };
  }
  const body = text.content();
  return {values: {...known, body, json: body}, code: response.status, output: all.output()};
}

/** `http`: sends one request and looks at the answer. `latency` ends when its headers are here. */
export const httpKind: Kind<HttpSpec> = {
  word: 'http',
  schema: httpSchema,
  keys: httpKeys,
  subjects: {
    status: numberSubject,
    latency: durationSubject,
    header: headerSubject,
    body: textSubject,
    json: jsonSubject,
  },
  implied: {subject: 'status', value: {below: 400}},
  target: ({method, url}) => (method === 'GET' ? shownUrl(url) : `${method} ${shownUrl(url)}`),
  describe({method, url, headers, body, redirects}) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return [
      `${method} ${url}`,
      ...(lines.length > 0 ? [`with ${lines.join(', ')}`] : []),
      ...(body === undefined ? [] : [`sending ${body}`]),
      ...(redirects === 'manual' ? ['without following redirects'] : []),
    ].join(' ');
  },
  // RFC 9110 §9.2.1: the safe methods.
  changeOf: ({method}) => (/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method) ? undefined : method),
  async measure(spec, {signal, claims}) {
    try {
      return await request(spec, {signal, claims});
    } catch (error) {
      if (error instanceof SlowPatternError) throw error;
      if (signal.aborted) return {values: {}, isCutShort: true};
      const {host, port} = new URL(spec.url);
      if (
        error instanceof Error &&
        error.cause instanceof Error &&
        error.cause.message === 'bad port'
      ) {
        const message = `HTTP clients refuse port ${port}, which belongs to another protocol. Use a tcp check.`;
        return {values: {}, verdict: {outcome: 'unknown', message}};
      }
      return {
        values: {},
        verdict: {outcome: 'fail', message: `No answer from ${host}: ${networkReason(error)}.`},
      };
    }
  },
};

import {about} from './about.ts';
import {amount} from '../../assertions/amounts.ts';
import {jsonSubject} from '../../assertions/json-subject.ts';
import {durationSubject, countSubject} from '../../assertions/simple-subjects.ts';
import {headerSubject, textSubject} from '../../assertions/text-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {basicAuthorization, originProblems} from './credentials.ts';
import type {Seen} from './connect.ts';
import {failureWords, refusedByProxy} from './failure.ts';
import {httpKeys, httpSchema, type HttpSpec} from './http-spec.ts';
import {networkReason} from '../network-errors.ts';
import {SlowPatternError} from '../../assertions/slow-pattern.ts';
import {isEncoding, type Encoding} from '../../text/encoding.ts';
import {createTextReader, type TextReader} from '../../text/text-reader.ts';
import type {Kind, MeasureContext, Measurement} from '../kind.ts';
import {reachWords} from './reach-words.ts';
import {remarkOf} from './remarks.ts';
import {prepareWay, type Way} from './way.ts';

/** The address without its user and password, and these as a header. */
function addressed(spec: HttpSpec) {
  const url = new URL(spec.url);
  const given = Object.entries(spec.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const headers: Record<string, string> = {
    'user-agent': 'handoff-wizard',
    ...(spec.body === undefined ? {} : {'content-type': 'text/plain;charset=UTF-8'}),
    ...(Object.fromEntries(given) as Readonly<Record<string, string>>),
  };
  if (url.username !== '' || url.password !== '') {
    const [user, password] = [url.username, url.password].map(decodeURIComponent);
    headers['authorization'] = basicAuthorization(user ?? '', password ?? '');
    url.username = '';
    url.password = '';
  }
  const {basic, bearer} = spec;
  if (basic) headers['authorization'] = basicAuthorization(basic.user, basic.password);
  if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`;
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
function charsetOf(type: string): Encoding | undefined {
  const label = /charset\s*=\s*"?(?<label>[^\s;"]+)/i.exec(type)?.groups?.['label'];
  return label !== undefined && isEncoding(label) ? label.toLowerCase() : undefined;
}

async function request(
  spec: HttpSpec,
  way: Way,
  {signal, claims}: Pick<MeasureContext, 'signal' | 'claims'>,
): Promise<Measurement> {
  // undici is large, and most runs ask no server.
  const {OverlongAnswerError, sendRequest} = await import('./send-request.ts');
  const {url, headers} = addressed(spec);
  const started = performance.now();
  const all = keepOutput();
  let text: TextReader | undefined;
  let known: Pick<Measurement, 'values' | 'code'> = {values: {}};
  let seen: Seen | undefined;
  const remarked = (measurement: Measurement): Measurement => {
    const head = measurement.output?.head ?? '';
    const remark = remarkOf({spec, way, seen, status: known.code, head});
    return remark === undefined ? measurement : {...measurement, remark};
  };
  try {
    await sendRequest({
      url,
      method: spec.method,
      headers,
      body: spec.body,
      isFollowing: spec.redirects === 'follow',
      signal,
      way,
      onWay(found) {
        seen = found;
      },
      onHead(status, answered) {
        const latency = amount(performance.now() - started, 'duration');
        const values = {status: {value: status}, latency: {value: latency}, header: answered};
        const encoding = charsetOf(answered.get('content-type') ?? '');
        known = {values, code: status};
        text = createTextReader({claims, subjects: ['body', 'json'], encoding, isRaw: true});
      },
      onBody(chunk) {
        all.push(chunk);
        text?.push(chunk);
      },
    });
  } catch (error) {
    if (error instanceof SlowPatternError) throw error;
    if (signal.aborted) return remarked({...known, output: all.output(), isCutShort: true});
    if (known.code === undefined) {
      const message = `No answer from ${url.host}: ${failureWords(error, spec)}`;
      return remarked({values: {}, verdict: {outcome: 'fail', message}});
    }
    const verdict =
      error instanceof OverlongAnswerError
        ? ({
            outcome: 'unknown',
            message: `The answer was not read to its end. ${error.message}`,
          } as const)
        : ({outcome: 'fail', message: `The answer broke off: ${networkReason(error)}.`} as const);
    return remarked({...known, output: all.output(), verdict});
  }
  const [proxy] = seen?.proxies ?? [];
  if (known.code === 407 && proxy !== undefined) {
    const message = `No answer from ${url.host}: ${refusedByProxy({proxy, status: 407}, url.host)}`;
    return {...known, output: all.output(), verdict: {outcome: 'fail', message}};
  }
  const body = text?.content();
  const values = {...known.values, body, json: body};
  return remarked({...known, values, output: all.output()});
}

/** `http`: sends one request and looks at the answer. `latency` ends when its headers are here. */
export const httpKind: Kind<HttpSpec> = {
  word: 'http',
  about,
  schema: httpSchema,
  keys: httpKeys,
  subjects: {
    status: countSubject,
    latency: durationSubject,
    header: headerSubject,
    body: textSubject,
    json: jsonSubject,
  },
  implied: {subject: 'status', value: {below: 400}},
  isEnoughAlone: true,
  target: ({method, url}) => (method === 'GET' ? shownUrl(url) : `${method} ${shownUrl(url)}`),
  describe({method, url, headers, body, redirects, ...reach}) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return [
      `${method} ${url}`,
      ...(lines.length > 0 ? [`with ${lines.join(', ')}`] : []),
      ...(body === undefined ? [] : [`sending ${body}`]),
      ...(redirects === 'manual' ? ['without following redirects'] : []),
      ...reachWords(reach),
    ].join(' ');
  },
  // RFC 9110 §9.2.1: the safe methods.
  changeOf: ({method}) => (/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method) ? undefined : method),
  originProblems,
  async measure(spec, {folder, signal, claims}) {
    const way = await prepareWay(spec, folder);
    if (typeof way === 'string') return {values: {}, verdict: {outcome: 'unknown', message: way}};
    if (signal.aborted) return {values: {}, isCutShort: true};
    return request(spec, way, {signal, claims});
  },
};

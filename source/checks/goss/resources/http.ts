import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import {type IncomingMessage} from 'node:http';
import {resolve} from 'node:path';
import {createGunzip} from 'node:zlib';
import {fileErrorReason} from '../../kinds/file-errors.ts';
import {networkReason} from '../../kinds/network-errors.ts';
import {NotSupported} from '../matchers/matcher.ts';
import {goInt} from '../values/go-value.ts';
import {fetchAsGo, type HttpOrder} from './http-request.ts';
import {
  flagOption,
  type GossSpec,
  type Look,
  LookError,
  textOption,
  textsOption,
} from './resource.ts';

/** `Name: value` lines by lower-case name; a name that comes twice has a list. */
function headersOf(spec: GossSpec): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const line of textsOption(spec, 'request-headers')) {
    const at = line.indexOf(': ');
    if (at < 0) {
      throw new LookError(`"${line}" is no header: write "Name: value"`);
    }
    const [name, value] = [line.slice(0, at).toLowerCase(), line.slice(at + 2)];
    const earlier = headers[name];
    headers[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  const host = headers['host'];
  return {
    ...headers,
    ...(Array.isArray(host) ? {host: host[0] ?? ''} : {}),
    ...(headers['user-agent'] === undefined ? {'user-agent': 'goss/handoff-wizard'} : {}),
  };
}

async function fileAt(path: string | undefined, folder: string) {
  if (path === undefined) {
    return undefined;
  }
  try {
    return await readFile(resolve(folder, path));
  } catch (error) {
    throw new LookError(`${path} cannot be read: ${fileErrorReason(error)}`);
  }
}

async function orderOf(spec: GossSpec, folder: string, signal: AbortSignal): Promise<HttpOrder> {
  if (textOption(spec, 'proxy') !== undefined) {
    throw new NotSupported('this program asks through no proxy; use curl --proxy in a command');
  }
  if (!URL.canParse(spec.name) || !/^https?:$/.test(new URL(spec.name).protocol)) {
    throw new LookError(`${spec.name} is no address of HTTP`);
  }
  const headers = headersOf(spec);
  const [username = '', password = ''] = [
    textOption(spec, 'username'),
    textOption(spec, 'password'),
  ];
  if (username !== '' || password !== '') {
    headers['authorization'] = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }
  const method = textOption(spec, 'method') ?? 'GET';
  // Go's client asks for gzip by itself, and unpacks what it asked for.
  const isAskingGzip =
    headers['accept-encoding'] === undefined && headers['range'] === undefined && method !== 'HEAD';
  const [ca, cert, key] = await Promise.all(
    ['ca-file', 'cert-file', 'key-file'].map(async (name) =>
      fileAt(textOption(spec, name), folder),
    ),
  );
  return {
    url: new URL(spec.name),
    method,
    headers: {...headers, ...(isAskingGzip ? {'accept-encoding': 'gzip'} : {})},
    body: textOption(spec, 'request-body') ?? '',
    followsRedirects: !flagOption(spec, 'no-follow-redirects'),
    tls: {
      rejectUnauthorized: !flagOption(spec, 'allow-insecure'),
      ...(ca ? {ca} : {}),
      ...(cert && key ? {cert, key} : {}),
    },
    signal,
  };
}

/** `content-type` as Go writes it: `Content-Type`. */
function goName(name: string): string {
  return name.toLowerCase().replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

function headerLines({rawHeaders}: IncomingMessage, isUnpacked: boolean): string {
  const lines: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = goName(rawHeaders[at] ?? '');
    const isLeftOut =
      name === 'Transfer-Encoding' ||
      (isUnpacked && (name === 'Content-Encoding' || name === 'Content-Length'));
    if (!isLeftOut) {
      lines.push(`${name}: ${rawHeaders[at + 1] ?? ''}`);
    }
  }
  return lines.sort().join('\n');
}

/** `http`: sends one request, as Go's client would, and looks at the answer. */
export const lookAtHttp: Look = async (spec, {context, streamOf, keep}) => {
  const order = await orderOf(spec, context.folder, context.signal);
  let response: IncomingMessage;
  try {
    response = await fetchAsGo(order);
  } catch (error) {
    const fail = async (): Promise<never> => {
      throw error;
    };
    return {attributes: {status: fail, headers: fail, body: fail}};
  }
  response.on('error', () => undefined);
  const isUnpacked =
    order.headers['accept-encoding'] === 'gzip' &&
    response.headers['content-encoding']?.toLowerCase() === 'gzip';
  return {
    code: response.statusCode ?? 0,
    attributes: {
      status: async () => goInt(response.statusCode ?? 0),
      headers: async () => {
        const lines = Buffer.from(headerLines(response, isUnpacked));
        keep(Buffer.concat([lines, Buffer.from('\n\n')]));
        streamOf('headers')?.(lines);
        return undefined;
      },
      body: async () => {
        const push = streamOf('body');
        try {
          const body = isUnpacked ? response.pipe(createGunzip()) : response;
          for await (const chunk of body) {
            keep(chunk as Uint8Array);
            push?.(chunk as Uint8Array);
          }
        } catch (error) {
          throw new LookError(`the answer broke off: ${networkReason(error)}`);
        }
        return undefined;
      },
    },
    close: () => {
      response.destroy();
    },
  };
};

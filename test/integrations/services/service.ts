import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A request as it came. */
export interface Asked {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What a service does once instead of what it should: it answers without having done it (`instead`), or
 * after (`after`), or it does it and never answers (`silent`).
 */
export type Failure = ({readonly type: 'instead' | 'after'} & Answered) | {readonly type: 'silent'};

/** A service on loopback that answers as the real one does. */
export interface Service extends AsyncDisposable {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The next request that writes meets this. */
  readonly fail: (failure: Failure) => void;
  /** Resolves when a request was done that is never answered. */
  readonly silenced: () => Promise<void>;
  /** Nobody listens until it is called with true. */
  readonly listen: (isListening: boolean) => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, {status, body, headers = {}}: Answered): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    ...(body === undefined || isText ? {} : {'content-type': 'application/json'}),
    ...headers,
  });
  response.end(body === undefined ? undefined : isText ? body : JSON.stringify(body));
}

/** Starts a service that answers with what `answer` gives. */
export async function startService(
  answer: (asked: Asked) => Answered,
  isWrite: (asked: Asked) => boolean = ({method}) => method !== 'GET',
): Promise<Service> {
  const asked: Asked[] = [];
  const failures: Failure[] = [];
  let onSilence = Promise.withResolvers<void>();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const {method = '', url = '', headers} = request;
    const one = {method, path: url, headers, body: await bodyOf(request)};
    asked.push(one);
    const failure = isWrite(one) ? failures.shift() : undefined;
    if (failure?.type === 'instead') return send(response, failure);
    const answered = answer(one);
    if (!failure) return send(response, answered);
    if (failure.type === 'after') return send(response, failure);
    onSilence.resolve();
  };
  const make = () =>
    createServer({keepAlive: false}, (request, response) => void handle(request, response));
  let server = make();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    fail: (failure) => void failures.push(failure),
    silenced: async () => {
      await onSilence.promise;
      onSilence = Promise.withResolvers<void>();
    },
    async listen(isListening) {
      await close();
      if (!isListening) return;
      server = make();
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    [Symbol.asyncDispose]: close,
  };
}

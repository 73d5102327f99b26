import {once} from 'node:events';
import {createServer as createPlain, request, type RequestListener} from 'node:http';
import {createServer as createSecure, type ServerOptions} from 'node:https';
import {connect, type AddressInfo, type Server, type Socket} from 'node:net';
import type {RunningServer} from './http-servers.ts';

async function running(server: Server, where: {port: number} | {path: string}) {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  };
  server.on('connection', keep);
  server.on('secureConnection', keep);
  server.on('tlsClientError', () => undefined);
  server.listen('path' in where ? where : {...where, host: '127.0.0.1'});
  await once(server, 'listening');
  const address = server.address() as AddressInfo | string;
  return {
    port: typeof address === 'string' ? 0 : address.port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A web server that speaks TLS; what it was asked is for the listener to tell. */
export async function serveHttps(
  options: ServerOptions,
  listener: RequestListener,
): Promise<RunningServer> {
  return running(createSecure(options, listener), {port: 0});
}

/** A web server on a unix socket. */
export async function serveSocket(path: string, listener: RequestListener): Promise<RunningServer> {
  return running(createPlain(listener), {path});
}

export interface ProxyServer extends RunningServer {
  /** The first line of each request, with the authorization that came with it. */
  readonly asked: string[];
}

/** A proxy that connects and passes on, for `user` and `password` where these are given. */
export async function serveProxy(login?: string): Promise<ProxyServer> {
  const asked: string[] = [];
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createPlain((from, to) => {
    const given = from.headers['proxy-authorization'];
    asked.push(`${from.method ?? ''} ${from.url ?? ''} ${given ?? '-'}`);
    if (wanted !== undefined && given !== wanted) {
      to.writeHead(407).end('who asks?');
      return;
    }
    const headers = {...from.headers, 'x-by-proxy': 'yes'};
    const onwards = request(from.url ?? '', {method: from.method, headers}, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onwards.on('error', () => to.writeHead(502).end());
    from.pipe(onwards);
  });
  server.on('connect', (from, socket: Socket, head) => {
    const given = from.headers['proxy-authorization'];
    asked.push(`CONNECT ${from.url ?? ''} ${given ?? '-'}`);
    socket.on('error', () => undefined);
    if (wanted !== undefined && given !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const {hostname, port} = new URL(`http://${from.url ?? ''}`);
    const onwards = connect(
      Number(port) || 80,
      hostname.endsWith('.example') ? '127.0.0.1' : hostname,
    );
    onwards.on('error', () => {
      socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    });
    onwards.on('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onwards.write(head);
      socket.pipe(onwards).pipe(socket);
    });
    socket.on('close', () => onwards.destroy());
  });
  return {...(await running(server, {port: 0})), asked};
}

import {once} from 'node:events';
import {createServer as createHttpServer, type RequestListener} from 'node:http';
import {createServer, type AddressInfo, type Server, type Socket} from 'node:net';
import {createServer as createTlsServer, type TlsOptions} from 'node:tls';

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

async function listening(server: Server, close: () => void): Promise<RunningServer> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      close();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function serveHttp(listener: RequestListener): Promise<RunningServer> {
  const server = createHttpServer(listener);
  return listening(server, () => {
    server.closeAllConnections();
  });
}

export async function serveTcp(onConnection: (socket: Socket) => void): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  return listening(server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

export interface TlsServer extends RunningServer {
  /** Bytes that clients sent after the handshake. */
  readonly received: () => number;
}

export async function serveTls(options: TlsOptions): Promise<TlsServer> {
  const sockets = new Set<Socket>();
  let received = 0;
  const server = createTlsServer(options, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.length;
    });
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('tlsClientError', () => undefined);
  const running = await listening(server, () => {
    for (const socket of sockets) socket.destroy();
  });
  return {...running, received: () => received};
}

/** A port of loopback on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await serveTcp(() => undefined);
  await server.close();
  return server.port;
}

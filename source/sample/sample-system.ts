import {appendFile, mkdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {operatorTool} from './operator-tool.ts';

/** A small system that really runs: an HTTP service on loopback, a log that grows, some data. */
export interface SampleSystem {
  readonly port: number;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** A log line is written this often, in milliseconds. */
const heartbeat = 1000;

const orders = [
  {id: 'A-1001', item: 'Card terminal', amount: 129},
  {id: 'A-1002', item: 'Receipt printer', amount: 89},
  {id: 'A-1003', item: 'Cash drawer', amount: 59},
];

/** Starts the sample system with its files below `folder`. The caller stops it. */
export async function startSampleSystem(folder: string): Promise<SampleSystem> {
  const log = path.join(folder, 'logs', 'orders.log');
  const data = path.join(folder, 'data', 'orders.json');
  await mkdir(path.dirname(log), {recursive: true});
  await mkdir(path.dirname(data), {recursive: true});
  await writeFile(data, `${JSON.stringify(orders, undefined, 2)}\n`);

  let startedAt = Date.now();
  let served = 0;
  let writing = Promise.resolve();
  const write = (level: string, text: string) => {
    const row = `${new Date().toISOString()} ${level} ${text}\n`;
    writing = writing.then(() => appendFile(log, row)).catch(() => undefined);
  };

  const server = createServer((request, response) => {
    served += 1;
    const route = request.url ?? '/';
    const answer = (code: number, body: object) => {
      response.writeHead(code, {'content-type': 'application/json'});
      response.end(JSON.stringify(body));
      write(code < 400 ? 'INFO' : 'WARN', `${request.method} ${route} ${code}`);
    };
    if (route === '/healthz') {
      const uptime = Math.round((Date.now() - startedAt) / 1000);
      answer(200, {status: 'ok', version: '2.4.1', uptime});
    } else if (route === '/orders') answer(200, {orders});
    else if (route === '/restart' && request.method === 'POST') {
      startedAt = Date.now();
      served = 0;
      answer(200, {status: 'restarted', version: '2.4.1'});
    } else answer(404, {error: 'not found'});
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;
  await writeFile(path.join(folder, 'orders'), operatorTool(port), {mode: 0o755});
  write('INFO', `orders service 2.4.1 listens on 127.0.0.1:${port}`);
  await writing;
  const timer = setInterval(() => write('INFO', `heartbeat, ${served} requests served`), heartbeat);

  return {
    port,
    folder,
    async stop() {
      clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await writing;
    },
  };
}

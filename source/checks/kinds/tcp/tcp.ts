import type {Buffer} from 'node:buffer';
import {connect, type Socket} from 'node:net';
import {z} from 'zod';
import {about} from './about.ts';
import {amount} from '../../assertions/amounts.ts';
import {durationSubject, flagSubject} from '../../assertions/simple-subjects.ts';
import {searchInTime} from '../../assertions/slow-pattern.ts';
import {textSubject} from '../../assertions/text-subjects.ts';
import {keepOutput, keepText} from '../../capture/raw-output.ts';
import {filledText, portNumber} from '../fields/check-fields.ts';
import {hostAndPort, shownHostAndPort} from '../fields/host-and-port.ts';
import type {Kind, MeasureContext, Measurement} from '../kind.ts';
import {networkReason} from '../network-errors.ts';

export interface TcpSpec {
  readonly host: string;
  readonly port: number;
  readonly send?: string | undefined;
}

const fields = {
  host: filledText.describe('A name or an address.'),
  port: portNumber.describe('The port that is connected to.'),
  send: z.string().optional().describe('What is sent once the connection is there.'),
};

const schema: z.ZodType<TcpSpec> = z.union([
  hostAndPort('db.example.com:5432 or [::1]:5432'),
  z.strictObject(fields),
]);

/** A banner is over when nothing more has come for this long, in milliseconds. */
const silence = 500;

/** Whoever says more than this, in bytes, is not greeting any more. */
const longestBanner = 64 * 1024;

async function connected(socket: Socket): Promise<undefined | string> {
  return new Promise((resolve) => {
    socket.once('connect', () => {
      resolve(undefined);
    });
    socket.once('error', (error) => {
      resolve(networkReason(error));
    });
    // Destroyed by the signal.
    socket.once('close', () => {
      resolve('no answer');
    });
  });
}

async function listen(
  socket: Socket,
  {signal, claims}: MeasureContext,
): Promise<Pick<Measurement, 'values' | 'output' | 'isCutShort'>> {
  const [all, text] = [keepOutput(), keepText()];
  const banner = () => ({type: 'whole' as const, ...text.text()});
  const wanted = claims.filter(({subject}) => subject === 'banner');
  const isMet = () => {
    try {
      return searchInTime(() =>
        wanted.every(({statement}) =>
          textSubject.judge(statement as never, banner(), 'banner').every((one) => one.isMet),
        ),
      );
    } catch {
      // Too slow a pattern; judging says so again, where it can be told.
      return true;
    }
  };
  await new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve();
    });
    socket.once('end', () => {
      resolve();
    });
    socket.on('error', () => {
      resolve();
    });
    socket.on('data', (chunk: Buffer) => {
      all.push(chunk);
      text.push(chunk);
      socket.setTimeout(silence, () => {
        resolve();
      });
      if (text.text().bytes > longestBanner || isMet()) resolve();
    });
  });
  return {
    values: {banner: banner()},
    output: all.output(),
    ...(signal.aborted ? {isCutShort: true} : {}),
  };
}

/** `tcp`: connects, and reads what the other side says first or answers to `send`. */
export const tcpKind: Kind<TcpSpec> = {
  word: 'tcp',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {connect: flagSubject, banner: textSubject, latency: durationSubject},
  implied: {subject: 'connect', value: true},
  isEnoughAlone: true,
  target: shownHostAndPort,
  describe: (spec) =>
    `connect to ${shownHostAndPort(spec)}${spec.send === undefined ? '' : ` and send ${JSON.stringify(spec.send)}`}`,
  async measure(spec, context) {
    const {signal, claims} = context;
    if (signal.aborted) return {values: {}, isCutShort: true};
    const started = performance.now();
    const socket = connect({host: spec.host, port: spec.port});
    const abort = () => {
      socket.destroy();
    };
    signal.addEventListener('abort', abort, {once: true});
    try {
      const reason = await connected(socket);
      const latency = amount(performance.now() - started, 'duration');
      if (reason !== undefined)
        // Not reached in time is an answer too: a closed port is often a silent one.
        return {values: {connect: {value: false, remark: `(${reason})`}}};
      const values = {connect: {value: true}, latency: {value: latency}};
      if (spec.send !== undefined) {
        const sent = new Promise((resolve) => {
          socket.once('close', resolve);
          socket.write(spec.send ?? '', resolve);
        });
        await sent;
      }
      if (!claims.some(({subject}) => subject === 'banner')) return {values};
      const heard = await listen(socket, context);
      return {...heard, values: {...values, ...heard.values}};
    } finally {
      signal.removeEventListener('abort', abort);
      socket.destroy();
    }
  },
};

import {Buffer} from 'node:buffer';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {isIPv4} from 'node:net';
import type {RunningServer} from './http-servers.ts';

const types: Readonly<Record<string, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
};

function name(text: string): Buffer {
  const labels = text.split('.').filter(Boolean);
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)])),
    Buffer.of(0),
  ]);
}

function short(value: number): Buffer {
  return Buffer.of(value >> 8, value & 255);
}

/** Eight groups, all of them written. */
function sixBytes(address: string): Buffer {
  return Buffer.concat(address.split(':').map((group) => short(Number.parseInt(group, 16))));
}

/** The data of a record as in a zone file; several strings of a TXT record are joined with `|`. */
function data(type: string, text: string): Buffer {
  const columns = text.split(' ');
  switch (type) {
    case 'A':
      return Buffer.from(text.split('.').map(Number));
    case 'AAAA':
      return sixBytes(text);
    case 'TXT':
      return Buffer.concat(
        text.split('|').map((part) => Buffer.concat([Buffer.of(part.length), Buffer.from(part)])),
      );
    case 'MX':
    case 'SRV':
      return Buffer.concat([
        ...columns.slice(0, -1).map((number) => short(Number(number))),
        name(columns.at(-1) ?? ''),
      ]);
    default:
      return name(text);
  }
}

function questionIn(message: Buffer): {name: string; type: string; end: number} {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const number = message.readUInt16BE(at + 1);
  const type = Object.entries(types).find(([, one]) => one === number)?.[0] ?? '';
  return {name: labels.join('.'), type, end: at + 5};
}

/** Of `A pay.example`: the records, or the number of an error (RCODE). */
export type Zone = Readonly<Record<string, readonly string[] | number>>;

function reply(message: Buffer, zone: Zone): Buffer {
  const {name: asked, type, end} = questionIn(message);
  const entry = zone[`${type} ${asked.toLowerCase()}`];
  const isKnown = Object.keys(zone).some((key) => key.endsWith(` ${asked.toLowerCase()}`));
  const records = typeof entry === 'object' ? entry : [];
  const code = typeof entry === 'number' ? entry : isKnown ? 0 : 3;
  const answers = records.map((text) => {
    const bytes = data(type, text);
    const head = [Buffer.of(0xc0, 12), short(types[type] ?? 0), short(1), Buffer.alloc(4)];
    return Buffer.concat([...head, short(bytes.length), bytes]);
  });
  return Buffer.concat([
    message.subarray(0, 2),
    Buffer.of(0x85, 0x80 | code),
    short(1),
    short(answers.length),
    short(0),
    short(0),
    message.subarray(12, end),
    ...answers,
  ]);
}

/** A name server on loopback; without a zone it hears everything and says nothing. */
export async function serveDns(zone?: Zone): Promise<RunningServer> {
  const socket = createSocket('udp4');
  socket.on('message', (message, {port, address}) => {
    if (zone && isIPv4(address)) socket.send(reply(message, zone), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

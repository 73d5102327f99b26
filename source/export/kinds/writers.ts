import {writeCommand} from './command.ts';
import {writeDisk, writeFile} from './file.ts';
import {writeHost, writePort} from './host-state.ts';
import {writeLog, writeProcess, writeService} from './host.ts';
import {writeHttp} from './http.ts';
import type {KindWriter} from './kind-writer.ts';
import {writeNagios} from './nagios.ts';
import {writeDns, writeTcp, writeTls} from './network.ts';

/** How a script does what a kind does, by the kind's word. A kind that is not here cannot be scripted. */
export const kindWriters: ReadonlyMap<string, KindWriter> = new Map([
  ['command', writeCommand],
  ['http', writeHttp],
  ['tcp', writeTcp],
  ['tls', writeTls],
  ['dns', writeDns],
  ['file', writeFile],
  ['disk', writeDisk],
  ['host', writeHost],
  ['port', writePort],
  ['process', writeProcess],
  ['service', writeService],
  ['log', writeLog],
  ['nagios', writeNagios],
]);

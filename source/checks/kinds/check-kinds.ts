import {commandKind} from './command/command.ts';
import {diskKind} from './disk/disk.ts';
import {dnsKind} from './dns/dns.ts';
import {fileKind} from './file/file.ts';
import {gossKind} from './goss/goss.ts';
import {hostKind} from './host/host.ts';
import {httpKind} from './http/http.ts';
import type {Kind} from './kind.ts';
import {logKind} from './log/log.ts';
import {manualKind} from './manual/manual.ts';
import {nagiosKind} from './nagios/nagios.ts';
import {portKind} from './port/port.ts';
import {processKind} from './process/process.ts';
import {serviceKind} from './service/service.ts';
import {tcpKind} from './tcp/tcp.ts';
import {tlsKind} from './tls/tls.ts';

/**
 * Every kind of check that a checks file can say, by its key. A new kind is one file and one line
 * here.
 */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [
    commandKind,
    httpKind,
    tcpKind,
    tlsKind,
    dnsKind,
    fileKind,
    diskKind,
    hostKind,
    portKind,
    logKind,
    processKind,
    nagiosKind,
    gossKind,
    manualKind,
    serviceKind,
  ].map((kind: Kind) => [kind.word, kind]),
);

/** The kind of a check that was read, wherever it came from. */
export function kindOfCheck({kind}: {readonly kind: string}): Kind | undefined {
  return kinds.get(kind);
}

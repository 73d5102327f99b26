import {once} from 'node:events';
import {connect as connectPlain, isIP} from 'node:net';
import {connect, type TLSSocket} from 'node:tls';
import {usualTrust, type Authorities} from '../../certificates/trust-store.ts';
import {shownHostAndPort} from '../fields/host-and-port.ts';
import type {Measurement} from '../kind.ts';
import {problemOfConnection, sentChain} from './certificate-trust.ts';
import {failureWords} from './failure.ts';
import {beginTls} from './starttls/begin-tls.ts';
import {measuredCertificate} from './tls-measurement.ts';
import {certificateName, type ServerSpec} from './tls-spec.ts';

/** Reached in plain text, and asked to go over to TLS where the protocol has it so. */
async function reached(spec: ServerSpec, name: string, signal: AbortSignal) {
  const {host, port, starttls} = spec;
  const socket = connectPlain({host, port});
  const abort = () => {
    socket.destroy();
  };
  signal.addEventListener('abort', abort, {once: true});
  // Whoever waits hears of it by the end of the connection.
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect', {signal});
    if (starttls !== undefined) await beginTls(socket, starttls, name);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Makes a connection, looks at the certificate that is shown, and sends nothing over it. */
export async function shownCertificate(
  spec: ServerSpec,
  authorities: Authorities | undefined,
  {signal, now}: {readonly signal: AbortSignal; readonly now: () => Date},
): Promise<Measurement> {
  if (signal.aborted) return {values: {}, isCutShort: true};
  const name = certificateName(spec.server_name ?? spec.host);
  let socket: TLSSocket | undefined;
  try {
    socket = connect({
      socket: await reached(spec, name, signal),
      // A bad certificate is what has to be looked at; that it is good is judged below.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(isIP(name) ? {} : {servername: name}),
      ...(authorities ? {ca: [...authorities.texts]} : {secureContext: usualTrust()}),
    });
    await once(socket, 'secureConnect', {signal});
    const chain = sentChain(socket);
    const time = now().getTime();
    if (chain.length === 0) {
      const message = `${shownHostAndPort(spec)} showed no certificate.`;
      return {values: {}, verdict: {outcome: 'fail', message}};
    }
    const distrust = problemOfConnection(socket, chain, authorities?.certificates, time);
    const protocol = socket.getProtocol() ?? '';
    return measuredCertificate({chain, distrust, authorities, name, protocol, now: time});
  } catch (error) {
    if (signal.aborted) return {values: {}, isCutShort: true};
    const message = `No TLS connection to ${shownHostAndPort(spec)}: ${failureWords(spec, error)}`;
    return {values: {}, verdict: {outcome: 'fail', message}};
  } finally {
    socket?.on('error', () => undefined);
    socket?.destroy();
  }
}

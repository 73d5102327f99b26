import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import {prepareWay} from '../../checks/kinds/http/way.ts';
import {networkReason} from '../../checks/kinds/network-errors.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import type {Auth, Carried, Doing} from '../integration-entry.ts';
import {isSecretReference, readSecret, type ReadSecret} from './secret-reference.ts';
import {signedHeaders} from './sign-webhook.ts';

/** How something is carried. */
export interface Surroundings {
  /** Absolute; where relative paths of the targets file begin. */
  readonly folder: string;
  /** Milliseconds until an answer has to be there. */
  readonly patience: number;
}

/** So much of an answer is read, in bytes; what a service says of one issue is far less. */
const longest = 4 * 1024 * 1024;

function headersFor(auth: Auth, secret: string, body: string): Readonly<Record<string, string>> {
  switch (auth.type) {
    case 'bearer':
      return {authorization: `Bearer ${secret}`};
    case 'basic':
      return {
        authorization: `Basic ${Buffer.from(`${auth.user}:${secret}`).toString('base64')}`,
      };
    case 'webhook':
      return signedHeaders({id: auth.id, secret}, body, Math.floor(Date.now() / 1000));
  }
}

function stopped(problem: Exclude<ReadSecret, {readonly value: string}>): Carried {
  return {type: 'stopped', ...problem};
}

/** Where a request goes, once what is secret of it was read. */
async function addressOf(url: string, folder: string): Promise<ReadSecret> {
  if (!isSecretReference(url)) return {value: url};
  const read = await readSecret(url, folder);
  if (!('value' in read) || URL.canParse(read.value)) return read;
  return {why: `What ${url} holds is no address.`, todo: 'Let it begin with https://.'};
}

/** Sends a request once and tells what came of it; a redirect is not followed. */
export async function carryRequest(
  doing: Extract<Doing, {type: 'request'}>,
  {folder, patience}: Surroundings,
): Promise<Carried> {
  const {method, body = '', auth, headers} = doing;
  const address = await addressOf(doing.url, folder);
  if (!('value' in address)) return stopped(address);
  const secret = auth ? await readSecret(auth.secret, folder) : undefined;
  if (secret && !('value' in secret)) return stopped(secret);
  const secretValues = [secret?.value, isSecretReference(doing.url) ? address.value : undefined]
    .filter((value) => value !== undefined)
    // A secret also is what it looks like in a header.
    .flatMap((value) => [value, Buffer.from(value).toString('base64')]);
  const safe = async (text: string) => (await redactSecrets(text, {secretValues})).text;
  const url = new URL(address.value);
  const spec: HttpSpec = {url: url.href, method, headers: {}, redirects: 'manual'};
  const way = await prepareWay(spec, folder);
  if (typeof way === 'string') return {type: 'stopped', why: way, todo: 'Mend it and send again.'};
  const {sendRequest} = await import('../../checks/kinds/http/send-request.ts');
  const chunks: Buffer[] = [];
  let length = 0;
  // Nothing is learnt from more, and what has no end is not waited for.
  const enough = new AbortController();
  let head: {readonly status: number; readonly headers: ReadonlyMap<string, string>} | undefined;
  let hasConnected = false;
  const late = AbortSignal.timeout(patience);
  const signal = AbortSignal.any([late, enough.signal]);
  try {
    await sendRequest({
      url,
      method,
      headers: {
        'user-agent': 'handoff-wizard',
        ...headers,
        ...(auth && secret ? headersFor(auth, secret.value, body) : {}),
      },
      body: doing.body,
      isFollowing: false,
      way,
      signal,
      onWay(seen) {
        ({hasConnected} = seen);
      },
      onHead(status, answered) {
        head = {status, headers: answered};
      },
      onBody(chunk) {
        if (length > longest) return;
        chunks.push(Buffer.from(chunk));
        length += chunk.length;
        if (length > longest) enough.abort();
      },
    });
  } catch (error) {
    const lateWords = `No answer came within ${patience / 1000} s`;
    const why = await safe(`${late.aborted ? lateWords : networkReason(error)}.`);
    if (!hasConnected) return {type: 'unreached', why: `${url.host} cannot be reached: ${why}`};
    // What was answered before it broke off tells whether it was taken.
    if (!head) return {type: 'unknown', why: `${url.host} was asked and gave no answer: ${why}`};
  }
  if (!head) return {type: 'unknown', why: `${url.host} gave no answer.`};
  const text = await safe(Buffer.concat(chunks).subarray(0, longest).toString());
  return {type: 'reply', ...head, body: text};
}

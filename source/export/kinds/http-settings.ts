import {domainToASCII} from 'node:url';
import {isCredential} from '../../checks/kinds/http/credentials.ts';
import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import {bareHost, hostHeader} from '../../checks/kinds/http/way.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import type {Quoting} from '../quoting.ts';

/** How many redirects the engine follows: the limit of the Fetch standard. */
const mostRedirects = 20;

/** What curl is told. */
export interface Settings {
  /** On its command line, as words of the shell. */
  readonly words: string[];
  /** In its file of settings, where a value of the environment stands. */
  readonly config: string[];
  /** Lines of the script before it. */
  readonly before: string[];
  /** It says who asks in a way that curl would tell everybody to whom it is led. */
  readonly isBound: boolean;
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function add(settings: Settings, option: string, value: string, quoting: Quoting): void {
  const {words, config} = settings;
  if (!quoting.hasReference(value)) {
    words.push(`--${option}`, quoting.word(value));
    return;
  }
  const inner = value
    .replace(/[\\"]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
  const change = option === 'data-raw' && isJson(value) ? 'json_inner_for_curl' : 'inner';
  config.push(`${quoting.word(`${option} = "`)}${quoting.wordThrough(inner, change)}'"'`);
}

function methodWords({method, body}: HttpSpec): string[] {
  if (method === 'GET') return [];
  if (method === 'HEAD') return ['--head'];
  return method === 'POST' && body !== undefined ? [] : ['-X', method];
}

/** A file beside the script, unless its path is whole. */
function fileWord(file: string, {word}: Quoting): string {
  return file.startsWith('/') ? word(file) : `"$_here"/${word(file)}`;
}

/** curl takes what follows a colon in the name of a certificate for its passphrase. */
function certificateWord(file: string, quoting: Quoting): string {
  if (quoting.hasReference(file) && /[\\:]/.test(file))
    throw new NotCarriedError('a colon in the path of a certificate');
  return fileWord(file.replace(/[\\:]/g, String.raw`\$&`), quoting);
}

function addTls(settings: Settings, spec: HttpSpec, quoting: Quoting): void {
  const {ca, cert, key, passphrase, insecure} = spec;
  const {words, before} = settings;
  const files = [...(ca ?? []), cert, key].filter((file) => file !== undefined);
  if (files.length > 0)
    before.push(`readable ${files.map((file) => fileWord(file, quoting)).join(' ')} || return 0`);
  if (ca?.length === 1) words.push('--cacert', fileWord(ca[0] ?? '', quoting));
  else if (ca) {
    before.push(`authorities ${ca.map((file) => fileWord(file, quoting)).join(' ')} || return 0`);
    words.push('--cacert', '"$_tmp/authorities"');
  }
  if (cert !== undefined) words.push('--cert', certificateWord(cert, quoting));
  if (key !== undefined) words.push('--key', fileWord(key, quoting));
  if (passphrase !== undefined) add(settings, 'pass', passphrase, quoting);
  if (insecure === true) words.push('--insecure');
}

function addWay(settings: Settings, {proxy, socket}: HttpSpec, quoting: Quoting): void {
  const {words} = settings;
  if (socket !== undefined) words.push('--unix-socket', fileWord(socket, quoting));
  if (socket !== undefined || proxy === 'none') words.push('--noproxy', `'*'`);
  else if (proxy !== undefined) {
    add(settings, 'proxy', proxy, quoting);
    words.push('--noproxy', `''`);
  }
}

/**
 * Adds the URL. curl takes the name for TLS from it, so it gets the name that is meant, and beside it
 * where that is to be reached.
 */
function addUrl(settings: Settings, spec: HttpSpec, quoting: Quoting): void {
  const {url: text, server_name: serverName, redirects} = spec;
  const url = new URL(text);
  const host = hostHeader(spec);
  if (serverName !== undefined && redirects === 'follow')
    throw new NotCarriedError('"server_name" beside redirects that are followed');
  const given = serverName ?? (host === undefined ? undefined : bareHost(host));
  if (given === undefined || given.toLowerCase() === bareHost(url.host)) {
    add(settings, 'url', text, quoting);
    return;
  }
  const name = quoting.hasReference(given) ? given : domainToASCII(given) || given;
  const usual = url.protocol === 'https:' ? '443' : '80';
  const port = url.port || usual;
  const there = `${url.hostname}:${port}`;
  add(settings, 'connect-to', `${name}:${port}:${there}`, quoting);
  const hostPort = /:(?<port>\d+)$/.exec(host ?? '')?.groups?.['port'] ?? usual;
  if (host !== undefined && hostPort !== port)
    add(settings, 'connect-to', `${bareHost(host)}:${hostPort}:${there}`, quoting);
  if (host === undefined) add(settings, 'header', `Host: ${url.host}`, quoting);
  if (spec.proxy === undefined && spec.socket === undefined) {
    settings.before.push(`direct ${quoting.word(bareHost(url.host))}`);
    settings.words.push('${_direct:+--noproxy "$_direct"}');
  }
  const user = url.username === '' ? '' : `${url.username}:${url.password}@`;
  add(
    settings,
    'url',
    `${url.protocol}//${user}${name}:${port}${url.pathname}${url.search}`,
    quoting,
  );
}

/** @throws NotCarriedError */
export function settingsOf(spec: HttpSpec, quoting: Quoting): Settings {
  const {headers, body, redirects, basic, bearer, cert} = spec;
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const isTold = names.some((name) => name !== 'authorization' && isCredential(name));
  const isBound = redirects === 'follow' && (cert !== undefined || isTold);
  const settings: Settings = {words: methodWords(spec), config: [], before: [], isBound};
  if (redirects === 'follow' && !isBound)
    settings.words.push('-L', '--max-redirs', String(mostRedirects));
  for (const [name, value] of Object.entries(headers)) {
    const trimmed = value.trim();
    add(settings, 'header', trimmed === '' ? `${name};` : `${name}: ${trimmed}`, quoting);
  }
  if (basic) add(settings, 'user', `${basic.user}:${basic.password}`, quoting);
  if (bearer !== undefined) add(settings, 'header', `Authorization: Bearer ${bearer}`, quoting);
  if (body !== undefined) {
    add(settings, 'data-raw', body, quoting);
    if (!names.includes('content-type'))
      settings.words.push('--header', quoting.word('content-type: text/plain;charset=UTF-8'));
  }
  addTls(settings, spec, quoting);
  addWay(settings, spec, quoting);
  addUrl(settings, spec, quoting);
  return settings;
}

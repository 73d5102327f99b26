import type {Assertion} from '../../checks/assertions/assertion.ts';
import {truthOf} from '../../checks/assertions/holds.ts';
import type {Claim} from '../../checks/assertions/subject.ts';
import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import type {Quoting} from '../quoting.ts';
import {decided, textKnown, textLeaf, type ShellWriter} from '../shell-subjects.ts';
import {jsonConditions} from './json-conditions.ts';
import {number, text, type Condition, type KindWriter} from './kind-writer.ts';

/** How many redirects the engine follows: the limit of the Fetch standard. */
const mostRedirects = 20;

/** A setting on the command line of curl, or where it holds a value of the environment in its file. */
interface Settings {
  readonly words: string[];
  readonly config: string[];
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

function settingsOf(spec: HttpSpec, quoting: Quoting): Settings {
  const settings: Settings = {words: methodWords(spec), config: []};
  const {url, headers, body, redirects} = spec;
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (redirects === 'follow') settings.words.push('-L', '--max-redirs', String(mostRedirects));
  for (const [name, value] of Object.entries(headers)) {
    const trimmed = value.trim();
    add(settings, 'header', trimmed === '' ? `${name};` : `${name}: ${trimmed}`, quoting);
  }
  if (body !== undefined) {
    add(settings, 'data-raw', body, quoting);
    if (!names.includes('content-type'))
      settings.words.push('--header', quoting.word('content-type: text/plain;charset=UTF-8'));
  }
  add(settings, 'url', url, quoting);
  return settings;
}

function headerConditions({statement}: Claim, writer: ShellWriter): Condition[] {
  const named = statement as readonly (readonly [string, Assertion])[];
  return named.map(([name, assertion]) => {
    const there = decided(assertion, {
      isTrue: (leaf) => textLeaf(leaf, 'header', writer),
      isKnown: (leaf) => textKnown(leaf, 'header'),
    });
    // Of a header that is absent, only that it is nothing is true.
    const absent = String(truthOf(assertion, undefined) === true);
    const given = writer.quoting.word(name.toLowerCase());
    return {
      condition: `if header ${given}; then ${there}; else ${absent}; fi`,
      shown: {file: 'header'},
    };
  });
}

export const writeHttp: KindWriter = ({spec}, writer) => {
  const http = spec as HttpSpec;
  const {words, config} = settingsOf(http, writer.quoting);
  return {
    libraries: ['http'],
    lines: [
      `_config=${config.join(String.raw`'
'`)}`,
      `request ${words.join(' ')} || return 0`,
      ...(http.method === 'HEAD' ? [': >"$_tmp/body"'] : []),
    ],
    places: {
      status: number('_status_code'),
      latency: number('_latency', 'duration'),
      body: text('body'),
    },
    conditionsOf(claim) {
      if (claim.subject === 'header') return headerConditions(claim, writer);
      return claim.subject === 'json' ? jsonConditions(claim, 'body', writer) : undefined;
    },
    numbers: [{label: 'latency', variable: '_latency', unit: 'ms'}],
  };
};

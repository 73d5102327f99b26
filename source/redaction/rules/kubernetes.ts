import {Buffer} from 'node:buffer';
import type {Rule} from '../engine/secret-rule.ts';
import type {Span} from '../engine/spans.ts';
import {isPlaceholder} from './placeholders.ts';

/** How far a document of YAML is looked at on each side of its kind, in characters. */
const reach = 16_384;

const border = /\n---|\n {0,4}- (?:apiVersion|kind)|\}\s*,\s*\{/g;
const dataBlock =
  /(?:^|\n)(?<indent>[ \t]*)(?:data|stringData):[ \t]*\r?\n(?<lines>(?:\k<indent>[ \t]+[^\n]{0,8192}(?:\n|$)|[ \t]*\n){1,500})/dg;
const dataObject = /"(?:data|stringData)"\s{0,20}:\s{0,20}\{(?<pairs>[^{}]{1,16000})\}/dg;
const line =
  /^[ \t]*["']?[\w.-]+["']?:[ \t]*(?:[|>][-+]?[ \t]*$|["']?(?<value>[^\n"']{1,8192}))|^[ \t]+(?<more>[^\s:][^\n:]{0,8192})$/dgm;
const pair = /"[\w.-]{1,200}"\s{0,10}:\s{0,10}"(?<value>[^"\n]{1,8192})"/dg;

/** A certificate is there to be shown. */
function isPublic(value: string): boolean {
  return (
    isPlaceholder(value.trim()) ||
    Buffer.from(value.slice(0, 60), 'base64')
      .toString('latin1')
      .startsWith('-----BEGIN CERTIFICATE')
  );
}

function valuesIn(text: string, offset: number, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const place = match.indices?.groups?.['value'] ?? match.indices?.groups?.['more'];
    return place && !isPublic(text.slice(...place))
      ? [{start: offset + place[0], end: offset + place[1], kind: 'Kubernetes secret'}]
      : [];
  });
}

/** Everything that a Secret of Kubernetes keeps, as YAML or JSON. */
export const kubernetes: Rule = {
  words: ['kind: secret', 'kind":"secret', 'kind": "secret'],
  isOfLine: true,
  find({text, start, end}) {
    if (!/^["']?\s*(?:$|[\n,}])/.test(text.slice(end, end + 8))) return [];
    const before = text.slice(Math.max(0, start - reach), start);
    const from = Math.max(0, start - reach) + ([...before.matchAll(border)].at(-1)?.index ?? 0);
    const after = text.slice(end, end + reach);
    const next = after.search(border);
    const document = text.slice(from, end + (next === -1 ? reach : next));
    return [
      ...[...document.matchAll(dataBlock)].flatMap((match) => {
        const place = match.indices?.groups?.['lines'];
        return place ? valuesIn(document.slice(...place), from + place[0], line) : [];
      }),
      ...[...document.matchAll(dataObject)].flatMap((match) => {
        const place = match.indices?.groups?.['pairs'];
        return place ? valuesIn(document.slice(...place), from + place[0], pair) : [];
      }),
    ];
  },
};

/** A login kept in base64, as docker and npm write it. */
export const keptLogins: readonly Rule[] = [
  {
    words: ['"auth"', "'auth'", '_auth', 'auth:', 'auth ='],
    find({text, start, end}) {
      if (/\w/.test(text.charAt(start - 1)) && !text.slice(start).startsWith('_')) return [];
      const match =
        /^["']?[ \t]{0,5}[:=]?[ \t]{0,5}["']?(?<value>[A-Za-z\d+/_-]{8,4096}={0,2})/.exec(
          text.slice(end, end + 4200),
        );
      const value = match?.groups?.['value'] ?? '';
      const isLogin = /^[ -~]{0,200}:[ -~]{0,2000}$/.test(
        Buffer.from(value, 'base64').toString('latin1'),
      );
      const from = end + (match?.[0].length ?? 0) - value.length;
      return value !== '' && isLogin
        ? [{start: from, end: from + value.length, kind: 'credentials'}]
        : [];
    },
  },
];

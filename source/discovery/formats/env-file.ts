import {expand, type Variable} from './expand.ts';

export interface EnvEntry {
  readonly name: string;
  /** Nothing where only the name stands: it is taken from whoever starts the program. */
  readonly value: string | undefined;
  /** Counted from 1. */
  readonly line: number;
}

export interface EnvFile {
  readonly entries: readonly EnvEntry[];
  readonly problems: readonly {readonly line: number; readonly message: string}[];
}

const start = /^\s*(?:export\s+)?(?<name>[A-Za-z_][\w.-]*)\s*(?:(?<sign>[=:])[ \t]*(?<rest>.*))?$/s;

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t'};

/** Where a quoted text ends; a quote after a backslash is part of it. */
function closing(text: string, quote: string): number {
  for (let at = 1; at < text.length; at++)
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  return -1;
}

/** A quoted value may go over several lines: those that belong to it, as one text. */
function quotedAt(lines: readonly string[], at: number, rest: string, quote: string) {
  let whole = rest;
  for (let end = at; end < lines.length; end++) {
    if (end > at) whole += `\n${lines[end]}`;
    const close = closing(whole, quote);
    if (close >= 0) return {inner: whole.slice(1, close), lines: end - at};
  }
  return undefined;
}

/**
 * Reads an env file by the rules of Docker Compose: `#` begins a comment after a blank, single quotes
 * keep everything, double quotes know `\n` and variables, and values go over lines only in quotes.
 */
export function readEnvFile(text: string): EnvFile {
  const entries: EnvEntry[] = [];
  const problems: {line: number; message: string}[] = [];
  const set = new Map<string, Variable>();
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const number = at + 1;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const {name, sign, rest = ''} = start.exec(line)?.groups ?? {};
    if (name === undefined) {
      problems.push({line: number, message: 'This is neither a variable nor a comment.'});
      continue;
    }
    if (sign === undefined) {
      entries.push({name, value: undefined, line: number});
      continue;
    }
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined;
    const quoted = quote === undefined ? undefined : quotedAt(lines, at, rest, quote);
    if (quote !== undefined && !quoted)
      problems.push({line: number, message: `The quote after ${name} is never closed.`});
    let value = rest.replace(/(?:^|\s+)#.*$/, '').trim();
    if (quoted) {
      at += quoted.lines;
      value = quoted.inner;
      if (quote === '"')
        value = value.replaceAll(
          /\\(.)/gs,
          (_, sign: string) => escapes[sign] ?? (sign === '$' ? '$$' : sign),
        );
    }
    if (quote !== "'") value = expand(value, set).text;
    set.set(name, {value, isHidden: true});
    entries.push({name, value, line: number});
  }
  return {entries, problems};
}

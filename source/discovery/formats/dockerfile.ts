import path from 'node:path';
import {folderName} from '../findings.ts';
import {expand, type Variable, type Variables} from './expand.ts';

export interface Instruction {
  /** In capitals. */
  readonly word: string;
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface Stage {
  readonly name?: string;
  /** Of the image that it starts from, or the earlier stage. */
  readonly from: string;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

const heredoc = /<<-?\s*(["']?)(?<mark>[A-Za-z_]\w*)\1/g;

/** The instructions of a Dockerfile: continued lines as one, without comments and heredocs. */
export function readInstructions(text: string): Instruction[] {
  const found: Instruction[] = [];
  const lines = text.split(/\r?\n/);
  const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\';
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    if (/^\s*(?:#|$)/.test(lines[at] ?? '')) continue;
    let whole = (lines[at] ?? '').trimEnd();
    while (whole.endsWith(escape) && at + 1 < lines.length) {
      const next = lines[++at] ?? '';
      if (!/^\s*#/.test(next)) whole = `${whole.slice(0, -1)} ${next.trim()}`;
    }
    const [, word = '', rest = ''] = /^\s*([A-Za-z]+)(?:\s+(.*))?$/s.exec(whole) ?? [];
    if (/^(?:run|copy|add)$/i.test(word))
      for (const {groups = {}} of whole.matchAll(heredoc)) {
        const end = lines.findIndex((one, index) => index > at && one.trim() === groups['mark']);
        if (end > 0) at = end;
      }
    if (word !== '') found.push({word: word.toUpperCase(), text: rest.trim(), line});
  }
  return found;
}

function argument(text: string): [string, string | undefined] {
  const end = text.indexOf('=');
  const plain = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, '$2');
  return end < 0
    ? [text.trim(), undefined]
    : [text.slice(0, end).trim(), plain(text.slice(end + 1))];
}

/** Its stages, with the build arguments of before the first one put in; those that are given count. */
export function readStages(text: string, given: Variables = new Map<string, Variable>()): Stage[] {
  const set = new Map(given);
  const stages: (Stage & {readonly instructions: Instruction[]})[] = [];
  for (const instruction of readInstructions(text))
    if (instruction.word === 'FROM') {
      const plain = instruction.text.replaceAll(/--\w+=\S+\s*/g, '');
      const [from = '', , name] = plain.split(/\s+/);
      const image = expand(from, set).text;
      stages.push({
        from: image,
        line: instruction.line,
        instructions: [],
        ...(name === undefined ? {} : {name}),
      });
    } else if (stages.length === 0 && instruction.word === 'ARG') {
      const [name, value] = argument(instruction.text);
      if (value !== undefined && !given.has(name))
        set.set(name, {value: expand(value, set).text, isHidden: false});
    } else stages.at(-1)?.instructions.push(instruction);
  return stages;
}

/** The stages that a stage is made of, the outermost first; the last of them starts from an image. */
export function chainOf(stage: Stage, stages: readonly Stage[]): Stage[] {
  const chain = [stage];
  for (let last = stage; chain.length <= stages.length;) {
    const before = stages.slice(0, stages.indexOf(last));
    const next = before.find(({name}) => name?.toLowerCase() === last.from.toLowerCase());
    if (!next) break;
    chain.push(next);
    last = next;
  }
  return chain;
}

export const dockerfileName =
  /^(?:Dockerfile|Containerfile)(?:\.(?<suffix>[\w-]+))?$|^(?<prefix>[\w-]+)\.Dockerfile$/i;

/** What an image is called that a Dockerfile builds: as its file or its folder is. */
export function builtName(file: string, top: string): string {
  const {suffix, prefix} = dockerfileName.exec(path.posix.basename(file))?.groups ?? {};
  return suffix ?? prefix ?? folderName(path.posix.dirname(file), top);
}

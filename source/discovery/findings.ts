import path from 'node:path';
import type {RegisterName} from '../playbook/playbook.ts';
import {judgeKey} from '../redaction/rules/secret-names.ts';
import type {DraftFields, DraftValue, Finding} from './discovered.ts';

type Known = Pick<Finding, 'is' | 'of' | 'isOnlyPart'>;
type RowRegister = Exclude<RegisterName, 'runbooks'>;
type Texts = Readonly<Record<string, string | undefined>>;

function said(fields: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => {
      const plain = text?.replaceAll(/\s+/gu, ' ').trim() ?? '';
      return plain === '' ? [] : [[name, plain]];
    }),
  );
}

/** Where something was read: `compose.yaml:14`. */
export function at(file: string, line?: number): string {
  return line === undefined ? file : `${file}:${line}`;
}

/**
 * A draft of a row. `about` names the thing among those of its register, in each run the same; fields
 * without text are left out.
 */
export function row(
  register: RowRegister,
  about: string,
  fields: Texts,
  source: string,
  known: Known = {},
): Finding {
  const key = `row ${register} ${about}`;
  return {kind: 'row', key, register, fields: said(fields), sources: [source], ...known};
}

/** A value as `handoff.yaml` has it, where `${` begins a variable of that file. */
function literal(value: DraftValue): DraftValue {
  if (typeof value === 'string') return value.replaceAll('${', '$${');
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: DraftValue) => literal(one));
  return literalFields(value as DraftFields);
}

function literalFields(fields: DraftFields): DraftFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, literal(value)]));
}

/** A draft of a check, with the keys that it has in `handoff.yaml`. */
export function check(
  fields: DraftFields & {readonly name: string},
  source: string,
  known: Known = {},
): Finding {
  const key = `check ${fields.name}`;
  return {kind: 'check', key, fields: literalFields(fields), sources: [source], ...known};
}

/** The last folder of a path; what stands at the top is called after the folder itself. */
export function folderName(folder: string, top: string): string {
  return path.posix.basename(folder === '' || folder === '.' ? top : folder);
}

export interface RunbookTexts {
  readonly name: string;
  /** A line each, exactly as they are typed. */
  readonly commands: string;
  readonly effect: 'safe' | 'changes';
  readonly trigger?: string;
  readonly verification?: string;
}

/** A draft of a runbook. What it is for, a person says. */
export function runbook(fields: RunbookTexts, source: string, known: Known = {}): Finding {
  return {
    kind: 'runbook',
    key: `runbook ${fields.name}`,
    register: 'runbooks',
    fields: {...fields},
    sources: [source],
    ...known,
  };
}

export interface Setting {
  readonly name: string;
  /** Its value; nothing where it is set in a place whose values are not shown. */
  readonly value: string | undefined;
  /** Where the value is set, as a person would look for it: `.env`. */
  readonly place: string;
  readonly usual?: string | undefined;
  /** What has it, where several have one of this name: `api`. */
  readonly owner?: string;
}

/** A draft of a setting. One that is named like a secret has its place, and never its value. */
export function setting({name, value, place, usual, owner}: Setting, source: string): Finding {
  const isSecret = judgeKey(name) !== undefined;
  const shown = value === undefined || isSecret ? `in ${place}, not shown` : value;
  return row(
    'settings',
    owner === undefined ? name : `${owner} ${name}`,
    {
      name: owner === undefined ? name : `${owner}: ${name}`,
      value: shown === '' ? 'empty' : shown,
      usual: isSecret ? undefined : usual,
      source: place,
    },
    source,
  );
}

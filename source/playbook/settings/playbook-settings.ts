import {isScalar, type Node} from 'yaml';
import {parseDueRule} from './due-rule.ts';
import {
  audiences,
  phaseKinds,
  partNames,
  registerNames,
  screens,
  settlingFacts,
  systemSizes,
  type Audience,
  type DueRule,
  type GateSettings,
  type Notice,
  type PartName,
  type PhaseKind,
  type Position,
  type RegisterName,
  type Screen,
  type SettlingFact,
  type SystemSize,
} from '../playbook.ts';
import {readGates} from './gate-settings.ts';
import type {FrontMatter} from './front-matter.ts';
import {nearest} from '../../nearest.ts';
import {PlaybookError} from '../playbook-error.ts';
import {withoutControls} from '../markdown/source-text.ts';
import {openYaml, type YamlEntry, type YamlMap} from './yaml-map.ts';

/** A setting with the place of the id that it is for. */
export interface Setting<T> {
  readonly value: T | undefined;
  readonly position: Position;
}

/** What the front matter says: settings by the id of their phase, step or item. */
export interface Settings {
  readonly title: string | undefined;
  readonly phases: ReadonlyMap<string, Setting<PhaseKind>>;
  readonly steps: ReadonlyMap<string, Setting<Screen>>;
  readonly due: ReadonlyMap<string, Setting<DueRule>>;
  readonly registers: ReadonlyMap<string, Setting<RegisterName>>;
  readonly parts: ReadonlyMap<string, Setting<PartName>>;
  readonly audiences: ReadonlyMap<string, Setting<Audience>>;
  readonly settledBy: ReadonlyMap<string, Setting<SettlingFact>>;
  readonly sizes: ReadonlyMap<string, Setting<SystemSize>>;
  /** `none`: nothing has to hold; absent: what is asked where a file says nothing. */
  readonly gates: GateSettings | 'none' | undefined;
  /** Nothing is added to what stands in the file. */
  readonly isAsItIs: boolean;
  /** Items that the gates name. */
  readonly gated: ReadonlyMap<string, Setting<string>>;
  /** What is wrong in it. */
  readonly mistakes: readonly PlaybookError[];
  readonly notices: readonly Notice[];
}

/** A playbook without front matter. */
export const noSettings: Settings = {
  title: undefined,
  phases: new Map(),
  steps: new Map(),
  due: new Map(),
  registers: new Map(),
  parts: new Map(),
  audiences: new Map(),
  settledBy: new Map(),
  sizes: new Map(),
  gates: undefined,
  isAsItIs: false,
  gated: new Map(),
  mistakes: [],
  notices: [],
};

function textOf(node: Node | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return withoutControls(node.source ?? '').trim();
}

function readWord<T extends string>(
  yaml: YamlMap,
  entry: YamlEntry,
  key: string,
  words: readonly T[],
): T | undefined {
  const fields = yaml.entries(entry.value);
  if (!fields) {
    const example = `${entry.key}: {${key}: ${words[0] ?? ''}}`;
    throw yaml.error(entry.valueOffset, `"${entry.key}" needs a ${key}; write it as ${example}.`);
  }
  let found: T | undefined;
  for (const field of fields) {
    if (field.key !== key)
      throw yaml.error(field.offset, `"${field.key}" is not known here; the key is "${key}".`);
    const text = textOf(field.value) ?? '';
    found = words.find((word) => word === text);
    if (!found) {
      const close = nearest(text, words);
      const hint = close ? `did you mean "${close}"? Known are ` : 'use one of ';
      throw yaml.error(field.valueOffset, `"${text}" is not a ${key}; ${hint}${words.join(', ')}.`);
    }
  }
  return found;
}

/** One of some names that stands behind an id; `what` says what they are names of. */
function readName<T extends string>(
  yaml: YamlMap,
  entry: YamlEntry,
  what: string,
  names: readonly T[],
): T {
  const text = textOf(entry.value) ?? '';
  const found = names.find((name) => name === text);
  if (found) return found;
  const close = nearest(text, names);
  const hint = close ? `did you mean "${close}"?` : `known are ${names.join(', ')}.`;
  throw yaml.error(entry.valueOffset, `"${text}" is not a ${what}; ${hint}`);
}

function readRule(yaml: YamlMap, entry: YamlEntry): DueRule {
  const text = textOf(entry.value) ?? '';
  const rule = parseDueRule(text);
  if (rule) return rule;
  throw yaml.error(
    entry.valueOffset,
    `"${text}" is not a due rule; write it as "24h after session", "10 days after session", ` +
      '"3 business days after session" or "0 days after transition".',
  );
}

/** Whether an entry is a word under a key of ours, or close to it; other tools have steps and phases too. */
function hasKey(yaml: YamlMap, {value}: YamlEntry, key: string): boolean {
  const fields = yaml.entries(value);
  return fields ? fields.some((field) => nearest(field.key, [key])) : isScalar(value);
}

/** Keys of the front matter that mean something here, each with what it names. */
const own = /^(?:phases|steps|due|registers|parts|audiences|settledBy|sizes|gates|finish)[ \t]*:/mu;

function unread(front: FrontMatter, mistake: PlaybookError): Settings {
  const {position = {line: 1, column: 1}} = mistake;
  return {
    ...noSettings,
    mistakes: own.test(front.text) ? [mistake] : [],
    notices: own.test(front.text)
      ? []
      : [
          {
            message: mistake.reason.replace(
              'is not valid YAML',
              'is not read, since it is not valid YAML',
            ),
            position,
          },
        ],
  };
}

/**
 * Reads what the front matter says about the playbook; keys of other tools are passed over. What is
 * wrong in it is among the mistakes, and has no effect.
 */
export function readSettings(
  front: FrontMatter,
  source: string,
  file: string,
): Settings | undefined {
  const mistakes: PlaybookError[] = [];
  const notices: Notice[] = [];
  /** The value of a reading that may go wrong. */
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PlaybookError)) throw error;
      mistakes.push(error);
      return undefined;
    }
  };
  const yaml = attempt(() => openYaml(front, source, file));
  const [broken] = mistakes;
  if (!yaml) return broken ? unread(front, broken) : noSettings;
  const top = yaml.entries(yaml.root);
  if (!top) return yaml.isEmpty ? noSettings : undefined;

  const readMap = <T>(
    key: string,
    read: (entry: YamlEntry) => T | undefined,
    isOurs = ({value}: YamlEntry) => isScalar(value),
  ): Map<string, Setting<T>> => {
    const found = top.find((entry) => entry.key === key);
    const entries = found && yaml.entries(found.value);
    if (!found || (!entries && yaml.isNull(found.value))) return new Map();
    if (!entries || (entries.length > 0 && !entries.some(isOurs))) {
      const why = entries ? 'is of another tool' : 'names no ids';
      notices.push({
        message: `"${key}" in the front matter ${why}, so it is not used.`,
        position: yaml.positionOf(found.offset),
      });
      return new Map();
    }
    const settings = entries.flatMap((entry): [string, Setting<T>][] => {
      const before = mistakes.length;
      const value = attempt(() => read(entry));
      if (mistakes.length > before) return [];
      return [[entry.key, {value, position: yaml.positionOf(entry.offset)}]];
    });
    return new Map(settings);
  };

  const gatesEntry = top.find(({key}) => key === 'gates');
  const gates = gatesEntry && attempt(() => readGates(yaml, gatesEntry));
  return {
    title: textOf(top.find(({key}) => key === 'title')?.value) || undefined,
    phases: readMap(
      'phases',
      (entry) => readWord(yaml, entry, 'kind', phaseKinds),
      (entry) => hasKey(yaml, entry, 'kind'),
    ),
    steps: readMap(
      'steps',
      (entry) => readWord(yaml, entry, 'screen', screens),
      (entry) => hasKey(yaml, entry, 'screen'),
    ),
    due: readMap('due', (entry) => readRule(yaml, entry)),
    registers: readMap('registers', (entry) => readName(yaml, entry, 'register', registerNames)),
    parts: readMap('parts', (entry) => readName(yaml, entry, 'part', partNames)),
    audiences: readMap('audiences', (entry) => readName(yaml, entry, 'audience', audiences)),
    settledBy: readMap('settledBy', (entry) => readName(yaml, entry, 'fact', settlingFacts)),
    sizes: readMap('sizes', (entry) => readName(yaml, entry, 'size', systemSizes)),
    gates: gates?.gates,
    isAsItIs: textOf(top.find(({key}) => key === 'finish')?.value) === 'none',
    gated: new Map(
      gates?.named.map(({id, offset}) => [id, {value: id, position: yaml.positionOf(offset)}]),
    ),
    mistakes,
    notices,
  };
}

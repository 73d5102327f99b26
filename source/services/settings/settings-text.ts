import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {
  fieldNamed,
  settingFields,
  settingName,
  settingOf,
} from '../../store/settings/setting-table.ts';
import type {SettingField, SettingValues} from '../../store/settings/setting-values.ts';
import type {SettingChanges} from './check-setting.ts';

const lead = `# Your settings for handoff-wizard, kept when the editor closes.
# A line is "name: value". Without a value, or without its line, it is as usual.
# What begins with # is only to read.
`;

/** What a setting is kept as now, as it would be typed; empty where it is as is usual. */
export function keptText(settings: SettingChanges, field: SettingField): string {
  const value: unknown = settings[field];
  return value === undefined ? '' : settingOf(field).kind.write(value);
}

function block(settings: SettingValues, field: SettingField): string {
  const {about, kind, usualWords} = settingOf(field);
  return [
    '',
    `# ${about}`,
    `# takes ${kind.takes}; usual: ${usualWords}`,
    `${settingName(field)}: ${keptText(settings, field)}`.trimEnd(),
    '',
  ].join('\n');
}

/** Settings as a text to edit, each with what it is. */
export function settingsText(settings: SettingValues): string {
  return lead + settingFields.map((field) => block(settings, field)).join('');
}

/** What keeps a line from being taken. */
export interface LineProblem {
  /** Counted from 0. */
  readonly line: number;
  readonly message: string;
}

/** What was typed, as far as it can be read. */
export interface ReadText {
  /** All settings: those that are not named are as is usual. */
  readonly settings: SettingChanges;
  /** Where each one stands. */
  readonly lines: ReadonlyMap<SettingField, number>;
  readonly problems: readonly LineProblem[];
}

/** That there is no setting of a name, and which one may be meant. */
export function unknownSetting(name: string): Problem {
  const names = settingFields.map(settingName);
  const close = nearest(name, names);
  return new Problem(
    `There is no setting "${name}".`,
    close === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${close}"?`,
  );
}

export function inWords({message, hint}: Problem): string {
  return [message, hint].filter(Boolean).join(' ');
}

/** Stands before what is wrong with the line below it. */
const mark = '# NOT TAKEN: ';

/** A text with what is wrong above each line; what was said of it before is gone. */
export function withProblems(text: string, problems: readonly LineProblem[]): string {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...problems
        .filter((one) => one.line === index)
        .map(({message}) => mark + message.replaceAll(/\s+/gu, ' ')),
      ...(line.startsWith(mark) ? [] : [line]),
    ])
    .join('\n');
}

/** Reads the text that somebody has edited. */
export function readSettingsText(text: string): ReadText {
  const settings: Record<string, unknown> = Object.fromEntries(
    settingFields.map((field) => [field, undefined]),
  );
  const lines = new Map<SettingField, number>();
  const problems: LineProblem[] = [];
  for (const [line, typed] of text.split(/\r?\n/u).entries()) {
    if (typed.trim() === '' || typed.trimStart().startsWith('#')) continue;
    try {
      const [, name, value = ''] = /^\s*([\w-]+)\s*:(.*)$/u.exec(typed) ?? [];
      if (name === undefined) throw new Problem('This is no "name: value".');
      const field = fieldNamed(name);
      if (field === undefined) throw unknownSetting(name);
      if (lines.has(field)) throw new Problem(`"${name}" stands here twice.`, 'Leave one of them.');
      lines.set(field, line);
      settings[field] = readTyped(field, value);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push({line, message: inWords(error)});
    }
  }
  return {settings, lines, problems};
}

/**
 * The value that somebody has typed for a setting; nothing where they typed none, or `auto`, so that it
 * is as is usual.
 *
 * @throws {Problem} for what is no value of it
 */
export function readTyped(field: SettingField, text: string): unknown {
  const typed = text.trim();
  const {kind} = settingOf(field);
  const isUsual = typed === '' || (kind.choices !== undefined && typed.toLowerCase() === 'auto');
  return isUsual ? undefined : kind.read(typed);
}

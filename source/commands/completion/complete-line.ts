import type {Command, Option} from 'commander';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {readKnown} from '../../store/list-handoffs.ts';
import {
  fieldNamed,
  settingFields,
  settingName,
  settingOf,
} from '../../store/settings/setting-table.ts';
import {storeHome} from '../../store/store-home.ts';
import {readerIfClear} from '../choose-handoff.ts';
import {knownNames, type Known} from './known-names.ts';
import {readWords, type Asked} from './typed-words.ts';

/** What the shell itself completes. */
const places: Readonly<Record<string, string>> = {
  file: ':files',
  place: ':files',
  names: ':files',
  folder: ':folders',
};

function handoffIds(home: string): Known[] {
  const {known, unread} = readKnown(home);
  return [
    ...known.map(({id, customer, system}) => ({value: id, about: `${customer} · ${system}`})),
    ...unread.map((value) => ({value, about: ''})),
  ];
}

/** The handoff that the line means; nothing where that is not clear, for nobody is asked while typing. */
function handoffOf(home: string, named: string | undefined): Handoff | undefined {
  const reader = readerIfClear(home, {handoff: named});
  return reader === undefined || reader === 'unclear' ? undefined : reader.snapshot().handoff;
}

const settings: readonly Known[] = settingFields.map((field) => ({
  value: settingName(field),
  about: settingOf(field).about,
}));

async function playbooks(home: string): Promise<Known[]> {
  const {offerPlaybooks} = await import('../../services/playbooks/preview-playbook.ts');
  const offers = await offerPlaybooks(home, process.cwd());
  return offers.map(({value, detail}) => ({value, about: detail}));
}

/** What a setting may be, where that is one of some words. */
function settingValues(name = ''): Known[] {
  const field = fieldNamed(name);
  const choices = field && settingOf(field).kind.choices;
  return (choices ? [...choices, 'auto'] : []).map((value) => ({value, about: name}));
}

async function values({value, handoff, command, first}: Asked): Promise<readonly Known[]> {
  if (!value) return [];
  if (value.name === 'setting') return settings;
  if (value.name === 'value' && command.name() === 'set') return settingValues(first);
  if (value.choices) return value.choices.map((choice) => ({value: choice, about: ''}));
  const home = storeHome();
  if (value.name === 'id') return handoffIds(home);
  if (value.name === 'names') return playbooks(home);
  const names = knownNames[value.name];
  const found = names && handoffOf(home, handoff);
  return names && found ? names(found) : [];
}

function optionsOf(command: Command): Known[] {
  const root = (one: Command): Command => (one.parent ? root(one.parent) : one);
  const help = command.createHelp();
  const all = [...help.visibleOptions(command), ...help.visibleOptions(root(command))];
  return all.flatMap(({long, description}: Option) =>
    long ? [{value: long, about: description}] : [],
  );
}

function commandsOf(command: Command): Known[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({value: one.name(), about: one.description()}));
}

/** One line of white space, so that nothing of it is taken for another answer. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/**
 * What may stand at the end of a line that somebody is typing, a line each: the word, a tab, and what it is.
 * A last line `:files` or `:folders` asks the shell for those. Nothing is run, written or asked.
 *
 * @param typed the words behind the program's name; the last one is begun and may be empty
 */
export async function completeLine(
  program: Command,
  typed: readonly string[],
): Promise<readonly string[]> {
  const asked = readWords(program, typed);
  const {begun, before, command, isOption, isCommand} = asked;
  const all = [
    ...(isOption ? optionsOf(command) : []),
    ...(isCommand && !isOption ? commandsOf(command) : []),
    ...(await values(asked)),
  ];
  const known = new Map(all.map(({value, about}) => [inOneLine(value), inOneLine(about)]));
  const lines = [...known]
    .filter(([value]) => value.toLowerCase().startsWith(begun.toLowerCase()))
    .map(([value, about]) => `${before}${value}\t${about}`);
  const place = places[asked.value?.name ?? ''];
  return [...lines, ...(place && !isOption ? [place] : [])];
}

import type {Action, ChangeType} from '../changes/catalogue.ts';
import {changeWords} from '../changes/change-words.ts';
import type {Handoff} from '../model/handoff.ts';
import {shownName} from '../people/shown-name.ts';
import {recordTitle} from '../registers/records.ts';

type Of<T extends ChangeType> = Extract<Action, {type: T}>;

/** A few kinds of changes that are told as one, such as settled items. */
interface Kind {
  readonly types: readonly ChangeType[];
  /** Which of them; all, where nothing is said. */
  readonly fits?: (action: Action) => boolean;
  readonly words: (actions: readonly Action[], handoff: Handoff) => string;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : `${count} ${many}`;
}

function provenWords(actions: readonly Action[], {records}: Handoff): string {
  const titles = (actions as readonly Of<'runbook/proven'>[]).map(({record}) => {
    const row = records.find(({id}) => id === record);
    return row ? `"${recordTitle(row)}"` : 'a runbook';
  });
  const all = [...new Set(titles)];
  return all.length > 2 ? `proved ${all.length} runbooks` : `proved ${all.join(' and ')}`;
}

/** What matters most stands first; what is in none is counted at the end. */
const kinds: readonly Kind[] = [
  {types: ['sign-off/recorded'], words: () => 'recorded the sign-off'},
  {
    types: ['handoff/passed-on'],
    words: (actions) => `passed it on to ${(actions.at(-1) as Of<'handoff/passed-on'>).to}`,
  },
  {types: ['session/ended'], words: () => 'ended the session'},
  {types: ['session/planned'], words: () => 'planned the session'},
  {
    types: ['item/settled'],
    fits: (action) => (action as Of<'item/settled'>).status !== 'open',
    words: (actions) =>
      `settled ${counted(new Set(actions.map((action) => (action as Of<'item/settled'>).item)).size, 'an item', 'items')}`,
  },
  {types: ['runbook/proven'], words: provenWords},
  {types: ['checks/recorded'], words: () => 'ran checks'},
  {
    types: ['follow-up/closed', 'session/answered'],
    words: ({length}) => `closed ${counted(length, 'an open point', 'open points')}`,
  },
  {
    types: ['contradiction/settled'],
    words: ({length}) => `chose ${counted(length, 'an answer', 'answers')}`,
  },
  {types: ['record/added'], words: ({length}) => `added ${counted(length, 'a row', 'rows')}`},
];

/** So many things are told of somebody, and so many people. */
const most = 3;

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function personWords(handoff: Handoff, name: string, actions: readonly Action[]): string {
  const told = kinds
    .map(({types, words, fits = () => true}) => ({
      words,
      of: actions.filter((action) => types.includes(action.type) && fits(action)),
    }))
    .filter(({of}) => of.length > 0)
    .slice(0, most);
  const rest = actions.length - told.reduce((sum, {of}) => sum + of.length, 0);
  const parts = told.map(({words, of}) => words(of, handoff));
  const [only] = actions;
  if (parts.length === 0 && only && actions.length === 1)
    return `${name} recorded ${changeWords(handoff, only)}`;
  const left = `made ${rest} ${parts.length === 0 ? '' : 'more '}${rest === 1 ? 'change' : 'changes'}`;
  const more = rest === 0 ? [] : [left];
  return `${name} ${joined([...parts, ...more])}`;
}

/** What colleagues did, in a line without its full stop; nothing where they did nothing. */
export function newsWords(handoff: Handoff, news: readonly Action[]): string | undefined {
  if (news.length === 0) return undefined;
  const people = Map.groupBy(news, ({actor}) => shownName(handoff, actor));
  const told = [...people].slice(0, most).map(([name, of]) => personWords(handoff, name, of));
  const more = people.size > most ? `; and ${people.size - most} more` : '';
  return `Since you were last here: ${told.join('; ')}${more}`;
}

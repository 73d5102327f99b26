import {usualDateLanguage} from '../../handoff/time/date-language.ts';
import {usualCalendar} from '../../handoff/time/business-calendar.ts';
import {ownNameProblem} from '../../handoff/people/own-name.ts';
import {
  choiceKind,
  daysKind,
  folderKind,
  languageKind,
  switchKind,
  textKind,
  weekendKind,
  type SettingKind,
} from './setting-kinds.ts';
import {themeNames, type SettingField, type SettingValues} from './setting-values.ts';

/** A variable that other programs read as well, and what it says of a setting. */
interface SharedVariable<Value> {
  readonly name: string;
  /** What it says; nothing where it leaves the setting alone. */
  readonly read: (text: string) => Value | undefined;
}

/** A setting as every face knows it. */
export interface Setting<Value> {
  readonly kind: SettingKind<Value>;
  /** What it is, to stand behind its name. */
  readonly about: string;
  /** What holds where nobody has said anything, in words. */
  readonly usualWords: string;
  /** The same as a value, where it is one. */
  readonly usual?: Value;
  /** Goes before what is set. */
  readonly variable: `HANDOFF_WIZARD_${string}`;
  /** Variables of all programs, which what is set goes before; the first that says something wins. */
  readonly shared?: readonly SharedVariable<Value>[];
}

type Settable<Field extends SettingField> = Setting<NonNullable<SettingValues[Field]>>;

const text = (name: string): SharedVariable<string> => ({
  name,
  read: (said) => (said.trim() === '' ? undefined : said.trim()),
});

const isOn = (said: string) => said !== '' && said !== '0' && said !== 'false';

/**
 * Every setting by the field that keeps it, in the order in which people see them. Commands, help,
 * completion, the text of `config edit` and the pages of `docs/` are made of it.
 */
export const settingTable: {readonly [Field in SettingField]: Settable<Field>} = {
  name: {
    kind: textKind('the name that people call you', 'is no name', ownNameProblem),
    about: 'the name under which you act, which documents print',
    usualWords: 'as git has it, else the login name',
    variable: 'HANDOFF_WIZARD_NAME',
  },
  editor: {
    kind: textKind('a program with its arguments, such as "code --wait"', 'is no program'),
    about: 'the editor for texts and files',
    usualWords: 'vi',
    usual: 'vi',
    variable: 'HANDOFF_WIZARD_EDITOR',
    shared: [text('VISUAL'), text('EDITOR')],
  },
  pager: {
    kind: textKind('a program with its arguments, or cat for none', 'is no program'),
    about: 'the pager for output that is longer than the terminal',
    usualWords: 'less',
    usual: 'less',
    variable: 'HANDOFF_WIZARD_PAGER',
    // As git has it, an empty one means that there is to be none.
    shared: [{name: 'PAGER', read: (said) => said.trim() || 'cat'}],
  },
  theme: {
    kind: choiceKind(themeNames, 'theme'),
    about: 'the colours of the wizard',
    usualWords: 'as the terminal says, else dark',
    variable: 'HANDOFF_WIZARD_THEME',
  },
  plainSigns: {
    kind: switchKind,
    about: 'whether the wizard draws with ASCII signs alone',
    usualWords: 'as the locale says',
    variable: 'HANDOFF_WIZARD_PLAIN_SIGNS',
  },
  screenReader: {
    kind: switchKind,
    about: 'whether the screens are put into words, for a screen reader',
    usualWords: 'off',
    usual: false,
    variable: 'HANDOFF_WIZARD_SCREEN_READER',
    shared: [
      {name: 'ACCESSIBLE', read: (said) => isOn(said) || undefined},
      {name: 'INK_SCREEN_READER', read: (said) => said === 'true' || undefined},
    ],
  },
  dateLanguage: {
    kind: languageKind,
    about: 'the language in which screens and documents write dates',
    usualWords: usualDateLanguage,
    usual: usualDateLanguage,
    variable: 'HANDOFF_WIZARD_DATE_LANGUAGE',
  },
  weekend: {
    kind: weekendKind,
    about: 'the days of the week on which nobody works',
    usualWords: 'saturday sunday',
    usual: usualCalendar.weekend,
    variable: 'HANDOFF_WIZARD_WEEKEND',
  },
  holidays: {
    kind: daysKind,
    about: 'days that are no business days besides weekends',
    usualWords: 'none',
    usual: usualCalendar.holidays,
    variable: 'HANDOFF_WIZARD_HOLIDAYS',
  },
  worked: {
    kind: daysKind,
    about: 'days that are worked although they are a holiday or of the weekend',
    usualWords: 'none',
    usual: usualCalendar.worked,
    variable: 'HANDOFF_WIZARD_WORKED',
  },
  playbook: {
    kind: textKind('the name of a playbook, as "playbook list" has it', 'is no name of a playbook'),
    about: 'the playbook that a handoff follows where its workspace has none',
    usualWords: 'the built-in one',
    variable: 'HANDOFF_WIZARD_PLAYBOOK',
  },
  playbooks: {
    kind: folderKind,
    about: 'the folder in which your team keeps playbooks, such as a git checkout; it is only read',
    usualWords: 'none',
    variable: 'HANDOFF_WIZARD_PLAYBOOKS',
  },
  templates: {
    kind: folderKind,
    about: 'the folder with the document templates for all your handoffs',
    usualWords: 'templates beside your handoffs',
    variable: 'HANDOFF_WIZARD_TEMPLATES',
  },
};

export const settingFields = Object.keys(settingTable) as readonly SettingField[];

/** The setting of a field, where it does not matter which one it is. */
export function settingOf(field: SettingField): Setting<unknown> {
  // Whoever asks so passes on only what the same kind has read.
  return settingTable[field] as Setting<unknown>;
}

/** A setting as people type it: `plain-signs`. */
export function settingName(field: SettingField): string {
  return field.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** The field of a setting that was typed; nothing where there is none of that name. */
export function fieldNamed(name: string): SettingField | undefined {
  const typed = name.trim().toLowerCase().replaceAll('_', '-');
  return settingFields.find((field) => settingName(field) === typed);
}

import {settingFields, settingName, settingOf} from '../../store/settings/setting-table.ts';
import {globalOptionWords} from '../global-options.ts';
import type {SettingField} from '../../store/settings/setting-values.ts';

/** What a whole program does alike, told by `help TOPIC`. */
export interface Topic {
  readonly about: string;
  readonly text: string;
}

/** Terms, each with what it is behind it, or below where it is long. */
function described(terms: readonly (readonly [string, string])[]): string {
  const width = 29;
  return terms
    .map(([term, about]) =>
      term.length < width
        ? `${term.padEnd(width)}${about}`
        : `${term}\n${' '.repeat(width)}${about}`,
    )
    .join('\n');
}

const ofSettings = settingFields.map((field) => {
  const {variable, about} = settingOf(field);
  return [variable, about] as const;
});

const environment = `Options go before the environment, and HANDOFF_WIZARD_… before settings. Settings go before what
other programs read as well, such as EDITOR. "auto" in a variable of a setting stands for what is usual.

${described([
  ['HANDOFF_WIZARD_HOME', 'folder of handoffs, settings and evidence, in place of the usual one'],
  ['HANDOFF_WIZARD_HANDOFF', 'id of the handoff that a command means, as --handoff'],
  ...ofSettings,
  ['HANDOFF_WIZARD_OWN_NODE', 'set by the program itself: it was started again by a newer Node'],
  ['VISUAL, EDITOR', 'editor for texts and files'],
  ['PAGER', 'pager for long output; an empty one, or cat, is none'],
  ['NO_COLOR', 'set to anything: no colours'],
  ['FORCE_COLOR, CLICOLOR_FORCE', 'colours also where no terminal is'],
  ['CLICOLOR', '0: no colours'],
  ['ACCESSIBLE', 'set to anything but 0: the screens are put into words, for a screen reader'],
  ['INK_SCREEN_READER', 'true: the same'],
  ['TERM, COLORFGBG', 'what the terminal can draw, and whether it is dark'],
  ['LC_ALL, LC_CTYPE, LANG', 'whether the terminal shows UTF-8'],
  ['HOME, XDG_DATA_HOME', 'where the usual folder of handoffs lies'],
  ['HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY', 'the way of http checks, as for curl'],
  ['PATH', 'where programs of checks and runbooks are found'],
])}

Checks read variables that they name as \${env.NAME}; their values are in no report, evidence or document.`;

function settingPart(field: SettingField): string {
  const {about, kind, usualWords, variable} = settingOf(field);
  return [
    `${settingName(field)}  (${variable})`,
    `    ${about}`,
    `    takes ${kind.takes}; usual: ${usualWords}`,
  ].join('\n');
}

const settings = `"config list" tells each setting as it is now, and where that comes from. "config set SETTING VALUE"
keeps one for you on this machine, "config edit" changes them as a text. An empty value goes back to what
is usual. The variable in brackets goes before what is set.

${settingFields.map(settingPart).join('\n')}`;

const exitCodes = `0    good
1    a bug, or output that could not be written
2    bad input: what is wrong is told, and nothing was done
3    a required check failed, a gate is shut, an archive is not whole, or doctor found something broken
4    warnings only
130  interrupted

A reader that goes away, as in "handoff-wizard status | head", is no error.`;

const options = `These stand before or after a command, and mean the same for each.

${described(globalOptionWords)}

--yes      answers the plain questions of a command, and what it agrees to is printed all the same. A checks
           file that nobody has trusted stays so, but for "trust" itself, which asks nothing else: "check"
           needs --trust. What changes the system needs --changes or --allow-changes as well. Which of
           several handoffs is meant is no such question: --handoff says it.
--no-input keeps the wizard and every question away, as where no terminal is.
--quiet    leaves out what is said beside an answer. Errors, and what runs because of --yes, are told.
--verbose  tells each file that is read or written, each program that is started, without its arguments,
           as they may be secrets, and the seconds since the start. Nothing of it is in the answer.
--no-pager as does an empty PAGER, "cat" as the setting pager, or an answer that goes elsewhere.`;

const formatting = `Answers go to standard output; whose handoff it is, notices and errors go to standard error. --quiet leaves
the notices out, "help options" has what every command takes. On a terminal, what is longer than it goes
through your pager ("config set pager", --no-pager).

--json      prints the answer as JSON with its "format", which stays within a major version.
            What went wrong is JSON as well: "error" with "code", "message" and "try".
schema NAME prints the JSON Schema of an answer: schema status, schema check-run, schema error.
-           for a file or a text reads standard input.
--dry-run   judges a change by the rules of the handoff, and writes nothing.
check --format junit, tap, nagios and others print a run of checks as other programs read it.
docs --format md, html, pdf writes documents, docs --document NAME --out - one to standard output.

Lines are not coloured where standard output is no terminal, or NO_COLOR is set.`;

export const topics: Readonly<Record<string, Topic>> = {
  environment: {about: 'variables that are read', text: environment},
  'exit-codes': {about: 'what a command ends with', text: exitCodes},
  settings: {about: 'what can be set, and what is usual', text: settings},
  options: {about: 'what every command takes', text: options},
  formatting: {about: 'output, JSON and standard input', text: formatting},
};

/** What a whole program does alike, told by `help TOPIC`. */
export interface Topic {
  readonly about: string;
  readonly text: string;
}

const environment = `What the environment says goes before settings, and options go before both.

HANDOFF_WIZARD_HOME         folder of handoffs, settings and evidence, in place of the usual one
HANDOFF_WIZARD_HANDOFF      id of the handoff that a command means, as --handoff
HANDOFF_WIZARD_THEME        colours of the wizard: dark, light, plain or auto
HANDOFF_WIZARD_PLAIN_SIGNS  1 draws with ASCII signs alone, 0 does not
HANDOFF_WIZARD_OWN_NODE     set by the program itself: it was started again by a newer Node
VISUAL, EDITOR              editor for texts and files
PAGER                       looked at by doctor
NO_COLOR                    set to anything: no colours
FORCE_COLOR, CLICOLOR_FORCE colours also where no terminal is
CLICOLOR                    0: no colours
ACCESSIBLE                  set to anything but 0: the screens are put into words, for a screen reader
INK_SCREEN_READER           true: the same
TERM, COLORFGBG             what the terminal can draw, and whether it is dark
LC_ALL, LC_CTYPE, LANG      whether the terminal shows UTF-8
HOME, XDG_DATA_HOME         where the usual folder of handoffs lies
HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY
                            the way of http checks, as for curl
PATH                        where programs of checks and runbooks are found

Checks read variables that they name as \${env.NAME}; their values are in no report, evidence or document.`;

const exitCodes = `0    good
1    a bug, or output that could not be written
2    bad input: what is wrong is told, and nothing was done
3    a required check failed, a gate is shut, an archive is not whole, or doctor found something broken
4    warnings only
130  interrupted

A reader that goes away, as in "handoff-wizard status | head", is no error.`;

const formatting = `Answers go to standard output; whose handoff it is, notices and errors go to standard error.

--json      prints the answer as JSON with its "format", which stays within a major version.
            What went wrong is JSON as well: "error" with "code", "message" and "try".
schema NAME prints the JSON Schema of an answer: schema status, schema check-run, schema error.
-           for a file or a text reads standard input.
--dry-run   judges a change by the rules of the handoff, and writes nothing.
check --format junit, tap, nagios and others print a run of checks as other programs read it.
docs --format md, html, pdf writes documents.

Lines are not coloured where standard output is no terminal, or NO_COLOR is set.`;

export const topics: Readonly<Record<string, Topic>> = {
  environment: {about: 'variables that are read', text: environment},
  'exit-codes': {about: 'what a command ends with', text: exitCodes},
  formatting: {about: 'output, JSON and standard input', text: formatting},
};

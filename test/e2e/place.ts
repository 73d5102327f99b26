import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {readdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {execa} from 'execa';
import type {Playbook} from '../../source/playbook/playbook.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {builtInPlaybook, playbookWithoutGates} from '../fixtures/built-in-playbook.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {runInOneProcess, type Outcome} from '../harness/one-process/run.ts';
import {openTerminal, type OpenTerminal} from '../harness/terminal.ts';
import {openWizard, type WizardHere} from '../harness/wizard.tsx';
import {readSnapshot, type Snapshot} from '../../source/store/snapshot.ts';

/** The program as it is installed. */
export const program = fileURLToPath(new URL('../../bin/handoff-wizard.js', import.meta.url));

/** Who hands over in all tests, whatever the account is called that they run in. */
export const engineer = 'Jordan Ruiz';

/** What a command that writes or runs says first of the handoff that `start` has started. */
export const forApex = 'For Apex Banking · Payments API (apex-banking-payments-api).\n';

/** How long a screen may take, in milliseconds: several programs start at once on a busy machine. */
const patience = 120_000;

type Environment = Readonly<Record<string, string>>;

export interface OpenOptions {
  readonly cols?: number;
  readonly rows?: number;
  readonly env?: Environment;
  /** Whether the person has said their name already, so that nobody asks for it. */
  readonly isNamed?: boolean;
}

/** A store, a workspace and a temporary folder of their own, and the program run on them. */
export interface Place extends AsyncDisposable {
  /** Root of all three. */
  readonly path: string;
  readonly home: string;
  readonly workspace: string;
  /** What the program takes for the system's temporary folder. */
  readonly temporary: string;
  readonly env: Environment;
  /** Runs a command in the workspace, with nothing on stdin and no terminal, in the process that all such runs share. */
  readonly run: (args: readonly string[], env?: Environment) => Promise<Outcome>;
  /** The same in a process of its own, as a shell does it; for what a shared one does not show. */
  readonly runAlone: (args: readonly string[], env?: Environment) => Promise<Outcome>;
  /** Opens the wizard in a pseudo-terminal of 80×24 or the size given. */
  readonly open: (args?: readonly string[], options?: OpenOptions) => OpenTerminal;
  /** The same without a process and a terminal of its own, for what keys and screens show by themselves. */
  readonly openHere: (
    args?: readonly string[],
    size?: Pick<OpenOptions, 'cols' | 'rows'>,
  ) => Promise<WizardHere>;
  /** Starts a handoff of the Payments API to Apex Banking, and gives its id. */
  readonly start: () => Promise<string>;
  /** The same by the built-in playbook without its gates, so that nothing has to be prepared. */
  readonly startWithoutGates: () => Promise<string>;
  /** Writes a file into the workspace and gives its path. */
  readonly write: (name: string, text: string, mode?: number) => Promise<string>;
  /** The journal file that this machine writes for a handoff. */
  readonly journalFile: (id: string) => Promise<string>;
  /** What the store holds of a handoff. */
  readonly stored: (id: string) => Promise<Snapshot>;
  /** Everything in the store and the temporary folder, as paths from the root. */
  readonly files: (folder: string) => Promise<readonly string[]>;
}

function environment(root: string): Environment {
  const folder = (name: string): string => {
    const made = path.join(root, name);
    mkdirSync(made);
    return made;
  };
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    HOME: folder('home'),
    TMPDIR: folder('temporary'),
    HANDOFF_WIZARD_HOME: path.join(root, 'store'),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: engineer,
    // Shared by all tests, and not a thing that the program leaves behind.
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache'),
  };
}

/** Settings as they are once the first question was answered; those that are there stay. */
function sayName(home: string): void {
  const file = path.join(home, 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(home, {recursive: true, mode: 0o700});
  writeFileSync(file, JSON.stringify({schema: 1, name: engineer, trusted: []}), {mode: 0o600});
}

export function makePlace(): Place {
  const {path: root, remove} = makeStoreHome();
  const env = environment(root);
  const home = path.join(root, 'store');
  const workspace = path.join(root, 'workspace');
  mkdirSync(workspace);

  const start = (playbook: Playbook): Promise<string> =>
    createHandoff(home, engineer, {
      customer: 'Apex Banking',
      system: 'Payments API',
      workspace,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      playbook,
      playbookSource: 'built-in',
    });

  async function runAlone(args: readonly string[], extra: Environment = {}): Promise<Outcome> {
    const {exitCode, stdout, stderr} = await execa(process.execPath, [program, ...args], {
      cwd: workspace,
      env: {...env, ...extra},
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
      stripFinalNewline: false,
    });
    return {exitCode, stdout, stderr};
  }

  return {
    path: root,
    home,
    workspace,
    temporary: path.join(root, 'temporary'),
    env,
    run: (args, extra = {}) => runInOneProcess({args, cwd: workspace, env: {...env, ...extra}}),
    runAlone,
    open(args = [], {env: extra = {}, isNamed = true, ...size} = {}) {
      if (isNamed) sayName(home);
      const terminal = openTerminal({
        command: process.execPath,
        args: [program, ...args],
        // Some packages take any value of CI for a terminal without colours.
        env: {CI: undefined, ...env, ...extra},
        cwd: workspace,
        ...size,
      });
      const waitFor: OpenTerminal['waitFor'] = (expected, options) =>
        terminal.waitFor(expected, {timeout: patience, ...options});
      return {...terminal, waitFor};
    },
    openHere: (args = [], size) =>
      openWizard({home, actor: engineer, folder: workspace, args, ...size}),
    start: () => start(builtInPlaybook),
    startWithoutGates: () => start(playbookWithoutGates),
    async write(name, text, mode = 0o644) {
      const file = path.join(workspace, name);
      await writeFile(file, text, {mode});
      return file;
    },
    async journalFile(id) {
      const folder = path.join(home, 'handoffs', id);
      const [name = ''] = await readdir(folder);
      return path.join(folder, name);
    },
    stored: async (id) => readSnapshot(home, id),
    files: (folder) => readdir(folder, {recursive: true}),
    [Symbol.asyncDispose]: remove,
  };
}

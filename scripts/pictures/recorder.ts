import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {openTerminal, type OpenTerminal} from '../../test/harness/terminal.ts';
import type {Expectation} from '../../test/harness/wait-for-rows.ts';
import {drawRows} from './drawn-row.ts';
import type {Frame} from './moving-picture.ts';
import type {ScreenSize} from './svg-page.ts';

const root = path.join(import.meta.dirname, '../..');

/** How many pictures one waiting gets at most. */
const most = 14;

/** When it is on the pictures: a Thursday, so that a second drawing gives the same. */
export const pictured = '2026-03-12T13:58:00.000Z';

export interface Recorder extends AsyncDisposable {
  readonly frames: Frame[];
  /** Where the program runs, and where it puts what goes with it, if it is told so. */
  readonly folder: string;
  /** Waits for what is to come, and keeps nothing. */
  readonly wait: (expected: Expectation) => Promise<unknown>;
  /** Says below the picture what happens from now on. */
  readonly caption: (text: string) => void;
  /** Types as a person does, a picture for each key; `lasts` is what each stays. */
  readonly type: (text: string, lasts?: number) => Promise<void>;
  /** Presses a key, waits for what is to come, and keeps it for some milliseconds. */
  readonly press: (key: string, expected: Expectation, lasts: number) => Promise<void>;
  /** Keeps what comes, a few pictures a second, until it is as expected. */
  readonly watch: (expected: Expectation, lasts: number) => Promise<void>;
  readonly rows: () => string[];
}

interface Recording {
  readonly size: ScreenSize;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Puts what the program makes into its folder. */
  readonly isKept?: boolean;
  /** The instant at which it begins. */
  readonly at?: string;
}

/** Folders and ports that are others each time, by names of the same width. */
function steadied(row: string): string {
  return row
    .replaceAll(/(picture|handoff-wizard-sample|handoff-wizard-test)-\w{6}/gu, '$1-000000')
    .replaceAll(/(127\.0\.0\.1:|port )\d{5}/gu, '$118080');
}

/** Opens the built program in a real pseudo-terminal, on a day that is always the same, to be drawn. */
export function record(recording: Recording): Recorder {
  const {size, command, args, env = {}, isKept = false, at = pictured} = recording;
  const folder = mkdtempSync(path.join(tmpdir(), 'picture-'));
  const clock = path.join(folder, 'clock');
  // This process may have moved its own clock.
  const real = performance.timeOrigin + performance.now();
  writeFileSync(clock, String(Date.parse(at) - Math.round(real)));
  const program = path.join(root, 'bin/handoff-wizard.js');
  const bin = path.join(folder, 'handoff-wizard');
  writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(bin, 0o755);
  const open: OpenTerminal = openTerminal({
    command,
    args,
    ...size,
    cwd: folder,
    env: {
      // chalk takes any CI variable, whatever it says, for a place without colours.
      CI: undefined,
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      HOME: folder,
      HANDOFF_WIZARD_HOME: path.join(folder, 'store'),
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      PS1: '$ ',
      NODE_OPTIONS: `--import=${path.join(root, 'test/fixtures/shifted-clock.js')}`,
      SHIFTED_CLOCK: clock,
      ...(isKept ? {TMPDIR: folder} : {}),
      ...env,
    },
  });
  const frames: Frame[] = [];
  let said = '';
  const rows = () => drawRows(open.terminal).map(steadied);
  const keep = (lasts: number) => frames.push({rows: rows(), lasts, caption: said});
  const patience = {timeout: 30_000};
  return {
    frames,
    folder,
    rows,
    wait: (expected) => open.waitFor(expected, patience),
    caption(text) {
      said = text;
    },
    async type(text, lasts = 70) {
      for (const letter of text) {
        const before = rows().join('\n');
        open.write(letter);
        for (let tries = 0; rows().join('\n') === before && tries < 40; tries += 1) await pause(25);
        keep(lasts);
      }
    },
    async press(key, expected, lasts) {
      open.write(key);
      await open.waitFor(expected, patience);
      keep(lasts);
    },
    async watch(expected, lasts) {
      const timer = setInterval(() => {
        // What takes longer is not shown for longer.
        if (shots < most) keep(150);
        shots += 1;
      }, 150);
      let shots = 0;
      try {
        await open.waitFor(expected, patience);
      } finally {
        clearInterval(timer);
      }
      keep(lasts);
    },
    async [Symbol.asyncDispose]() {
      await open.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

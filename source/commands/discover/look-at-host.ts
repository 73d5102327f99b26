import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {LiveLook} from '../../discovery/live/look-live.ts';
import {askHost} from '../../services/discovery/look-at-running.ts';
import {hasTerminal} from '../print.ts';
import {withProgress} from '../show-progress.ts';
import {askOnTerminal, isYes, notAsked} from '../agree.ts';
import {switches} from '../switches.ts';

export interface LiveOptions {
  readonly live?: boolean;
  readonly on?: string;
  readonly json?: boolean;
}

/**
 * Looks at what runs here, or where `on` leads, once a person has seen each command and said yes.
 * What follows from the answers is shown and asked in turn. Nothing where it is not asked for.
 *
 * @throws {Problem} when there is nobody to say yes, or nothing is to be asked and a host is named.
 */
export async function lookAtHost({
  live = false,
  on,
  json = false,
}: LiveOptions): Promise<LiveLook | undefined> {
  if (on !== undefined && !live)
    throw new Problem('--on says where to ask, and nothing is asked.', 'Add --live.');
  if (!live) return undefined;
  async function consent(commands: readonly string[]): Promise<boolean> {
    const {saysYes: yes} = switches();
    if (json && !yes) return false;
    const shown = commands.map((one) => `  ${showControls(one)}`).join('\n');
    const said = `These commands only look. ${yes ? 'They run' : 'They would run'} now:\n${shown}`;
    const question = 'Run exactly these?';
    if (!yes && !hasTerminal())
      throw new Problem(
        `${said}\n${notAsked(question)}`.trimEnd(),
        'Nothing of it was run. Read it, then run again with --yes.',
      );
    process.stderr.write(`${said}\n`);
    return yes || isYes(await askOnTerminal(`${question} Type yes: `));
  }
  return withProgress(
    async (onProgress) => askHost({on: on?.trim().split(/\s+/), consent, onProgress}),
    {isQuiet: json},
  );
}

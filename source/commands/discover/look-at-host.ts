import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {lookLive, type LiveLook} from '../../discovery/live/look-live.ts';
import {hasTerminal} from '../print.ts';
import {isAgreed} from '../trust/require-trust.ts';

export interface LiveOptions {
  readonly on?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * Looks at what runs here, or where `on` leads, once a person has seen each command and said yes.
 * What follows from the answers is shown and asked in turn.
 *
 * @throws {Problem} when there is nobody to say yes.
 */
export async function lookAtHost({on, yes = false, json = false}: LiveOptions): Promise<LiveLook> {
  const prefix = on?.trim().split(/\s+/);
  const look = await lookLive({
    on: prefix,
    now: () => new Date(),
    async consent(commands) {
      if (json && !yes) return false;
      const shown = commands.map((one) => `  ${showControls(one)}`).join('\n');
      const said = `These commands only look. ${yes ? 'They run' : 'They would run'} now:\n${shown}\n`;
      if (!yes && !hasTerminal())
        throw new Problem(said, 'Nothing of it was run. Read it, then run again with --yes.');
      process.stderr.write(said);
      return yes || isAgreed('Run exactly these? Type yes: ');
    },
  });
  const left = look.commands.some(({why}) => why === 'nobody agreed to it');
  if (!left) return look;
  const message = 'Not all was asked: nobody has agreed to it. --yes does.';
  return {...look, problems: [...look.problems, {file: '--live', message}]};
}

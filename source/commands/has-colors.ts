import {switches} from './switches.ts';

/**
 * What this call and the environment want of colours; nothing where they leave that to the terminal. NO_COLOR
 * (no-color.org) goes first, then FORCE_COLOR (force-color.org), then CLICOLOR_FORCE and CLICOLOR
 * (bixense.com/clicolors).
 */
export function wantedColors(env: NodeJS.ProcessEnv = process.env): boolean | undefined {
  if (!switches().hasColor) return false;
  const {NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR} = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== '0') return true;
  return CLICOLOR === '0' ? false : undefined;
}

/** Whether text on stdout may carry colours. */
export function hasColors(): boolean {
  return wantedColors() ?? (process.stdout.isTTY && process.stdout.hasColors());
}

/**
 * Whether commands of checks and runbooks can run on a system: they need /bin/sh, and process groups
 * in which all that they started is ended.
 */
export function canRunCommands(platform: NodeJS.Platform = process.platform): boolean {
  return platform !== 'win32';
}

/** Said where {@link canRunCommands} is not so. */
export const noCommandsHere =
  'Commands of checks and runbooks do not run on Windows itself, where what they start could not be ended. Run handoff-wizard in WSL for them.';

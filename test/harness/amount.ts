/**
 * Whether the tests try all they know: `HANDOFF_WIZARD_TESTS=full npx vitest run …`. Without it each
 * tries as much as a change has to be held against every time.
 */
export const isFull = process.env['HANDOFF_WIZARD_TESTS'] === 'full';

/** How much of something a test tries: `usual`, and `full` when all is asked for. */
export function amount(usual: number, full: number): number {
  return isFull ? full : usual;
}

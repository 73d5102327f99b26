/** How many runs a property gets: `few` in the tests, and ten times as many in the torture. */
export function runsOf(few: number): {readonly numRuns: number} {
  return {numRuns: process.env['TORTURE'] === 'full' ? few * 10 : few};
}

import {expect, test} from 'vitest';
import {shortTorture} from './scenarios.ts';
import {faultsOf} from './tally.ts';

// The long form is "npm run torture".
test.each(Object.entries(shortTorture))(
  '%s costs nothing that was acknowledged',
  async (_, run) => {
    const tally = await run();
    expect(faultsOf(tally)).toEqual([]);
    expect(tally.tries > 0 || tally.skipped !== undefined).toBe(true);
  },
);

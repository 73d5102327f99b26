import {availableParallelism} from 'node:os';
import v8 from 'node:v8';
import {defineConfig} from 'vitest/config';

// Packages as the program carries them: what React, Ink and others look at for those who work on
// them takes a quarter of the time of all tests.
process.env['NODE_ENV'] = 'production';

// Drawing makes much garbage that lives for one frame; with more room for it, far less of it is moved.
v8.setFlagsFromString('--max-semi-space-size=64');

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'threads',
    isolate: false,
    // Much of the time goes to programs that tests start and wait for: two workers beside one for each
    // core keep all cores at work.
    maxWorkers: availableParallelism() + 2,
    // CommonJS packages export what they do under Node.
    deps: {interopDefault: false},
    // Signs are those of a usual terminal, wherever the tests are run.
    env: {TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', COLORFGBG: ''},
    // Ends what hangs; no test asks how fast the machine is, or what else it does.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

import {availableParallelism, tmpdir} from 'node:os';
import path from 'node:path';
import {defineConfig} from 'vitest/config';

// Packages as the program carries them: what React, Ink and others look at for those who work on
// them takes a quarter of the time of all tests.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Processes and not threads: to start a program costs the more the larger the process is that starts
    // it, and one with all threads in it is the largest.
    pool: 'forks',
    isolate: false,
    // Files are loaded by Node itself: each worker has them without asking for their translation, and
    // calls between modules cost nothing. Nothing here is mocked, which alone would need more.
    experimental: {viteModuleRunner: false, nodeLoader: false},
    execArgv: ['--import', import.meta.resolve('./test/harness/load-as-bundled.ts')],
    // Much of the time goes to programs that tests start and wait for: two workers beside one for each
    // core keep all cores at work.
    maxWorkers: availableParallelism() + 2,
    // Signs are those of a usual terminal, wherever the tests are run.
    env: {
      TERM: 'xterm-256color',
      LC_ALL: 'C.UTF-8',
      COLORFGBG: '',
      // What Node has compiled once, the programs that tests start have at hand.
      NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache'),
    },
    // Ends what hangs; no test asks how fast the machine is, or what else it does.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

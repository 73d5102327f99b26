// Draws docs/wizard.svg from the real program: run it with "npm run picture" after a build.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {openTerminal} from '../test/harness/terminal.ts';
import {drawScreen} from './docs/draw-screen.ts';

const root = path.dirname(import.meta.dirname);
await using open = openTerminal({
  command: process.execPath,
  args: [path.join(root, 'bin', 'handoff-wizard.js'), 'demo'],
  cols: 100,
  // chalk takes any CI variable, whatever it says, for a place without colours.
  env: {CI: undefined},
  rows: 28,
});
await open.waitFor('Readiness checklist', {timeout: 30_000});
open.write('/');
await open.waitFor('Find', {timeout: 30_000});
open.write('run the checks');
await open.waitFor(/❯ .*Run the checks/, {timeout: 30_000});
open.write('\r');
await open.waitFor(/❯ . Validation/, {timeout: 30_000});
open.write('r');
await open.waitFor('5 of 5 pass', {timeout: 30_000});
open.write('\u001B[H');
await open.waitFor(/❯ ✔ 5 pass/, {timeout: 30_000});
open.write('\r');
await open.waitFor('Service is healthy', {timeout: 30_000});
open.write('\u001B[B');
await open.waitFor(/❯ +✔ Service is healthy/, {timeout: 30_000});
writeFileSync(
  path.join(root, 'docs', 'wizard.svg'),
  drawScreen(open.terminal, 'The wizard on the validation step of a sample handoff'),
);

// Draws docs/pictures from the real program: run it with "npm run picture" after a build.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {failedCheck} from './failed-check.ts';
import {firstPage} from './first-page.ts';
import {fiveMinutes, screen} from './five-minutes.ts';
import {movingPicture} from './moving-picture.ts';
import {stillPicture} from './still-picture.ts';

const folder = path.join(import.meta.dirname, '../../docs/pictures');
mkdirSync(folder, {recursive: true});

function write(name: string, picture: string): void {
  writeFileSync(path.join(folder, name), picture);
  process.stdout.write(`${name}: ${Math.ceil(Buffer.byteLength(picture) / 1000)} kB\n`);
}

const {frames, still, gate, clock} = await fiveMinutes();
write(
  'five-minutes.svg',
  movingPicture({
    frames,
    size: screen,
    still,
    label:
      'The first five minutes: what is not so cannot be ticked, a runbook is run, checks run, what is missing is told, a session is held by its clock, and the documents are written',
  }),
);
write('gate.svg', stillPicture(gate, screen, 'What has to hold before the session may start'));
write('live-clock.svg', stillPicture(clock, screen, 'The clock of a live session'));
write(
  'failed-check.svg',
  stillPicture(
    await failedCheck(),
    screen,
    'A check that fails, with what was expected, what was found, and how to mend it',
  ),
);
const page = await firstPage('The first page of the handoff document that the customer keeps');
if (page === undefined)
  process.stderr.write('The first page stays as it was: pdftocairo of poppler is not there.\n');
else write('first-page.svg', page);

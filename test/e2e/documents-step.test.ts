import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keys} from '../harness/keys.ts';
import {makePlace} from './place.ts';

test.concurrent('the documents step says how far each document is, and goes to each gap', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume'], {rows: 40});
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`who to contact${keys.enter}`);
  await wizard.waitFor(/▲ handoff-document +0 % ready, \d+ gaps/);
  await wizard.waitFor(/session-papers +\d+ % ready/);

  wizard.write(keys.down.repeat(2));
  await wizard.waitFor(/❯ ▲ handoff-document[^]*▲ "Architecture overview" is not written/);
  wizard.write(keys.down.repeat(2));
  await wizard.waitFor(/❯ +▲ "Configuration" is not written[^]*⏎ go there/);
  wizard.write(keys.enter);
  await wizard.waitFor('❯ ○ Configuration');
  wizard.write('w');
  await wizard.waitFor('Write in Markdown.');
  wizard.write(`Two pods.${keys.escape}`);
  await wizard.waitFor('Written: Configuration');

  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`who to contact${keys.enter}`);
  await wizard.waitFor(/▲ handoff-document +[1-9]\d* % ready/);
  const written = {type: 'item/written', item: 'configuration', text: 'Two pods.'};
  expect((await place.stored(id)).journal).toContainEqual(expect.objectContaining(written));
});

test.concurrent('v shows the document as it would be written, and Esc comes back', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`who to contact${keys.enter}`);
  await wizard.waitFor('p produce documents');
  wizard.write('v');
  await wizard.waitFor(/handoff-document, as it would be written now[^]*more/);
  await wizard.waitFor('Payments API: handoff to Apex Banking');
  wizard.write('G');
  await wizard.waitFor(/No checks have been run yet[^]*above/);
  wizard.write('g');
  await wizard.waitFor(/Next for you: Agree with/);
  wizard.write(keys.escape);
  await wizard.waitFor('p produce documents');
  expect(await place.files(place.workspace)).toEqual([]);
});

test.concurrent('a template that is wrong is told with its place, in the step and in the preview', async () => {
  await using place = makePlace();
  await place.start();
  const folder = path.join(place.workspace, '.handoff', 'templates');
  await mkdir(folder, {recursive: true});
  await writeFile(path.join(folder, 'session-papers.md'), '# A\n\n{{ nonsense }}\n');
  await using wizard = await place.openHere(['resume'], {cols: 200, rows: 40});
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`who to contact${keys.enter}`);
  await wizard.waitFor('session-papers.md:3:4: undefined variable: nonsense');
  wizard.write(`p`);
  await wizard.waitFor('Folder: handoff-documents');
  wizard.write(keys.enter);
  await wizard.waitFor('session-papers.md:3:4: undefined variable: nonsense');
  expect(await place.files(place.workspace)).not.toContain('handoff-documents');
});

import path from 'node:path';
import {parseBlocks} from './markdown/parse-blocks.ts';
import {toPhases} from './reading/phase-drafts.ts';
import {excerpt} from './markdown/excerpt.ts';
import {finishPhases} from './reading/finish-phases.ts';
import {splitFrontMatter} from './settings/front-matter.ts';
import {checkIds} from './settings/known-ids.ts';
import {holdsList} from './markdown/lists.ts';
import type {Playbook} from './playbook.ts';
import {noticesFor} from './reading/notices.ts';
import {toOutline} from './reading/outline.ts';
import {PlaybookError} from './playbook-error.ts';
import {toRuns} from './reading/runs.ts';
import {noSettings, readSettings} from './settings/playbook-settings.ts';
import {cleanSource} from './markdown/source-text.ts';
import {takeSpecialSections} from './reading/special-sections.ts';
import {allItems} from './walk.ts';

function readFile(source: string, file: string) {
  const {yaml, body} = splitFrontMatter(source);
  const settings = yaml ? readSettings(yaml, source, file) : noSettings;
  // Between two rules stood Markdown rather than settings.
  return settings
    ? {settings, blocks: parseBlocks(source, body)}
    : {settings: noSettings, blocks: parseBlocks(source, {offset: 0, linesBefore: 0})};
}

function read(source: string, file: string): Playbook {
  const {settings, blocks} = readFile(source, file);
  const outline = toOutline(toRuns(blocks.blocks));
  const title = settings.title ?? outline.title ?? path.parse(file).name;
  const {context, gotchas, links, rest} = takeSpecialSections(outline.sections, blocks);
  const {preamble} = outline;
  const drafts = toPhases({preamble, sections: rest}, title, settings.phases.size > 0, blocks);
  const phases = finishPhases(drafts, settings);
  checkIds(phases, settings, file);
  const opening = preamble.some(holdsList) ? undefined : excerpt(source, preamble);
  const wholeContext = [opening, ...context].filter(Boolean).join('\n\n');
  const notices = [...settings.notices, ...noticesFor(phases)];
  return {
    title,
    ...(wholeContext ? {context: wholeContext} : {}),
    phases,
    ...(settings.gates ? {gates: settings.gates} : {}),
    gotchas,
    links,
    notices: notices.sort((a, b) => a.position.line - b.position.line),
  };
}

/** Too many levels of nesting are the file's fault, not a bug of the program. */
function readBounded(source: string, file: string): Playbook {
  try {
    return read(source, file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'The lists or quotations are nested too deeply; write them with fewer levels.';
    throw new PlaybookError(file, undefined, message, {cause: error});
  }
}

/**
 * Reads a playbook from Markdown. `file` is the name for messages and, without a title, for the
 * title. Throws a PlaybookError when the file is empty, has no list entry to settle, has malformed
 * front matter, or front matter that names unknown ids or words.
 */
export function parsePlaybook(markdown: string, file: string): Playbook {
  const source = cleanSource(markdown);
  const isEmpty = source.trim() === '';
  const playbook = isEmpty ? undefined : readBounded(source, file);
  if (playbook && allItems(playbook).length > 0) return playbook;
  throw new PlaybookError(
    file,
    {line: 1, column: 1},
    `${isEmpty ? 'The file is empty' : 'There is no list to work through'}; write each thing to ` +
      'settle on a line that starts with "- [ ]".',
  );
}

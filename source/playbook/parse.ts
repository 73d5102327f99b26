import path from 'node:path';
import {excerpt} from './markdown/excerpt.ts';
import {cleanSource} from './markdown/source-text.ts';
import {parseMended} from './mending/mend.ts';
import {readPieces} from './pieces/pieces.ts';
import type {Phase, Playbook} from './playbook.ts';
import {PlaybookError} from './playbook-error.ts';
import {chooseWork} from './reading/choice.ts';
import {finishPhases} from './reading/finish-phases.ts';
import {doubtfulNotice, emptyHeadings, noticesFor, pageNotice} from './reading/notices.ts';
import {onePage} from './reading/one-page.ts';
import {isDoubtful} from './reading/kinds.ts';
import {toOutline} from './reading/outline.ts';
import {emptySections, holdsWork, toPhases, toPieced, withRoom} from './reading/phase-drafts.ts';
import {toRuns} from './reading/runs.ts';
import {slugify} from './reading/slug.ts';
import {takeSpecialSections} from './reading/special-sections.ts';
import {sectionRole} from './reading/titles.ts';
import {splitFrontMatter} from './settings/front-matter.ts';
import {checkIds} from './settings/known-ids.ts';
import {noSettings, readSettings, type Settings} from './settings/playbook-settings.ts';
import {namedIds} from './settings/named-ids.ts';
import {allItems} from './walk.ts';

/** The blocks of a cleaned source, as they are read, and what its front matter says. */
export function readBlocks(source: string, file: string) {
  const {yaml, body} = splitFrontMatter(source);
  const settings = yaml ? readSettings(yaml, source, file) : noSettings;
  // Between two rules stood Markdown rather than settings.
  return settings
    ? {settings, blocks: parseMended(source, body)}
    : {settings: noSettings, blocks: parseMended(source, {offset: 0, linesBefore: 0})};
}

function doubtfulPhases(phases: readonly Phase[], settings: Settings) {
  return phases
    .filter(
      ({id, kind, title}) =>
        kind === 'preparation' && !settings.phases.has(id) && isDoubtful(title),
    )
    .map(doubtfulNotice);
}

function read(source: string, file: string, isStrict: boolean): ParsedPlaybook {
  const {settings, blocks} = readBlocks(source, file);
  const outline = toOutline(toRuns(blocks), blocks);
  const title = settings.title ?? outline.title ?? path.parse(file).name;
  const preamble = readPieces(outline.preamble, blocks);
  const named = namedIds(settings);
  const ordinary = outline.sections.filter(({heading}) => !sectionRole(heading.title));
  const all = [preamble, ...toPieced(ordinary, blocks).map(({pieces}) => pieces)];
  const choice = chooseWork(all, (text, what) => named[what].has(slugify(text)));
  const {context, gotchas, links, rest} = takeSpecialSections(outline.sections, blocks, choice);
  const isWork = holdsWork(preamble, title, choice);
  const sections = withRoom(toPieced(rest, blocks), choice);
  const drafts = toPhases(
    {preamble: isWork ? preamble : [], sections},
    outline,
    title,
    settings.phases.size > 0,
    choice,
  );
  const opening = isWork ? undefined : excerpt(blocks, outline.preamble);
  const wholeContext = [opening, ...context].filter(Boolean).join('\n\n') || undefined;
  const worked = finishPhases(drafts, settings);
  const isPage = worked.length === 0;
  const phases = isPage ? onePage({title, context: wholeContext, gotchas, links}) : worked;
  const mistakes = [...settings.mistakes, ...checkIds(phases, settings, file)];
  const [mistake] = mistakes;
  if (mistake && isStrict) throw mistake;
  const notices = [
    ...settings.notices,
    ...mistakes.map(({reason, position = {line: 1, column: 1}}) => ({message: reason, position})),
    ...blocks.notices,
    ...noticesFor(phases),
    ...emptyHeadings(emptySections(sections, choice)),
    ...(isPage ? [pageNotice()] : doubtfulPhases(phases, settings)),
  ];
  const playbook: Playbook = {
    title,
    ...(wholeContext && !isPage ? {context: wholeContext} : {}),
    phases,
    ...(settings.gates && settings.gates !== 'none' ? {gates: settings.gates} : {}),
    gotchas,
    links,
    notices: notices.sort((a, b) => a.position.line - b.position.line),
  };
  return {playbook, settings};
}

/** A playbook as its file has it, with what the front matter says. */
export interface ParsedPlaybook {
  readonly playbook: Playbook;
  readonly settings: Settings;
}

export interface ParseOptions {
  /** A mistake in front matter of ours is an error, and not a notice. */
  readonly isStrict?: boolean;
}

/**
 * Reads a playbook from Markdown, whatever its shape. `file` is the name for messages and, without a
 * title, for the title. What is not understood is among the notices.
 *
 * @throws {PlaybookError} when the file says nothing; with `isStrict` also for front matter that
 * names unknown ids or words.
 */
export function parseWithSettings(
  markdown: string,
  file: string,
  {isStrict = false}: ParseOptions = {},
): ParsedPlaybook {
  const source = cleanSource(markdown);
  const parsed = source.trim() === '' ? undefined : read(source, file, isStrict);
  if (parsed && allItems(parsed.playbook).length > 0) return parsed;
  const what = 'The file is empty; write each thing to settle on a line that starts with "- [ ]".';
  throw new PlaybookError(file, {line: 1, column: 1}, what);
}

/**
 * What stands in a file alone, without the finish line that `loadPlaybook` adds; see
 * {@link parseWithSettings}.
 *
 * @throws {PlaybookError} as there
 */
export function parsePlaybook(markdown: string, file: string, options?: ParseOptions): Playbook {
  return parseWithSettings(markdown, file, options).playbook;
}

import type {Handoff} from '../../handoff/model/handoff.ts';
import {foundDrafts} from '../../handoff/drafts/found-drafts.ts';
import {line, span, spread, wrapLines, type Line} from '../list/line.ts';
import {gap, headingRow, type Row} from '../list/row.ts';
import type {Drafts, LookPhase} from './use-drafts.ts';

/** What is said above the list: what was looked at, and that nothing of it is a fact yet. */
export function draftsHead(handoff: Handoff, {phase, open, marks}: Drafts, width: number): Line[] {
  const title = span('What is deployed', 'heading');
  if (phase.at === 'looking')
    return [
      [title],
      ...wrapLines(
        phase.host === undefined
          ? `Reading ${handoff.workspace} … Nothing is run, and nothing is written there.`
          : `Asking ${phase.host} what it runs … Only what you agree to is run.`,
        width,
        'accent',
      ),
      [],
    ];
  const figure = marks.size > 0 ? `${marks.size} of ${open.length} marked` : `${open.length} found`;
  const known = foundDrafts(handoff).length;
  const hasAsked = handoff.draftLooks.some(({folder}) => folder === undefined);
  const said =
    open.length > 0
      ? `Nothing of this is a fact before you take it. Proofs and what a runbook is for stay yours.${hasAsked ? '' : ' L asks what runs.'}`
      : phase.at === 'failed'
        ? `${phase.host ?? handoff.workspace} could not be looked at.`
        : known > 0
          ? 'Nothing new was found: all of it was taken or left.'
          : `Nothing was found in ${handoff.workspace}. Compose files, Dockerfiles, env files, crontabs, Procfiles and Makefiles are read there. L asks what runs.`;
  return [
    spread([title], line(open.length > 0 ? figure : '', 'muted'), width),
    ...wrapLines(said, width, 'muted'),
    [],
  ];
}

/** What could not be read and what was left out, below what was found. */
export function lookRows(phase: LookPhase, hasAbove: boolean): Row[] {
  if (phase.at !== 'seen') return [];
  const {problems, left, read} = phase.look;
  const told = [
    ...(problems.length > 0 ? [headingRow('Not understood')] : []),
    ...problems.map(({file, line: at, message}): Row => ({
      text: `${at === undefined ? file : `${file}:${at}`}: ${message}`,
      token: 'warning',
      depth: 1,
    })),
    ...(left.length > 0 ? [headingRow('Left out')] : []),
    ...left.map(({file, why}): Row => ({text: `${file}: ${why}`, token: 'muted', depth: 1})),
    headingRow(read),
  ];
  return [...(hasAbove ? [gap] : []), ...told];
}

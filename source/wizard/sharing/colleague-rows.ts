import {holderOf} from '../../handoff/holding/holder.ts';
import {toldActions, toldWords} from '../../handoff/news/told-actions.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {span} from '../list/line.ts';
import {gap, type Row} from '../list/row.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import type {View} from '../view.ts';

/** What came of something, a paragraph each. */
export interface Came {
  readonly lines: readonly string[];
  readonly token: Token;
}

export type ColleaguePart = 'sync' | 'answers' | 'pass-on';

const open: Sign = {glyph: glyphs.open, word: 'open', token: 'plain'};
const done: Sign = {glyph: glyphs.done, word: 'done', token: 'success'};
const toLookAt: Sign = {glyph: glyphs.alarm, word: 'to look at', token: 'warning'};

function signOf(came: Came | undefined): Sign {
  if (came === undefined || came.token === 'muted') return open;
  return came.token === 'success' ? done : toLookAt;
}

function syncRow(view: View, came: Came | undefined): Row {
  const folder = view.services.sharedIn(view.live);
  const {lines, token} = came ?? {
    lines: [
      folder === undefined
        ? `Not shared yet. It would be in .handoff of ${view.handoff.workspace}, for everybody who can read that repository.`
        : `Shared in ${folder}.`,
    ],
    token: 'muted',
  };
  return {
    key: 'sync',
    sign: signOf(came),
    text: folder === undefined ? '1 Share it with colleagues' : '1 Sync with colleagues',
    below: lines.map((words) => span(words, token)),
  };
}

function answersRow({handoff: {contradictions}}: View): Row {
  const count = contradictions.length;
  return {
    key: 'answers',
    sign: count > 0 ? toLookAt : done,
    text: '2 Choose where answers differ',
    below: [
      count === 0
        ? span('Nothing was answered in several ways.', 'muted')
        : span(
            `Answered in several ways apart: ${contradictions.map(({about}) => about).join(', ')}.`,
            'warning',
          ),
    ],
  };
}

function passOnRow({handoff}: View, came: Came | undefined): Row {
  const {lines, token} = came ?? {lines: [`Held by ${holderOf(handoff)}.`], token: 'muted'};
  return {
    key: 'pass-on',
    sign: signOf(came),
    text: '3 Pass it on to another engineer',
    below: lines.map((words) => span(words, token)),
  };
}

/** What can be done with colleagues, and how each stands or what came of it just now. */
export function colleagueRows(
  view: View,
  came: Partial<Record<ColleaguePart, Came>>,
): readonly Row[] {
  return [syncRow(view, came.sync), gap, answersRow(view), gap, passOnRow(view, came['pass-on'])];
}

/** What colleagues did since one was last here, the newest first, each in a line. */
export function newsLines({handoff, live, news}: View, now: string): readonly string[] {
  if (news.length === 0) return [];
  const wanted = new Set(news.map(({id}) => id));
  const {timeZone} = handoff;
  return toldActions(live.snapshot())
    .filter(({action}) => wanted.has(action.id))
    .map((told) => {
      const {at, actor} = told.action;
      const when = `${dayWords(dayIn(timeZone, at), timeZone, now)} ${timeWords(at, timeZone)}`;
      return `${when}, ${actor}: ${toldWords(handoff, told)}`;
    })
    .toReversed();
}

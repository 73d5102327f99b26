import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import {
  answersTo,
  teachBackQuestions,
  teachBackStanding,
  teachBackWords,
  type TeachBackStanding,
} from '../../../handoff/teaching/teach-back-standing.ts';
import type {TeachBack} from '../../../handoff/teaching/teach-back.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import {line, span, wrapLines, type Line} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';
import {rowKey} from '../../list/selected-line.ts';
import {glyphs, type Sign} from '../../theme/glyphs.ts';

const signs: Readonly<Record<TeachBackStanding['state'], Omit<Sign, 'word'>>> = {
  right: {glyph: glyphs.done, token: 'success'},
  'with-help': {glyph: glyphs.half, token: 'warning'},
  'not-known': {glyph: glyphs.cross, token: 'danger'},
  'not counted': {glyph: glyphs.open, token: 'warning'},
  'never asked': {glyph: glyphs.open, token: 'muted'},
};

/** `Mina, asked by Jordan, today 14:05`. */
function answerWords(handoff: Handoff, now: string, {answerer, asker, at}: TeachBack): string {
  const {timeZone} = handoff;
  const day = dayWords(dayIn(timeZone, at), timeZone, now);
  const who = asker === undefined ? `${answerer}, in writing` : `${answerer}, asked by ${asker}`;
  return `${who}, ${day} ${timeWords(at, timeZone)}`;
}

function questionRow(handoff: Handoff, row: HandoffRecord, now: string): Row {
  const {state, why, isOfEarlier, toJudge} = teachBackStanding(handoff, row);
  const sign = signs[state];
  const last = answersTo(handoff, row.id).at(-1);
  const below = [
    ...(last ? [answerWords(handoff, now, last)] : []),
    ...(toJudge ? ['to be judged'] : []),
    ...(why ? [why] : []),
    ...(isOfEarlier ? ['asked before it was changed'] : []),
  ].join(', ');
  return {
    key: rowKey(row.id),
    sign: {...sign, word: ''},
    text: recordTitle(row),
    figure: line(teachBackWords[state], sign.token),
    below: below === '' ? [] : [span(below, 'muted')],
  };
}

/** The questions of the training, below the tasks; nothing where there is none. */
export function questionRows(handoff: Handoff, now: string): Row[] {
  const questions = teachBackQuestions(handoff);
  if (questions.length === 0) return [];
  return [
    gap,
    headingRow('Asked back, to be answered in their own words'),
    ...questions.map((row) => questionRow(handoff, row, now)),
  ];
}

/** What a right answer says, and each answer that was given, the latest first. */
export function questionLines(
  handoff: Handoff,
  row: HandoffRecord,
  now: string,
  width: number,
): Line[] {
  const answer = fieldText(row, 'answer');
  const runbook = fieldText(row, 'runbook');
  return [
    ...wrapLines(answer === '' ? 'Nothing says what answers it.' : `Answer: ${answer}`, width),
    ...(runbook === '' ? [] : wrapLines(`Runbook: ${runbook}`, width, 'muted')),
    ...answersTo(handoff, row.id)
      .toReversed()
      .flatMap((given): Line[] => {
        const {outcome, said, remark} = given;
        const how = outcome === undefined ? 'to be judged' : teachBackWords[outcome];
        const words = [said, remark].filter((text) => text !== undefined).join('; ');
        return wrapLines(
          `${how}${words === '' ? '' : `: ${words}`} (${answerWords(handoff, now, given)})`,
          width,
          outcome === undefined ? 'accent' : signs[outcome].token,
        );
      }),
  ];
}

import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {
  teachBackQuestions,
  teachBackStanding,
  teachBackWords,
  type TeachBackStanding,
} from '../../handoff/teaching/teach-back-standing.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords} from '../../handoff/time/wording.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';

export interface ListQuestionsOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

function words(
  {timeZone}: Handoff,
  {state, since, answerer, why, isOfEarlier, toJudge}: TeachBackStanding,
  now: string,
): string {
  const when = since === undefined ? '' : ` ${dayWords(dayIn(timeZone, since), timeZone, now)}`;
  const who = answerer === undefined ? '' : `, ${answerer}`;
  return [
    `${teachBackWords[state]}${when}${who}${why ? `: ${why}` : ''}`,
    ...(isOfEarlier ? ['asked before it was changed'] : []),
    ...(toJudge ? [`${toJudge.answerer} wrote, to be judged: ${toJudge.said ?? ''}`] : []),
  ].join('; ');
}

/** Prints the questions of the training, how each was known, and what a right answer says. */
export async function listQuestions(options: ListQuestionsOptions): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), options, 'reads');
  const now = new Date().toISOString();
  const all = teachBackQuestions(handoff).map((row) => ({
    row,
    standing: teachBackStanding(handoff, row),
  }));
  if (options.json) {
    printJson({
      handoff: handoff.id,
      questions: all.map(({row, standing: {toJudge, ...standing}}) => ({
        id: row.id,
        question: recordTitle(row),
        answer: fieldText(row, 'answer'),
        runbook: fieldText(row, 'runbook'),
        ...standing,
        ...(toJudge
          ? {
              toJudge: {
                id: toJudge.id,
                answerer: toJudge.answerer,
                said: toJudge.said,
                at: toJudge.at,
              },
            }
          : {}),
      })),
    });
    return exitCodes.good;
  }
  const lines = all.flatMap(({row, standing}) => {
    const answer = fieldText(row, 'answer');
    return [
      `${recordTitle(row)}  <${row.id}>`,
      `  ${words(handoff, standing, now)}`,
      ...(answer === '' ? [] : [`  answer: ${answer.replaceAll('\n', '\n          ')}`]),
    ];
  });
  print(
    lines.length === 0
      ? 'No questions yet. "handoff-wizard teach-back draft" makes some of the runbooks.'
      : lines.join('\n'),
  );
  return exitCodes.good;
}

import {canBeChosen, settling} from '../../handoff/contradictions/settle.ts';
import type {Contradiction, GivenAnswer} from '../../handoff/contradictions/contradiction.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {findOne} from '../changes/find-one.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {chooseReader} from '../choose-handoff.ts';
import {exitCodes} from '../report-error.ts';

export interface SettleOptions {
  readonly handoff?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const listedBy = '"handoff-wizard contradiction list" has them.';

function findAnswer({answers}: Contradiction, query: string): GivenAnswer {
  const all = answers.map((answer) => ({
    id: answer.action,
    text: `${answer.says}, ${answer.by}`,
    answer,
  }));
  return findOne(all, query, {what: 'answer', listedBy}).answer;
}

/** Chooses one of several answers, and gives it again where another one stands. */
export async function settleContradiction(
  about: string,
  query: string,
  {handoff, reason, dryRun: isDry = false, json: isJson = false}: SettleOptions,
): Promise<number> {
  const context = await readContext();
  const reader = await chooseReader(context.home, {handoff}, 'acts');
  const snapshot = reader.snapshot();
  const all = snapshot.handoff.contradictions.map((one) => ({id: one.id, text: one.about, one}));
  const {one} = findOne(all, about, {what: 'contradiction', listedBy});
  const answer = findAnswer(one, query);
  if (!canBeChosen(snapshot.journal, one, answer))
    throw new Problem(
      `"${answer.says}" cannot be given again for ${one.about}.`,
      'Choose the one that stands, or record anew what is right.',
    );
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide: ({journal}) => settling(journal, one, answer.action, reason?.trim()),
  });
  const line = `Chosen for ${one.about}: "${answer.says}", which ${answer.by} has said.`;
  tellRecorded(recorded, {isDry, isJson, line});
  if (!isDry) tellNameNotice(context);
  return exitCodes.good;
}

import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import {teachBackOutcomes, type TeachBackOutcome} from '../../../handoff/teaching/teach-back.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import {receiverAnswers} from '../../../handoff/rules/teach-back-rules.ts';
import {
  answersTo,
  teachBackQuestions,
  teachBackStanding,
  teachBackWords,
} from '../../../handoff/teaching/teach-back-standing.ts';
import {nameAsk, receiversOf, type Known} from '../../asking/name-ask.ts';
import {answerProblem, refusalWords} from '../../asking/refusal-words.ts';
import {wrapLines} from '../../list/line.ts';
import {rowKey} from '../../list/selected-line.ts';
import type {View} from '../../view.ts';

interface Answered {
  readonly answerer: string;
  readonly outcome: TeachBackOutcome;
  readonly remark?: string;
}

function changeOf({services}: View, {id}: HandoffRecord, answered: Answered) {
  return {type: 'teach-back/asked', question: id, asker: services.actor, ...answered} as const;
}

/** The next question that nobody was asked; what was not known is taught and stays selected. */
function nextOf({handoff}: View, {id}: HandoffRecord, outcome: TeachBackOutcome): string {
  const questions = teachBackQuestions(handoff);
  const at = questions.findIndex((row) => row.id === id);
  const others = [...questions.slice(at + 1), ...questions.slice(0, at)];
  const next = others.find((row) => teachBackStanding(handoff, row).state === 'never asked');
  return outcome === 'not-known' ? id : (next?.id ?? id);
}

const saidOf: Readonly<Record<TeachBackOutcome, string>> = {
  right: 'Known.',
  'with-help': 'Known with help. To ask it again is an open point.',
  'not-known': 'Not known. To teach it and ask again is an open point.',
};

function record(view: View, row: HandoffRecord, answered: Answered): Promise<boolean> {
  return view.dispatch([changeOf(view, row, answered)], {
    select: rowKey(nextOf(view, row, answered.outcome)),
    said: saidOf[answered.outcome],
  });
}

/** Asks what they had to be told, where it was not known at once; Enter leaves it out. */
async function keepOutcome(
  view: View,
  row: HandoffRecord,
  answered: Omit<Answered, 'remark'>,
): Promise<boolean> {
  if (answered.outcome === 'right') return record(view, row, answered);
  const remark = await view.ask({
    label: 'They had to be told',
    hint: 'What was missing. Enter leaves it out.',
    problemWith: (text) =>
      text === ''
        ? undefined
        : answerProblem(view, changeOf(view, row, {...answered, remark: text})),
    keep: (text) => record(view, row, text === '' ? answered : {...answered, remark: text}),
  });
  return remark !== undefined;
}

/** Whoever wrote an answer is judged by it; whoever answered last is likely to be asked the next question as well. */
function likelyAnswerers({handoff}: View, written: string | undefined): readonly Known[] {
  const {teachBacks, demonstrations} = handoff;
  const last = written ?? teachBacks.at(-1)?.answerer ?? demonstrations.at(-1)?.performer;
  const all = receiversOf(handoff);
  const first = all.filter(({name}) => name === last);
  return [...first, ...all.filter(({name}) => name !== last)];
}

/**
 * Asks who answered a question, and how well it was known unless a key has said so, and records it. What
 * was written to it and waits to be judged stands over the questions.
 */
export async function askBack(
  view: View,
  row: HandoffRecord,
  outcome?: TeachBackOutcome,
): Promise<void> {
  const {handoff} = view;
  const written = answersTo(handoff, row.id).findLast((given) => given.outcome === undefined);
  const about = {
    title: recordTitle(row),
    lines: (width: number) => [
      ...(written?.said ? wrapLines(`${written.answerer} wrote: ${written.said}`, width) : []),
      ...wrapLines(`Answer: ${fieldText(row, 'answer')}`, width, 'muted'),
    ],
  };

  async function askOutcome(answerer: string): Promise<boolean> {
    const chosen = await view.ask({
      label: 'How well it was known',
      hint: 'In their own words. A yes is no answer.',
      about,
      choices: teachBackOutcomes.map((value) => ({value, label: teachBackWords[value]})),
      keep: async (value) => {
        const known = teachBackOutcomes.find((one) => one === value);
        return known !== undefined && keepOutcome(view, row, {answerer, outcome: known});
      },
    });
    return chosen !== undefined;
  }

  await view.ask(
    nameAsk({
      label: 'Answered by',
      hint: 'Somebody who takes the system over.',
      about,
      names: likelyAnswerers(view, written?.answerer),
      isNeeded: true,
      problemWith: (name) =>
        refusalWords(receiverAnswers(handoff, {answerer: name})) ??
        answerProblem(view, changeOf(view, row, {answerer: name, outcome: 'right'})),
      keep: (answerer) =>
        outcome === undefined ? askOutcome(answerer) : keepOutcome(view, row, {answerer, outcome}),
    }),
  );
}

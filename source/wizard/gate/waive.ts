import {usualWaiver, type GateName} from '../../handoff/model/gate-waiver.ts';
import type {Requirement} from '../../handoff/gates/requirement.ts';
import {isReasoned, riskTaker} from '../../handoff/rules/waiver-rules.ts';
import {addDays, dayIn} from '../../handoff/time/schedule.ts';
import {dayWords} from '../../handoff/time/wording.ts';
import {dateAsk} from '../asking/date-ask.ts';
import {approversOf} from '../../handoff/people/approvers.ts';
import {everybodyOf, nameAsk} from '../asking/name-ask.ts';
import {answerProblem, refusalWords} from '../asking/refusal-words.ts';
import type {View} from '../view.ts';

interface Said {
  readonly reason?: string;
  readonly approver?: string;
  readonly expires?: string;
}

/** Asks for reason, approver and end of a waiver of what a gate needs, then records it once. */
export async function waive(view: View, gate: GateName, requirement: Requirement): Promise<void> {
  const {handoff} = view;
  const today = dayIn(handoff.timeZone, view.now());
  const asking = {actor: view.services.actor, now: view.now()};
  const {id, text, fact, isPast} = requirement;
  const waiver = ({reason = '', approver = '', expires}: Said) => ({
    type: 'gate/waived' as const,
    gate,
    requirement: id,
    text,
    fact,
    reason,
    approver,
    ...(expires === undefined ? {} : {expires}),
  });

  const approvers = approversOf(handoff).map(({name, role}) => ({name, detail: role}));
  const reason = await view.ask({
    label: 'Why waived',
    hint: `The reason is printed in the handoff document. ${text}`,
    hintRows: 3,
    problemWith: (typed) => refusalWords(isReasoned(handoff, waiver({reason: typed}), asking)),
  });
  if (reason === undefined) return;
  const approver = await view.ask(
    nameAsk({
      names: [...approvers, ...everybodyOf(handoff)],
      isNeeded: true,
      label: 'Approved by',
      hint: 'Who takes the risk, by name. Not the engineer who hands over.',
      problemWith(name) {
        const change = waiver({reason, approver: name});
        const problem = refusalWords(riskTaker(handoff, change, asking));
        return problem ?? (isPast ? answerProblem(view, change) : undefined);
      },
      // What nobody can change any more is not looked at again.
      ...(isPast
        ? {
            keep: (name: string) =>
              view.dispatch([waiver({reason, approver: name})], {
                said: `Waived, approved by ${name}.`,
              }),
          }
        : {}),
    }),
  );
  if (approver === undefined || isPast) return;
  await view.ask(
    dateAsk({
      label: 'Until',
      hint: 'From that day on it counts no more.',
      initialText: addDays(today, usualWaiver),
      today,
      calendar: handoff,
      problemWithDay: (expires) => answerProblem(view, waiver({reason, approver, expires})),
      keepDay: (expires) =>
        view.dispatch([waiver({reason, approver, expires})], {
          said: `Waived until ${dayWords(expires, handoff.timeZone, view.now())}, approved by ${approver}.`,
        }),
    }),
  );
}

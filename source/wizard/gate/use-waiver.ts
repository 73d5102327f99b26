import {useState} from 'react';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {GateName} from '../../handoff/model/gate-waiver.ts';
import type {Requirement} from '../../handoff/gates/requirement.ts';
import {isReasoned, riskTaker} from '../../handoff/rules/waiver-rules.ts';
import {addDays, dayIn} from '../../handoff/time/schedule.ts';
import type {Question} from '../asking/prompt.tsx';
import {dueProblem, resolveDue} from '../steps/items/item-questions.ts';
import {refusalWords, answerProblem} from '../asking/refusal-words.ts';
import type {View} from '../view.ts';

interface Draft {
  readonly requirement: Requirement;
  readonly reason?: string;
  readonly approver?: string;
}

/** A waiver counts for this many days unless somebody says otherwise. */
const usualDays = 14;

/** Asks for reason, approver and expiry of a waiver, then records it once. */
export function useWaiver(view: View, gate: GateName) {
  const [draft, setDraft] = useState<Draft>();
  const {handoff} = view;
  const today = dayIn(handoff.timeZone, view.now());

  function record(change: Change, said: string): void {
    setDraft(undefined);
    view.dispatch([change], {said});
  }

  function question(): Question | undefined {
    if (!draft) return undefined;
    const {requirement, reason, approver} = draft;
    const {id, text: missing, fact, isPast} = requirement;
    const asking = {actor: view.services.actor, now: view.now()};
    const changeOf = (part: {
      readonly reason?: string;
      readonly approver?: string;
      readonly expires?: string;
    }) => ({
      type: 'gate/waived' as const,
      gate,
      requirement: id,
      text: missing,
      reason: reason ?? '',
      approver: approver ?? '',
      fact,
      ...part,
    });
    if (reason === undefined)
      return {
        label: 'Why waived',
        hint: `The reason is printed in the handoff document. ${requirement.text}`,
        hintRows: 3,
        initialText: '',
        problemWith: (text) => refusalWords(isReasoned(handoff, changeOf({reason: text}), asking)),
        onAnswer: (text) => setDraft({requirement, reason: text}),
      };
    if (approver === undefined)
      return {
        label: 'Approved by',
        hint: 'Who takes the risk, by name. Not the engineer who hands over.',
        initialText: '',
        problemWith(text) {
          if (text === '') return 'A waiver needs the name of who approved it.';
          const change = changeOf({approver: text});
          const problem = refusalWords(riskTaker(handoff, change, asking));
          return problem ?? (isPast ? answerProblem(view, change) : undefined);
        },
        // What nobody can change any more is not looked at again.
        onAnswer: (text) =>
          isPast
            ? record(changeOf({approver: text}), `Waived, approved by ${text}.`)
            : setDraft({requirement, reason, approver: text}),
      };
    return {
      label: 'Until',
      hint: 'From that day on it counts no more. Such as +14 for in 14 days.',
      initialText: addDays(today, usualDays),
      problemWith(text) {
        if (text === '') return `A waiver needs an end. Type a day such as ${addDays(today, 14)}.`;
        const problem = dueProblem(text, today);
        if (problem) return problem;
        const expires = resolveDue(text, today);
        return answerProblem(view, changeOf({expires}));
      },
      onAnswer(text) {
        const expires = resolveDue(text, today);
        record(changeOf({expires}), `Waived until ${expires}, approved by ${approver}.`);
      },
    };
  }

  return {
    question: question(),
    begin: (requirement: Requirement) => {
      view.say(undefined);
      setDraft({requirement});
    },
    leave: () => setDraft(undefined),
  };
}

import {useState} from 'react';
import {stepItems} from '../handoff/items.ts';
import type {SignOffDecision} from '../handoff/model.ts';
import {isSettled} from '../handoff/progress.ts';
import type {Question} from './components/prompt.tsx';
import type {Token} from './theme/tokens.ts';
import type {View} from './view.ts';

export const decisions: readonly {
  readonly value: SignOffDecision;
  readonly label: string;
  readonly token: Token;
}[] = [
  {value: 'accepted', label: 'accepts', token: 'success'},
  {value: 'accepted-with-conditions', label: 'accepts with conditions', token: 'warning'},
  {value: 'declined', label: 'declines', token: 'danger'},
];

interface Draft {
  readonly name?: string;
  readonly role?: string;
  readonly decision?: SignOffDecision;
}

/** Asks for name, role, decision and, where it needs words, the words; then records it once. */
export function useSignOff(view: View) {
  const [draft, setDraft] = useState<Draft>();
  const record = (given: Required<Draft>, remarks?: string) => {
    setDraft(undefined);
    const open = stepItems(view.step).filter((item) => !isSettled(view.handoff, item));
    const isAccepted = given.decision !== 'declined';
    view.dispatch(
      [
        {type: 'sign-off/recorded', ...given, ...(remarks ? {remarks} : {})},
        ...(isAccepted
          ? open.map(({id}) => ({type: 'item/settled', item: id, status: 'done'}) as const)
          : []),
      ],
      {
        said: `Recorded: ${given.name} ${decisions.find(({value}) => value === given.decision)?.label}.`,
      },
    );
  };
  const required = (what: string) => (text: string) =>
    text === '' ? `${what} is needed.` : undefined;

  function question(): Question | undefined {
    if (!draft) return undefined;
    const {name, role, decision} = draft;
    if (name === undefined)
      return {
        label: 'Name',
        hint: 'Who decides for the receiver.',
        initialText: '',
        problemWith: (text) => {
          if (text === view.handoff.createdBy)
            return `${text} hands the system over and cannot accept it as well. Name the receiver.`;
          return required('A name')(text);
        },
        onAnswer: (text) => setDraft({name: text}),
      };
    if (role === undefined)
      return {
        label: 'Role',
        hint: `What ${name} is, such as head of operations.`,
        initialText: '',
        problemWith: required('A role'),
        onAnswer: (text) => setDraft({name, role: text}),
      };
    if (decision === undefined || decision === 'accepted') return undefined;
    const isDeclined = decision === 'declined';
    return {
      label: isDeclined ? 'Reason' : 'Conditions',
      hint: isDeclined ? 'Why it is declined.' : 'What must still happen, and by when.',
      initialText: '',
      problemWith: required(isDeclined ? 'The reason' : 'At least one condition'),
      onAnswer: (remarks) => record({name, role, decision}, remarks),
    };
  }

  function decide(decision: SignOffDecision): void {
    const {name, role} = draft ?? {};
    if (name === undefined || role === undefined) return;
    if (decision === 'accepted') record({name, role, decision});
    else setDraft({name, role, decision});
  }

  return {
    isOpen: draft !== undefined,
    isChoosing: draft?.role !== undefined && draft.decision === undefined,
    question: question(),
    begin: () => {
      view.say(undefined);
      setDraft({});
    },
    leave: () => setDraft(undefined),
    decide,
  };
}

import {useState} from 'react';
import type {SignOffDecision, SignOffWay} from '../../../handoff/model/sign-off.ts';
import {readGate} from '../../../handoff/gates/gates.ts';
import {gateLetsSign, receiverDecides} from '../../../handoff/rules/claim-rules.ts';
import {isOnePerson} from '../../../handoff/rules/people/sides.ts';
import {
  acceptedContents,
  type AcceptedContents,
} from '../../../handoff/standing/accepted/accepted-contents.ts';
import {signOffWays} from '../../../handoff/model/sign-off.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {acceptedLines} from './accepted-lines.ts';
import type {Ask} from '../../asking/ask-form.tsx';
import {line, type Line} from '../../list/line.ts';
import {personAsk, receiversOf} from '../../asking/person-asks.ts';
import {approversOf, type Approver} from '../../asking/approvers.ts';
import {refusalWords, answerProblem} from '../../asking/refusal-words.ts';
import type {Token} from '../../theme/tokens.ts';
import type {View} from '../../view.ts';

export const decisions: readonly {
  readonly value: SignOffDecision;
  readonly label: string;
  readonly token: Token;
}[] = [
  {value: 'accepted', label: 'accepts', token: 'success'},
  {value: 'accepted-with-conditions', label: 'accepts with conditions', token: 'warning'},
  {value: 'declined', label: 'declines', token: 'danger'},
];

/** Lines that a page key moves; fewer than the smallest page shows. */
const step = 6;
const narrow = 30;

const required = (what: string) => (text: string) =>
  text === '' ? `${what} is needed.` : undefined;

interface DecisionWords {
  readonly conditions?: readonly string[];
  readonly remarks?: string;
}

/** What was shown to whoever decides, and how the decision came. */
interface Shown {
  readonly digest: string;
  readonly how: SignOffWay;
  readonly reference?: string;
}

function decisionOf(person: Approver, decision: SignOffDecision, words: DecisionWords = {}) {
  return {type: 'sign-off/recorded' as const, ...person, decision, ...words};
}

/** Asks who decides, what, and where it needs words, the words; then records it once. */
export function useSignOff(view: View) {
  const {handoff} = view;
  const [ask, put] = useState<Ask>();
  const [lead, setLead] = useState<readonly Line[]>([]);
  const approvers = approversOf(handoff);
  const leave = () => put(undefined);
  const [contents, showContents] = useState<AcceptedContents>();
  const [top, setTop] = useState(0);
  const [way, setWay] = useState<() => void>();
  const asking = {actor: view.services.actor, now: view.now()};

  function refused(
    person: Approver,
    decision: SignOffDecision,
    shown: Shown,
    words: DecisionWords,
  ): string | undefined {
    return answerProblem(view, {...decisionOf(person, decision, words), ...shown});
  }

  function record(
    person: Approver,
    decision: SignOffDecision,
    shown: Shown,
    words: DecisionWords = {},
  ): void {
    leave();
    const label = decisions.find(({value}) => value === decision)?.label;
    void view.dispatch([{...decisionOf(person, decision, words), ...shown}], {
      said: `Recorded: ${person.name} ${label}.${decision === 'declined' ? '' : ' "handoff-wizard archive" keeps this version.'}`,
    });
  }

  function askCondition(person: Approver, shown: Shown, conditions: readonly string[]): void {
    const number = conditions.length + 1;
    setLead([
      line(`${person.name}, ${person.role}`),
      line('accepts with conditions:'),
      ...conditions.map((text, index) => line(`  ${index + 1}. ${text}`)),
    ]);
    put({
      label: `Condition ${number}`,
      hint:
        number === 1
          ? 'What must still happen, and by when; the others follow. Each becomes an open point.'
          : 'One more, or Enter on the empty line to record the decision.',
      initialText: '',
      problemWith: (text) =>
        text === '' && number === 1
          ? 'At least one condition is needed.'
          : refused(person, 'accepted-with-conditions', shown, {
              conditions: text === '' ? conditions : [...conditions, text],
            }),
      onAnswer: (text) =>
        text === ''
          ? record(person, 'accepted-with-conditions', shown, {conditions})
          : askCondition(person, shown, [...conditions, text]),
    });
  }

  function askReference(person: Approver, shown: Shown): void {
    put({
      label: 'Reference',
      hint: `Where the ${shown.how} is found, such as its number; Enter leaves it out.`,
      initialText: shown.reference ?? '',
      problemWith: () => undefined,
      onAnswer: (reference) => askDecision(person, {...shown, reference}),
    });
  }

  function askWay(person: Approver, shown: Shown): void {
    put({
      label: 'How did it come?',
      hint: 'How the decision reached you.',
      choices: signOffWays.map((value) => ({value, label: value})),
      onChoose(value) {
        const how = signOffWays.find((way) => way === value) ?? 'in person';
        if (how === 'in person') askDecision(person, {digest: shown.digest, how});
        else askReference(person, {...shown, how});
      },
    });
  }

  function askDecision(person: Approver, before?: Shown): void {
    const now = acceptedContents(handoff, view.now());
    const shown = before ?? {digest: now.digest, how: 'in person'};
    const written = shown.reference ? `, ${shown.reference}` : '';
    setLead([line(`${person.name}, ${person.role}`), line(`${shown.how}${written}`, 'muted')]);
    setWay(() => () => askWay(person, shown));
    if (!before) {
      showContents(now);
      setTop(0);
    }
    const {missing} = readGate(handoff, 'closing', view.now());
    put({
      label: 'Decision',
      hint:
        missing.length > 0
          ? `Only a refusal can be recorded yet: ${missing.length} missing before the receiver signs. Leave with Esc, then b shows them.`
          : 'It is recorded with the time.',
      choices: decisions.map(({value, label}) => ({value, label})),
      onChoose(value) {
        const decision = decisions.find((entry) => entry.value === value)?.value;
        const shut = decision && gateLetsSign(handoff, decisionOf(person, decision), asking);
        if (shut) return view.say({text: refusalWords(shut) ?? '', token: 'danger'});
        if (decision === 'accepted') record(person, decision, shown);
        if (decision === 'accepted-with-conditions') askCondition(person, shown, []);
        if (decision === 'declined')
          put({
            label: 'Reason',
            hint: 'Why it is declined.',
            initialText: '',
            problemWith: (remarks) =>
              required('The reason')(remarks) ?? refused(person, decision, shown, {remarks}),
            onAnswer: (remarks) => record(person, decision, shown, {remarks}),
          });
        return undefined;
      },
    });
  }

  function askRole(name: string): void {
    setLead([line(name)]);
    put({
      label: 'Role',
      hint: `What ${name} is, such as head of operations.`,
      initialText: '',
      problemWith: required('A role'),
      onAnswer: (role) => askDecision({name, role}),
    });
  }

  function named(name: string): void {
    const known = approvers.find((approver) => isOnePerson(handoff, approver.name, name));
    if (known?.role) return askDecision(known);
    if (known || approvers.length === 0) return askRole(known?.name ?? name);
    const names = approvers.map((approver) => approver.name).join(', ');
    return put({
      label: `${name} is not among the named approvers`,
      hint: `Named are ${names}. May ${name} decide for the receiver?`,
      choices: [
        {value: 'no', label: 'No, choose somebody else'},
        {value: 'yes', label: `Yes, ${name} may decide`},
      ],
      onChoose: (answer) => (answer === 'yes' ? askRole(name) : begin()),
    });
  }

  function begin(): void {
    view.say(undefined);
    setLead([line('One decision by one person.', 'muted')]);
    put(
      personAsk({
        label: 'Name',
        choiceLabel: 'Who decides?',
        choiceHint: 'The approvers named in the preparation, and who stands in for them.',
        hint: 'Who decides for the receiver.',
        names:
          approvers.length > 0
            ? approvers.map(({name, role}) => ({name, detail: role}))
            : receiversOf(handoff),
        problemWith: (name) =>
          refusalWords(receiverDecides(handoff, decisionOf({name, role: ''}, 'accepted'), asking)),
        onAnswer: named,
        put,
      }),
    );
  }

  const isDeciding = ask?.label === 'Decision';
  // As long as it gets on a narrow screen; the form stops at its real end.
  const longest = contents ? acceptedLines(contents, handoff.system, narrow).length : 0;
  const keys: KeyLayer = isDeciding
    ? [
        {action: 'pageDown', run: () => setTop(Math.min(top + step, longest))},
        {action: 'pageUp', run: () => setTop(Math.max(0, top - step))},
        {action: 'signOffWay', run: () => way?.(), isPrimary: true},
      ]
    : [];
  /** The page of what is accepted, while the decision is asked. */
  const page = (width: number) =>
    isDeciding && contents ? acceptedLines(contents, handoff.system, width) : [];
  return {ask, lead, begin, leave, keys, page, top};
}

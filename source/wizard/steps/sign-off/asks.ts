import {readGate} from '../../../handoff/gates/gates.ts';
import type {SignOffDecision} from '../../../handoff/model/sign-off.ts';
import {gateLetsSign, receiverDecides} from '../../../handoff/rules/claim-rules.ts';
import type {Refusal} from '../../../handoff/rules/refused.ts';
import {isOnePerson} from '../../../handoff/rules/people/sides.ts';
import {acceptedContents} from '../../../handoff/standing/accepted/accepted-contents.ts';
import {approversOf, type Approver} from '../../../handoff/people/approvers.ts';
import {confirm} from '../../asking/confirm.ts';
import {nameAsk, receiversOf} from '../../asking/name-ask.ts';
import {refusalWords} from '../../asking/refusal-words.ts';
import {line, wrapLines, type Line} from '../../list/line.ts';
import type {View} from '../../view.ts';
import {acceptedLines} from './accepted.ts';
import {decisionChange, type DecisionWords} from './decision.ts';
import {askHowItCame, type Came} from './how-it-came.ts';
import {decisions} from './rows.ts';
import {askConditions, askWhyDeclined} from './words.ts';
import {signOffBindings} from './bindings.ts';

function labelOf(decision: SignOffDecision): string {
  return decisions.find(({value}) => value === decision)?.label ?? '';
}

function recordedWords(name: string, decision: SignOffDecision): string {
  return `Recorded: ${name} ${labelOf(decision)}.`;
}

/** Why only a refusal can be recorded yet, where that is so. */
function shutLines(view: View, width: number): Line[] {
  const {missing} = readGate(view.live.snapshot().handoff, 'closing', view.now());
  return missing.length === 0
    ? []
    : wrapLines(
        `Only a refusal can be recorded yet: ${missing.length} missing before the receiver signs. Leave with Esc, then b shows them.`,
        width,
        'warning',
      );
}

function wordsLines({conditions = [], remarks}: DecisionWords, width: number): Line[] {
  return [
    ...conditions.flatMap((text, index) => wrapLines(`${index + 1}. ${text}`, width)),
    ...(remarks === undefined ? [] : wrapLines(remarks, width)),
  ];
}

/** Asks what a person decides on what is shown, and records it once they are sure. */
async function askDecision(view: View, person: Approver): Promise<boolean> {
  const {system} = view.handoff;
  const asking = {actor: view.services.actor, now: view.now()};
  const who = `${person.name}, ${person.role}`;
  const now = () => view.live.snapshot().handoff;
  let came: Came = {how: 'in person'};
  let shown = acceptedContents(now(), asking.now);
  let decidedOn = shown.digest;
  const typed: string[] = [];
  const change = (decision: SignOffDecision, words: DecisionWords = {}) =>
    decisionChange({person, decision, ...words, shown: {...came, digest: decidedOn}});

  /** What was changed meanwhile is shown instead; nobody accepts it before they have come back to it. */
  function refusedNow(decided: ReturnType<typeof change>): Refusal | undefined {
    const refused = view.live.refusal(decided);
    if (refused?.code === 'accepted-older') shown = acceptedContents(now(), view.now());
    return refused;
  }

  async function record(decision: SignOffDecision, words: DecisionWords = {}): Promise<boolean> {
    const decided = change(decision, words);
    const refused = refusedNow(decided);
    if (refused) {
      view.say({text: refusalWords(refused) ?? '', token: 'danger'});
      return false;
    }
    const version = shown.version.replace(/^./u, (first) => first.toUpperCase());
    const isMeant = await confirm(view.ask, {
      label: 'Record it',
      hint: 'It stays on record with the time.',
      about: {
        title: `${who}, ${labelOf(decision)}`,
        lines: (width) => [
          ...wrapLines(`${version} of ${system}`, width),
          ...wordsLines(words, width),
        ],
      },
    });
    return isMeant && view.dispatch([decided], {said: recordedWords(person.name, decision)});
  }

  const answer = await view.ask({
    label: 'Decision',
    hint: 'What was decided on all of this.',
    about: {
      title: who,
      lines: (width) => [
        line(`${came.how}${came.reference ? `, ${came.reference}` : ''}`, 'muted'),
        ...shutLines(view, width),
        ...acceptedLines(shown, system, width),
      ],
    },
    keys: [
      {
        binding: signOffBindings.signOffWay,
        isPrimary: true,
        run: () =>
          void askHowItCame(view, came).then((said) => {
            came = said ?? came;
          }),
      },
    ],
    choices: decisions.map(({value, label}) => ({value, label})),
    async keep(value) {
      decidedOn = shown.digest;
      const decision = decisions.find((one) => one.value === value)?.value ?? 'declined';
      if (decision === 'accepted') return record(decision);
      const kept = {
        typed,
        judge: (words: DecisionWords) => refusalWords(view.live.refusal(change(decision, words))),
        record: (words: DecisionWords) => record(decision, words),
      };
      if (decision === 'declined') return askWhyDeclined(view, kept);
      const shut = gateLetsSign(now(), change(decision), asking);
      if (shut === undefined) return askConditions(view, who, kept);
      view.say({text: refusalWords(shut) ?? '', token: 'danger'});
      return false;
    },
  });
  return answer !== undefined;
}

async function askRole(view: View, name: string): Promise<boolean> {
  const role = await view.ask({
    label: 'Role',
    hint: `What ${name} is, such as head of operations.`,
    enter: 'go on',
    problemWith: (text) => (text === '' ? 'A role is needed.' : undefined),
    keep: (text) => askDecision(view, {name, role: text}),
  });
  return role !== undefined;
}

/** Goes on with who was named: an approver as the preparation has them, or somebody else, once that is meant. */
async function named(view: View, name: string): Promise<boolean> {
  const approvers = approversOf(view.handoff);
  const known = approvers.find((approver) => isOnePerson(view.handoff, approver.name, name));
  if (known?.role) return askDecision(view, known);
  if (known || approvers.length === 0) return askRole(view, known?.name ?? name);
  const names = approvers.map((approver) => approver.name).join(', ');
  const may = await view.ask({
    label: `${name} is not among the named approvers`,
    hint: `Named are ${names}. May ${name} decide for the receiver?`,
    choices: [
      {value: 'no', label: 'No, name somebody else'},
      {value: 'yes', label: `Yes, ${name} may decide`},
    ],
    keep: async (answer) => answer === 'no' || askRole(view, name),
  });
  return may === 'yes';
}

/**
 * Asks who decides for the receiver, what, and where it needs words, the words; then records it
 * once. Each question waits under the next one, so that Esc goes back by one and loses nothing.
 */
export async function signOff(view: View, onAccepted: () => void): Promise<void> {
  const {handoff} = view;
  const asking = {actor: view.services.actor, now: view.now()};
  const approvers = approversOf(handoff);
  const count = handoff.signOffs.length;
  await view.ask(
    nameAsk({
      label: 'Who decides',
      hint:
        approvers.length > 0
          ? 'The approvers named in the preparation, and who stands in for them.'
          : 'Who decides for the receiver. One decision by one person.',
      isNeeded: true,
      names:
        approvers.length > 0
          ? approvers.map(({name, role}) => ({name, detail: role}))
          : receiversOf(handoff),
      problemWith: (name) =>
        refusalWords(
          receiverDecides(
            handoff,
            decisionChange({person: {name, role: ''}, decision: 'accepted'}),
            asking,
          ),
        ),
      keep: (name) => named(view, name),
    }),
  );
  const accepted = view.live
    .snapshot()
    .handoff.signOffs.slice(count)
    .find(({decision}) => decision !== 'declined');
  if (!accepted) return;
  onAccepted();
  view.say({text: recordedWords(accepted.name, accepted.decision), token: 'success'});
}

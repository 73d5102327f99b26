import type {KitView} from './kit-view.ts';
import {acceptanceLines} from './receiver-lines.ts';

/** Asks what the receiver wants to know. */
export async function askQuestion(
  {ask, add, now}: KitView,
  about: string | undefined,
): Promise<void> {
  await ask({
    label: 'Question',
    hint: 'For those who handed it over.',
    problemWith: (text) => (text === '' ? 'Write the question.' : undefined),
    keep: (text) =>
      add({kind: 'question', at: now(), text, ...(about === undefined ? {} : {about})}),
  });
}

/** Asks a question of the kit. */
export async function answerQuestion(
  {ask, add, now, received}: KitView,
  id: string,
): Promise<void> {
  const asked = received.opened.kit.questions.find((one) => one.id === id)?.text ?? '';
  await ask({
    label: 'Your answer',
    hint: `${asked} In your own words.`,
    problemWith: (text) => (text === '' ? 'Write what you would do or see.' : undefined),
    keep: (said) => add({kind: 'teach-back', at: now(), question: id, asked, said}),
  });
}

const decisions = [
  {value: 'accepted', label: 'Accept it'},
  {value: 'accepted-with-conditions', label: 'Accept it with conditions'},
  {value: 'declined', label: 'Decline it'},
] as const;

/** Asks for the decision, the role, and what belongs to it. */
export async function decide({ask, add, now, received}: KitView): Promise<void> {
  const answer = await ask({
    label: 'Your decision',
    hint: received.opened.kit.versionWords,
    about: {title: 'What is decided on', lines: (width) => acceptanceLines(received, width)},
    choices: decisions,
  });
  const decision = decisions.find(({value}) => value === answer)?.value;
  if (!decision) return;
  const {name} = received.receiving;
  const known = received.opened.kit.receivers.find((one) => one.name === name)?.role ?? '';
  const role = await ask({
    label: 'What you are',
    hint: 'Such as head of operations.',
    initialText: known,
    problemWith: (text) => (text === '' ? 'Say it in a few words.' : undefined),
    ...(decision === 'accepted'
      ? {keep: (text: string) => add({kind: 'decision', at: now(), decision, role: text})}
      : {}),
  });
  if (role === undefined || decision === 'accepted') return;
  const isDeclined = decision === 'declined';
  await ask({
    label: isDeclined ? 'Why' : 'Conditions',
    hint: isDeclined ? 'The reason.' : 'Several with a semicolon between them.',
    problemWith: (text) => (text === '' ? 'Say it in a few words.' : undefined),
    keep(text) {
      const conditions = text.split(/;\s*/u).filter((part) => part.trim() !== '');
      const more = isDeclined ? {remarks: text} : {conditions};
      return add({kind: 'decision', at: now(), decision, role, ...more});
    },
  });
}

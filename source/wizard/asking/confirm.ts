import type {About, AskPerson} from './ask.ts';

interface Confirmation {
  /** What is done, such as `End the session`. */
  readonly label: string;
  /** What comes of it. */
  readonly hint: string;
  readonly about?: About;
}

/** Asks before a step that cannot be taken back, or costs more than it looks; true after a typed yes. */
export async function confirm(
  ask: AskPerson,
  {label, hint, about}: Confirmation,
): Promise<boolean> {
  const answer = await ask({
    label,
    hint: `${hint} Type yes, or leave with Esc.`,
    hintRows: 3,
    isPassing: true,
    enter: 'confirm',
    ...(about ? {about} : {}),
    problemWith: (text) =>
      text.toLowerCase() === 'yes' ? undefined : 'Type yes, or leave with Esc.',
  });
  return answer !== undefined;
}

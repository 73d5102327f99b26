import type {View} from '../view.ts';
import {confirm} from '../asking/confirm.ts';

interface Ended {
  /** What is ended, such as `End the session`. */
  readonly label: string;
  /** What is open at that moment, as a sentence with a blank behind it; empty where nothing is. */
  readonly open: string;
  readonly said: string;
}

/** Asks whether the session, or this part of it, ends now; due dates count from its end. */
export async function askToEnd(view: View, {label, open, said}: Ended): Promise<void> {
  const isMeant = await confirm(view.ask, {
    label,
    hint: `${open}Due dates count from this moment; undo takes it back.`,
  });
  if (isMeant) await view.dispatch([{type: 'session/ended'}], {said});
}

import type {View} from '../view.ts';
import {DraftsScreen} from './drafts-screen.tsx';

/** Looks at the workspace, and shows what was found there over the step. */
export function openDrafts(view: View): void {
  view.open((now, close) => <DraftsScreen view={now} onClose={close} />);
}

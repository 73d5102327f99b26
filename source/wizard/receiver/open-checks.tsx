import {CheckList} from './check-list.tsx';
import type {KitView} from './kit-view.ts';

/** Shows the checks over the index; with `isBegun`, they run at once where they may. */
export function openChecks({open}: KitView, isBegun = false): void {
  open((view, close) => <CheckList view={view} isBegun={isBegun} onClose={close} />);
}

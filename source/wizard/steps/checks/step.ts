import {stepItems} from '../../../handoff/items/items.ts';
import {selectedItem} from '../../list/selected-line.ts';
import {useTick} from '../../use-tick.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import {confirmKey} from '../items/settle-item.ts';
import type {AtRow, StepContent} from '../step-content.ts';
import {checkLines, problemLines} from './detail.ts';
import {checkKeys, checksKeys, foldKey, problemKeys} from './keys.ts';
import {problemAt} from './file-problems.ts';
import {checksRows, passesKey} from './rows.ts';
import {checkKey, rankedChecks, selectedCheck, shownChecks} from './shown.ts';
import {checksSummary} from './summary.ts';
import {sameKey} from './trust-rows.ts';
import {useChecks} from './use-checks.ts';
import {useFolds} from './use-folds.ts';

/** Runs the checks live and keeps their evidence; the step's items are settled below them. */
export function useChecksStep(view: View): StepContent {
  const checks = useChecks(view);
  useTick(checks.running !== undefined);
  const shown = shownChecks(view, checks);
  const ranked = rankedChecks(shown);
  const passing = ranked.get('passing') ?? [];
  const folds = useFolds(view.selected, (key) =>
    passing.some((name) => checkKey(name) === key) ? passesKey : undefined,
  );
  const {handoff, step} = view;
  const items = stepItems(step);
  const [failing] = ranked.get('failing') ?? [];

  function at(selected: string | undefined): AtRow {
    if (selected === passesKey || selected === sameKey) return {keys: [foldKey(folds, selected)]};
    const name = selectedCheck(selected);
    if (name !== undefined)
      return {
        keys: checkKeys(view, checks, shown, name),
        detail: (width) => checkLines(shown, name, width),
      };
    const item = selectedItem(items, selected);
    if (item)
      return {
        keys: [confirmKey(view, item), ...itemKeys(view, item)],
        detail: (width) => itemLines(handoff, item, shown.now, width),
      };
    const problem = problemAt(checks.state, selected);
    return problem
      ? {keys: problemKeys(view, checks, problem), detail: (width) => problemLines(problem, width)}
      : {keys: []};
  }

  return {
    rows: [...checksRows(shown, folds), ...(checks.state ? itemRows(shown, step.items) : [])],
    // What would run is read before anything else.
    start: failing === undefined || checks.state?.state !== 'ready' ? undefined : checkKey(failing),
    at: (selected) => {
      const {keys, ...known} = at(selected);
      const own = checksKeys(view, checks, shown, selected);
      // At an item, the file comes first: what settles the items is there.
      const isItem = selectedItem(items, selected) !== undefined;
      return {...known, keys: isItem ? [...own, ...keys] : [...keys, ...own]};
    },
    figure: checksSummary(shown),
  };
}
